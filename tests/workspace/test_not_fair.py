"""Something is not fair here, as the people of one sitting write and answer it."""

from __future__ import annotations

from pathlib import Path

import pytest

from coprod_desktop.model.change import Change
from coprod_desktop.model.documents import FlagId
from coprod_desktop.model.entries import Kind
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.flags import FlagTo
from coprod_desktop.workspace.free_writing import NO_FORM
from coprod_desktop.workspace.not_fair import NotFair
from coprod_desktop.workspace.ward import Ward
from tests.workspace.wards import PIN, Cast, own, scribe

WORDS = "The door to the garden is locked"


@pytest.fixture
def not_fair(ward: Ward, cast: Cast) -> NotFair:
    """Sam, the nurse and Mum sit together."""
    return ward.sit_down(cast.sam, (cast.priya, cast.jo)).not_fair


def type_in(not_fair: NotFair, words: str = WORDS) -> None:
    for char in words:
        writing = not_fair.writing
        writing.change(Change(len(writing.text), 0, char))


def kinds(ward: Ward) -> list[Kind]:
    return [one.kind for one in ward.store.record.entries()]


def test_what_the_meeting_is_told_stands_there_and_the_draft_is_gone(
    ward: Ward, cast: Cast, not_fair: NotFair
):
    not_fair.begin()
    type_in(not_fair)
    assert kinds(ward).count(Kind.FLAG_RAISED) == 0

    flag = not_fair.tell_meeting()

    (told,) = not_fair.told()
    assert (told.id, told.voice, told.said.text.text) == (flag, cast.sam, WORDS)
    assert told.is_open
    assert not_fair.kept() == ()
    assert not not_fair.is_writing
    assert ward.store.record.entries()[-1].unsigned.by == cast.sam


def test_what_was_begun_is_there_again_until_it_is_finished(
    ward: Ward, cast: Cast, not_fair: NotFair
):
    not_fair.begin()
    type_in(not_fair, "Half")

    assert not_fair.begin().text.text == "Half"
    not_fair.leave()

    (kept,) = ward.sit_down(cast.sam).not_fair.kept()
    assert (kept.said.text.text, kept.to) == ("Half", FlagTo.PRIVATE)


@pytest.mark.parametrize("to", [FlagTo.PRIVATE, FlagTo.ADVOCATE])
def test_what_is_kept_is_nobody_elses_and_can_be_told_after_all(
    ward: Ward, cast: Cast, not_fair: NotFair, to: FlagTo
):
    not_fair.begin()
    type_in(not_fair)
    flag = not_fair.keep(to)

    assert [(one.id, one.to) for one in not_fair.kept()] == [(flag, to)]
    assert not_fair.told() == ()
    away = ward.sit_down_about(cast.sam, (cast.priya,)).not_fair
    assert away.kept() == ()
    not_fair.go_on(flag)
    type_in(not_fair, " again")
    not_fair.tell_meeting()

    (told,) = not_fair.told()
    assert (told.id, told.said.text.text) == (flag, f"{WORDS} again")
    assert told.said.chosen == ()
    assert not_fair.kept() == ()
    assert ward.store.record.verify() is None


def test_a_scribe_writes_it_down_and_signs_what_they_wrote(
    ward: Ward, cast: Cast, not_fair: NotFair
):
    not_fair.begin().take_pen(scribe(cast.sam, cast.priya))
    type_in(not_fair)

    not_fair.tell_meeting()

    assert not_fair.told()[0].voice == cast.sam
    assert ward.store.record.entries()[-1].unsigned.by == cast.priya


def test_two_hands_in_one_flag_are_signed_by_the_voice(
    ward: Ward, cast: Cast, not_fair: NotFair
):
    not_fair.begin().take_pen(scribe(cast.sam, cast.priya))
    type_in(not_fair)
    not_fair.writing.take_pen(own(cast.sam))
    type_in(not_fair, " today")

    not_fair.tell_meeting()

    assert ward.store.record.entries()[-1].unsigned.by == cast.sam


def test_it_is_written_with_staff_while_the_voice_is_closed(keyed: Ward, cast: Cast):
    not_fair = keyed.sit_down(cast.sam, (cast.priya,)).not_fair
    pens = [(one.writer.id, one.voice.id) for one in not_fair.begin().pens]
    assert (cast.sam, cast.sam) not in pens
    assert not_fair.writing.pen.attribution == scribe(cast.sam, cast.priya)
    type_in(not_fair)

    not_fair.tell_meeting()

    assert not_fair.told()[0].voice == cast.sam
    assert keyed.store.record.entries()[-1].unsigned.by == cast.priya
    assert keyed.store.record.verify() is None


def test_whoever_signs_in_writes_and_signs_it_themselves(keyed: Ward, cast: Cast):
    keyed.voices.sign_in_with_pin(cast.sam, PIN)
    not_fair = keyed.sit_down(cast.sam).not_fair
    not_fair.begin()
    type_in(not_fair)

    not_fair.keep(FlagTo.PRIVATE)
    assert len(not_fair.kept()) == 1
    keyed.voices.close(cast.sam)

    assert not_fair.kept() == ()


def test_nobody_writes_where_nobody_has_signed_in(keyed: Ward, cast: Cast):
    not_fair = keyed.sit_down(cast.sam).not_fair

    with pytest.raises(Problem, match="nobody_can_write"):
        not_fair.begin()


def test_others_answer_in_their_own_words_and_own_hand(
    ward: Ward, cast: Cast, not_fair: NotFair
):
    not_fair.begin()
    type_in(not_fair)
    flag = not_fair.tell_meeting()
    assert {one.voice.id for one in not_fair.who_may_answer(not_fair.flag(flag))} == {
        cast.priya,
        cast.jo,
    }

    not_fair.begin_answer(flag)
    type_in(not_fair, "We will ask")
    not_fair.leave()
    assert not_fair.begin_answer(flag).text.text == "We will ask"
    not_fair.answer()

    (answer,) = not_fair.flag(flag).answers
    assert (answer.by, answer.said.text.text) == (cast.priya, "We will ask")
    assert ward.store.drafts.of(NO_FORM, [cast.priya]) == ()


def test_nobody_answers_their_own_or_what_was_never_told(
    ward: Ward, cast: Cast, not_fair: NotFair
):
    not_fair.begin()
    type_in(not_fair)
    flag = not_fair.tell_meeting()
    alone = ward.sit_down(cast.sam).not_fair

    with pytest.raises(Problem, match="flag_is_own"):
        alone.begin_answer(flag)
    with pytest.raises(Problem, match="no_such_flag"):
        not_fair.begin_answer(FlagId("nothing"))
    with pytest.raises(Problem, match="no_such_flag"):
        not_fair.go_on(flag)
    with pytest.raises(LookupError):
        _ = not_fair.writing


def test_an_answer_in_hand_is_left_when_something_new_is_not_fair(
    cast: Cast, not_fair: NotFair
):
    not_fair.begin()
    type_in(not_fair)
    flag = not_fair.tell_meeting()
    not_fair.begin_answer(flag)
    type_in(not_fair, "We")

    assert not_fair.begin().text.text == ""
    assert not_fair.begin_answer(flag).text.text == "We"


def test_what_was_kept_is_printed_for_the_advocate_or_erased_for_good(
    ward: Ward, cast: Cast, not_fair: NotFair, tmp_path: Path
):
    not_fair.begin()
    type_in(not_fair)
    flag = not_fair.keep(FlagTo.ADVOCATE)

    saved = not_fair.letter(flag).export(tmp_path)
    assert saved.read_bytes().startswith(b"%PDF")
    (kept,) = not_fair.kept()
    not_fair.erase(kept)

    assert not_fair.kept() == ()
    with pytest.raises(Problem, match="no_such_flag"):
        not_fair.letter(flag)


def test_what_was_begun_with_staff_is_gone_on_with_in_own_hand_after_signing_in(
    keyed: Ward, cast: Cast
):
    not_fair = keyed.sit_down(cast.sam, (cast.priya,)).not_fair
    not_fair.begin()
    type_in(not_fair, "With Priya")
    keyed.voices.sign_in_with_pin(cast.sam, PIN)

    writing = not_fair.begin()
    writing.take_pen(own(cast.sam))
    type_in(not_fair, ", and alone")
    not_fair.tell_meeting()

    (told,) = not_fair.told()
    assert told.said.text.text == "With Priya, and alone"
    assert keyed.store.record.entries()[-1].unsigned.by == cast.sam


def test_an_answer_that_is_left_for_a_moment_is_gone_on_with(
    ward: Ward, cast: Cast, not_fair: NotFair
):
    not_fair.begin()
    type_in(not_fair)
    flag = not_fair.tell_meeting()
    before = not_fair.begin_answer(flag)
    type_in(not_fair, "We will")

    after = not_fair.begin_answer(flag)

    not_fair.leave()
    assert after is before
    assert after.text.text == "We will"
