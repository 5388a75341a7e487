"""Saying something by choosing it: whose words, by whose hand, and taken back."""

from __future__ import annotations

import pytest

from coprod_desktop.model.authored_text import Attribution, Mode
from coprod_desktop.model.documents import Standing
from coprod_desktop.model.problem import NotYourWords
from coprod_desktop.model.said import WayOut
from coprod_desktop.workspace.open_document import OpenDocument
from tests.workspace.wards import QUESTION, Cast, card_of, own, scribe, text_of, write


def attributions(document: OpenDocument, voice) -> list[Attribution]:
    return [
        run.attribution for run in card_of(document, QUESTION, voice).said.text.runs
    ]


def test_chosen_words_are_the_person_s_own_and_say_that_they_were_chosen(
    document, cast: Cast
) -> None:
    document.phrasing.say(QUESTION, "Having hope")
    document.phrasing.say(QUESTION, "More good days")

    assert text_of(document, QUESTION) == "Having hope\nMore good days"
    assert attributions(document, cast.sam) == [
        Attribution(cast.sam, cast.sam, Mode.CHOSEN)
    ]


def test_whoever_presses_for_somebody_else_is_the_writer_and_it_waits_to_be_agreed(
    document, cast: Cast
) -> None:
    document.take_pen(scribe(cast.sam, cast.priya))

    document.phrasing.say(QUESTION, "Having hope")

    card = card_of(document, QUESTION, cast.sam)
    assert attributions(document, cast.sam) == [
        Attribution(cast.sam, cast.priya, Mode.CHOSEN)
    ]
    assert card.standing is Standing.NOT_YET


def test_choosing_the_same_twice_says_it_once(document) -> None:
    document.phrasing.say(QUESTION, "Having hope")
    document.phrasing.say(QUESTION, "Having hope")

    assert text_of(document, QUESTION) == "Having hope"
    assert document.phrasing.is_said(QUESTION, "Having hope")


def test_taking_a_phrase_back_leaves_what_was_written_around_it(document) -> None:
    write(document, QUESTION, "I like walks.")
    document.phrasing.say(QUESTION, "Having hope")
    document.phrasing.say(QUESTION, "More good days")

    document.phrasing.unsay(QUESTION, "Having hope")
    document.phrasing.unsay(QUESTION, "Nobody said this")

    assert text_of(document, QUESTION) == "I like walks.\nMore good days"


def test_of_yes_and_no_only_the_last_is_said(document) -> None:
    answers = ("Yes", "No", "I am not sure")
    document.phrasing.say(QUESTION, "Yes", answers)

    document.phrasing.say(QUESTION, "No", answers)

    assert text_of(document, QUESTION) == "No"


def test_a_scribe_cannot_take_back_what_the_person_chose_themselves(
    document, cast: Cast
) -> None:
    document.phrasing.say(QUESTION, "Having hope")
    document.take_pen(scribe(cast.sam, cast.priya))
    document.phrasing.say(QUESTION, "More good days")

    with pytest.raises(NotYourWords):
        document.phrasing.unsay(QUESTION, "Having hope")
    document.phrasing.unsay(QUESTION, "More good days")

    assert text_of(document, QUESTION) == "Having hope"


def test_undo_takes_back_one_choice_at_a_time(document) -> None:
    document.phrasing.say(QUESTION, "Having hope")
    document.phrasing.say(QUESTION, "More good days")

    document.writing.undo(QUESTION)
    first = text_of(document, QUESTION)
    document.writing.undo(QUESTION)

    assert (first, text_of(document, QUESTION)) == ("Having hope", "")


def test_choosing_ends_a_way_out(document, cast: Cast) -> None:
    document.writing.take_way_out(QUESTION, WayOut.LATER)

    document.phrasing.say(QUESTION, "Having hope")

    assert card_of(document, QUESTION, cast.sam).said.way_out is None


def test_a_person_may_mend_what_somebody_chose_for_them(document, cast: Cast) -> None:
    document.take_pen(scribe(cast.sam, cast.priya))
    document.phrasing.say(QUESTION, "Having hope")
    document.take_pen(own(cast.sam))

    document.phrasing.unsay(QUESTION, "Having hope")

    assert text_of(document, QUESTION) == ""


def test_a_question_offers_the_phrases_of_its_form(document) -> None:
    offered = document.phrasing.offered(QUESTION)

    assert "Having hope" in [one.words for one in offered.fitting]
