"""Something is not fair here: the meeting, the advocate, or nobody else."""

from __future__ import annotations

import pytest

from coprod_desktop.model.entries import Kind
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.reading import Reading
from coprod_desktop.workspace.flags import FlagTo
from coprod_desktop.workspace.paper_wishes import LARGE_FROM_PT, PaperKind
from tests.workspace.wards import own, scribe

WORDS = "The door to the garden is locked"


def told_words(flags) -> list[str]:
    return [one.said.text.text for one in flags]


def test_what_is_told_to_the_meeting_stands_open_until_it_is_answered(
    ward, cast
) -> None:
    first = ward.flags.raise_flag(cast.sam, own(cast.sam), WORDS, FlagTo.MEETING)
    ward.flags.raise_flag(cast.sam, own(cast.jo), "Visits are short", FlagTo.MEETING)

    answered = ward.flags.answer(first, cast.priya, "We will ask on Monday")

    assert [one.by for one in answered.answers] == [cast.priya]
    assert told_words(ward.flags.of(cast.sam)) == ["Visits are short", WORDS]
    assert [one.is_open for one in ward.flags.of(cast.sam)] == [True, False]
    assert ward.flags.of(cast.alex) == ()
    assert ward.store.record.verify() is None


def test_somebody_who_writes_for_me_signs_what_they_wrote(ward, cast) -> None:
    pen = scribe(cast.sam, cast.casey)

    ward.flags.raise_flag(cast.sam, pen, WORDS, FlagTo.MEETING)

    (flag,) = ward.flags.of(cast.sam)
    assert flag.voice == cast.sam
    assert ward.store.record.entries()[-1].unsigned.by == cast.casey


@pytest.mark.parametrize("to", [FlagTo.PRIVATE, FlagTo.ADVOCATE])
def test_what_is_kept_private_is_in_nobodys_record(ward, cast, to) -> None:
    head = ward.store.record.head()

    ward.flags.raise_flag(cast.sam, own(cast.sam), WORDS, to)

    assert ward.store.record.head() == head
    assert ward.flags.of(cast.sam) == ()
    (kept,) = ward.flags.private(cast.sam)
    assert (kept.to, kept.said.text.text) == (to, WORDS)
    assert ward.flags.private(cast.priya) == ()


def test_a_private_flag_can_be_erased_for_good_or_told_after_all(ward, cast) -> None:
    pen = own(cast.sam)
    gone = ward.flags.raise_flag(cast.sam, pen, "Canary", FlagTo.PRIVATE)
    ward.flags.raise_flag(cast.sam, pen, WORDS, FlagTo.ADVOCATE)
    first, second = ward.flags.private(cast.sam)
    assert first.id == gone

    ward.flags.erase(first)
    ward.flags.tell_meeting(second, cast.sam)

    assert ward.flags.private(cast.sam) == ()
    assert told_words(ward.flags.of(cast.sam)) == [WORDS]
    with pytest.raises(Problem, match="no_such_flag"):
        ward.flags.tell_meeting(first, cast.sam)
    kinds = [one.kind for one in ward.store.record.entries()]
    assert kinds.count(Kind.FLAG_RAISED) == 1


def test_a_flag_that_a_scribe_wrote_is_told_with_the_scribes_key(ward, cast) -> None:
    pen = scribe(cast.sam, cast.casey)
    ward.flags.raise_flag(cast.sam, pen, WORDS, FlagTo.PRIVATE)

    ward.flags.tell_meeting(ward.flags.private(cast.sam)[0], cast.sam)

    assert ward.store.record.entries()[-1].unsigned.by == cast.casey


@pytest.mark.parametrize("words", ["", "  \n "])
def test_nothing_is_raised_or_answered_without_words(ward, cast, words) -> None:
    flag = ward.flags.raise_flag(cast.sam, own(cast.sam), WORDS, FlagTo.MEETING)

    with pytest.raises(Problem, match="flag_empty"):
        ward.flags.raise_flag(cast.sam, own(cast.sam), words, FlagTo.MEETING)
    with pytest.raises(Problem, match="flag_empty"):
        ward.flags.answer(flag, cast.priya, words)
    assert ward.flags.of(cast.sam)[0].is_open


def test_nobody_answers_their_own_flag_or_one_that_was_never_raised(ward, cast) -> None:
    flag = ward.flags.raise_flag(cast.sam, own(cast.sam), WORDS, FlagTo.MEETING)

    with pytest.raises(Problem, match="flag_is_own"):
        ward.flags.answer(flag, cast.sam, "Never mind")
    with pytest.raises(Problem, match="no_such_flag"):
        ward.flags.answer("nothing", cast.priya, "Yes")


def test_the_advocates_page_is_in_the_print_that_is_theirs(ward, cast) -> None:
    ward.flags.raise_flag(cast.sam, own(cast.sam), WORDS, FlagTo.ADVOCATE)
    (flag,) = ward.flags.private(cast.sam)
    ward.reading.keep(cast.sam, Reading(text_pt=LARGE_FROM_PT))

    assert ward.flags.letter(flag).paper.choice.kind is PaperKind.LARGE_PRINT


def test_how_somebody_reads_may_be_lost_and_the_page_is_still_made(
    ward, cast, monkeypatch
) -> None:
    ward.flags.raise_flag(cast.sam, own(cast.sam), WORDS, FlagTo.ADVOCATE)
    (flag,) = ward.flags.private(cast.sam)
    monkeypatch.setattr(ward.store.readings, "of", lambda _: "no reading")

    assert ward.flags.letter(flag).paper.choice.kind is PaperKind.CLEAR


def test_the_advocates_page_is_one_page_with_a_name_that_tells_nothing(
    ward, cast, tmp_path
) -> None:
    ward.flags.raise_flag(cast.sam, own(cast.sam), WORDS, FlagTo.ADVOCATE)
    (flag,) = ward.flags.private(cast.sam)

    saved = ward.flags.letter(flag).export(tmp_path)

    assert saved.name == "my-page-2026-03-03.pdf"
    with pytest.raises(Problem, match="export_exists"):
        ward.flags.letter(flag).export(saved)
