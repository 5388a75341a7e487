"""Writing with the pen, and what it may not touch."""

from __future__ import annotations

import pytest

from coprod_desktop.model.authored_text import AuthoredText, Mode
from coprod_desktop.model.change import Change
from coprod_desktop.model.problem import NotYourWords, Problem
from coprod_desktop.model.said import WayOut
from coprod_desktop.model.text_policy import LONGEST
from coprod_desktop.workspace.open_document import OpenDocument
from tests.workspace.wards import QUESTION, Cast, card_of, own, scribe, text_of, write


def test_the_patient_holds_the_pen_first(document: OpenDocument, cast: Cast) -> None:
    assert document.pen == own(cast.sam)


def test_typed_words_are_the_voice_of_the_pen(document, cast) -> None:
    text = document.writing.change(QUESTION, Change(0, 0, "Walks"))

    assert text == AuthoredText.by(own(cast.sam), "Walks")


def test_a_pasted_word_says_that_it_was_pasted(document, cast) -> None:
    text = document.writing.change(QUESTION, Change(0, 0, "Walks"), pasted=True)

    assert text.runs[0].attribution.mode is Mode.PASTED


def test_a_control_becomes_a_visible_sign_and_is_told(document) -> None:
    text = document.writing.change(QUESTION, Change(0, 0, "a\0b"))

    assert (text.text, document.writing.made_visible) == ("a\u2400b", 1)


def test_an_answer_has_an_end(document) -> None:
    with pytest.raises(Problem) as caught:
        document.writing.change(QUESTION, Change(0, 0, "x" * (LONGEST + 1)))

    assert caught.value.key == "workspace.answer_too_long"


def test_a_scribe_cannot_change_what_the_patient_wrote(document, cast) -> None:
    write(document, QUESTION, "I like walks")
    document.take_pen(scribe(cast.sam, cast.priya))

    with pytest.raises(NotYourWords) as caught:
        document.writing.change(QUESTION, Change(2, 4, "hate"))

    assert caught.value.owner == cast.sam
    assert text_of(document, QUESTION) == "I like walks"


def test_the_patient_may_mend_what_was_written_for_them(document, cast) -> None:
    document.take_pen(scribe(cast.sam, cast.priya))
    write(document, QUESTION, "Walks")
    document.take_pen(own(cast.sam))

    text = document.writing.change(QUESTION, Change(0, 5, "Swims"))

    assert text == AuthoredText.by(own(cast.sam), "Swims")


def test_a_nurse_writes_beside_and_the_patient_s_words_stay(document, cast) -> None:
    write(document, QUESTION, "Walks")
    document.take_pen(own(cast.priya))

    write(document, QUESTION, "Rest")

    assert card_of(document, QUESTION, cast.sam).said.text.text == "Walks"
    assert [one.voice for one in document.cards(QUESTION)] == [cast.sam, cast.priya]


def test_nobody_can_take_the_pen_of_somebody_who_is_away(document, cast) -> None:
    with pytest.raises(Problem):
        document.take_pen(own(cast.alex))


def test_moving_one_s_own_words_keeps_whose_they_are(document, cast) -> None:
    document.take_pen(scribe(cast.sam, cast.priya))
    write(document, QUESTION, "one two")
    said = card_of(document, QUESTION, cast.sam).said.text
    document.take_pen(own(cast.sam))

    text = document.writing.paste(QUESTION, 0, 0, said.part(3, 7))

    assert text.text == " twoone two"
    assert text.runs[0].attribution == scribe(cast.sam, cast.priya)


def test_another_voice_s_words_become_pasted_by_the_pen(document, cast) -> None:
    theirs = AuthoredText.by(own(cast.priya), "Rest")

    text = document.writing.paste(QUESTION, 0, 0, theirs)

    assert text == AuthoredText.by(own(cast.sam).pasting(), "Rest")


def test_a_scribe_cannot_build_own_hand_words_out_of_copies(document, cast) -> None:
    write(document, QUESTION, "I do not")
    copied = card_of(document, QUESTION, cast.sam).said.text.part(0, 4)
    pen = scribe(cast.sam, cast.priya)
    document.take_pen(pen)

    text = document.writing.paste(QUESTION, 8, 0, copied)

    assert text.part(8, 12) == AuthoredText.by(pen.pasting(), "I do")


def test_one_choice_takes_the_place_of_another(document, cast) -> None:
    document.writing.choose("do-i-agree", "yes")

    document.writing.choose("do-i-agree", "some")

    chosen = card_of(document, "do-i-agree", cast.sam).said.chosen
    assert [one.option for one in chosen] == ["some"]
    assert chosen[0].attribution.mode is Mode.CHOSEN


def test_many_choices_stand_in_the_form_s_order(document, cast) -> None:
    for option in ("pictures", "reading", "ideas"):
        document.writing.choose("help-i-had", option)
    document.writing.unchoose("help-i-had", "reading")

    chosen = card_of(document, "help-i-had", cast.sam).said.chosen
    assert [one.option for one in chosen] == ["ideas", "pictures"]


def test_a_scribe_does_not_unpick_what_the_patient_picked(document, cast) -> None:
    document.writing.choose("do-i-agree", "yes")
    document.take_pen(scribe(cast.sam, cast.priya))

    with pytest.raises(NotYourWords):
        document.writing.choose("do-i-agree", "no")
    with pytest.raises(NotYourWords):
        document.writing.unchoose("do-i-agree", "yes")
    document.writing.choose("do-i-agree", "yes")

    chosen = card_of(document, "do-i-agree", cast.sam).said.chosen
    assert chosen[0].attribution.is_own_hand


def test_picking_the_same_makes_a_scribed_choice_one_s_own(document, cast) -> None:
    document.take_pen(scribe(cast.sam, cast.priya))
    document.writing.choose("do-i-agree", "yes")
    document.take_pen(own(cast.sam))

    document.writing.choose("do-i-agree", "yes")

    chosen = card_of(document, "do-i-agree", cast.sam).said.chosen
    assert [one.attribution.writer for one in chosen] == [cast.sam]


def test_a_date_is_kept_as_it_is_and_nonsense_is_refused(document, cast) -> None:
    document.writing.choose("review-date", "2026-11-26")

    with pytest.raises(Problem):
        document.writing.choose("review-date", "2026-02-30")

    chosen = card_of(document, "review-date", cast.sam).said.chosen
    assert [one.option for one in chosen] == ["2026-11-26"]


def test_what_a_question_does_not_offer_cannot_be_chosen(document) -> None:
    with pytest.raises(ValueError, match="does not offer"):
        document.writing.choose("do-i-agree", "perhaps")
    with pytest.raises(ValueError, match="does not offer"):
        document.writing.choose(QUESTION, "yes")


def test_a_face_can_be_chosen(ward, cast) -> None:
    document = ward.sit_down(cast.sam).open("ward-round")

    document.writing.choose("my-week", "hard")

    assert card_of(document, "my-week", cast.sam).said.chosen[0].option == "hard"
    document.close()


def test_a_way_out_is_taken_and_writing_clears_it(document, cast) -> None:
    document.writing.take_way_out(QUESTION, WayOut.DECLINED)
    way_out = card_of(document, QUESTION, cast.sam).said.way_out
    assert way_out is not None
    assert way_out.option == "declined"

    write(document, QUESTION, "Walks")

    assert card_of(document, QUESTION, cast.sam).said.way_out is None


def test_a_way_out_can_be_taken_back(document, cast) -> None:
    document.writing.take_way_out(QUESTION, WayOut.DONT_KNOW)

    document.writing.take_way_out(QUESTION, None)

    assert document.sharing.unshared() == ()


def test_a_scribe_cannot_write_over_i_do_not_want_to_answer(document, cast) -> None:
    document.writing.take_way_out(QUESTION, WayOut.DECLINED)
    document.take_pen(scribe(cast.sam, cast.priya))

    with pytest.raises(NotYourWords):
        write(document, QUESTION, "Walks")
    document.writing.take_way_out(QUESTION, WayOut.DECLINED)

    way_out = card_of(document, QUESTION, cast.sam).said.way_out
    assert way_out is not None
    assert way_out.attribution.is_own_hand


def test_ask_me_later_ends_when_somebody_writes_for_them_later(document, cast) -> None:
    document.writing.take_way_out(QUESTION, WayOut.LATER)
    document.take_pen(scribe(cast.sam, cast.priya))

    write(document, QUESTION, "Walks")

    assert card_of(document, QUESTION, cast.sam).said.way_out is None


def test_erased_words_are_gone_for_good(document, ward, cast) -> None:
    write(document, QUESTION, "Secret")

    document.writing.erase(QUESTION)
    document.writing.erase(QUESTION)
    document.flush()

    assert ward.store.drafts.of(document.id, [cast.sam]) == ()
    assert not document.writing.may_undo(QUESTION)


def test_a_scribe_cannot_erase_the_patient_s_own_words(document, cast) -> None:
    write(document, QUESTION, "Secret")
    document.take_pen(scribe(cast.sam, cast.priya))

    with pytest.raises(NotYourWords):
        document.writing.erase(QUESTION)
