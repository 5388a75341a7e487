"""Talk cards: what yes, no and not sure come to in the answer."""

from __future__ import annotations

import pytest

from coprod_desktop.model.authored_text import Attribution, Mode
from coprod_desktop.model.forms import QuestionKind
from coprod_desktop.model.problem import NotYourWords
from coprod_desktop.workspace.open_document import OpenDocument
from coprod_desktop.workspace.talking import TalkAnswer, TalkCard
from tests.workspace.wards import QUESTION, Cast, card_of, scribe, text_of

YES, NO, NOT_SURE = TalkAnswer


def deck(document: OpenDocument, question: str) -> tuple[TalkCard, ...]:
    return document.talking.cards(document.form.template.question(question))


def chosen(document: OpenDocument, question: str, voice) -> list[str]:
    return [one.option for one in card_of(document, question, voice).said.chosen]


def test_yes_no_and_not_sure_become_the_person_s_words(document, cast: Cast) -> None:
    first, second, third, *_ = deck(document, QUESTION)
    document.talking.answer(first, YES)
    document.talking.answer(second, NO)
    document.talking.answer(third, NOT_SURE)

    (run,) = card_of(document, QUESTION, cast.sam).said.text.runs
    assert text_of(document, QUESTION) == (
        "More good days\nNo: Having hope\nI am not sure: Being in charge of my life"
    )
    assert run.attribution == Attribution(cast.sam, cast.sam, Mode.CHOSEN)
    told = [document.talking.answer_to(one) for one in (first, second, third)]
    assert told == [YES, NO, NOT_SURE]


def test_another_answer_to_the_same_card_takes_the_place_of_the_first(document) -> None:
    first, *_ = deck(document, QUESTION)
    document.talking.answer(first, NO)

    document.talking.answer(first, YES)

    assert text_of(document, QUESTION) == "More good days"


def test_what_staff_press_for_somebody_is_their_hand(document, cast: Cast) -> None:
    document.take_pen(scribe(cast.sam, cast.priya))

    document.talking.answer(deck(document, QUESTION)[0], YES)

    (run,) = card_of(document, QUESTION, cast.sam).said.text.runs
    assert run.attribution == Attribution(cast.sam, cast.priya, Mode.CHOSEN)


def test_what_the_person_said_themselves_a_scribe_cannot_take_back(
    document, cast: Cast
) -> None:
    first, *_ = deck(document, QUESTION)
    document.talking.answer(first, YES)
    document.take_pen(scribe(cast.sam, cast.priya))

    with pytest.raises(NotYourWords):
        document.talking.answer(first, NO)

    assert text_of(document, QUESTION) == "More good days"


def test_options_are_picked_by_yes_and_not_by_no(document, cast: Cast) -> None:
    first, second, *_ = deck(document, "help-i-had")
    document.talking.answer(first, YES)
    document.talking.answer(second, YES)
    document.talking.answer(first, NO)

    assert chosen(document, "help-i-had", cast.sam) == [second.picks[YES]]
    assert document.talking.answer_to(first) is None
    assert document.talking.answer_to(second) is YES


@pytest.mark.parametrize("given", TalkAnswer)
def test_whether_somebody_agrees_is_one_card(document, cast: Cast, given) -> None:
    (card,) = deck(document, "do-i-agree")

    document.talking.answer(card, given)

    assert card.words == "Do I agree with this plan?"
    assert chosen(document, "do-i-agree", cast.sam) == [given.value]
    assert document.talking.answer_to(card) is given


def test_taking_back_leaves_nothing_of_a_card(document, cast: Cast) -> None:
    phrase, *_ = deck(document, QUESTION)
    (agreed,) = deck(document, "do-i-agree")
    document.talking.answer(phrase, NO)
    document.talking.answer(agreed, YES)

    document.talking.take_back(phrase)
    document.talking.take_back(agreed)

    assert text_of(document, QUESTION) == ""
    assert chosen(document, "do-i-agree", cast.sam) == []


def test_lists_and_days_have_no_cards_and_all_others_have(document) -> None:
    without = {
        one.kind
        for one in document.form.template.questions()
        if not document.talking.cards(one)
    }

    assert without <= {QuestionKind.PEOPLE, QuestionKind.TOPICS, QuestionKind.DATE}
    assert without
