"""Flags: told to the meeting, answered, and kept."""

from __future__ import annotations

from dataclasses import replace

from coprod_desktop.model.acts import FlagAnswered, FlagRaised
from coprod_desktop.model.documents import FlagId
from coprod_desktop.model.flags import Flag, flags_of_meeting, fold_flags
from tests.model.records import START, Told, entries
from tests.model.values import JO, NOON, PRIYA, SAM, said

UNFAIR = FlagId("unfair")


def raised(by=SAM, flag: FlagId = UNFAIR, words: str = "the door is locked") -> Told:
    return (by, None, FlagRaised(flag, SAM, by, said(by, words)))


def answered(by=PRIYA, flag: FlagId = UNFAIR, words: str = "we will ask") -> Told:
    return (by, None, FlagAnswered(flag, said(by, words)))


def test_a_flag_stands_open_until_somebody_answers_with_their_own_words():
    (waiting,) = fold_flags(entries(START, raised()))
    (done,) = fold_flags(entries(START, raised(), answered(), answered(JO)))

    assert (waiting.is_open, waiting.number, waiting.newest) == (True, 2, 2)
    assert (done.is_open, done.number, done.newest) == (False, 2, 4)
    assert [(one.by, one.said.text.text) for one in done.answers] == [
        (PRIYA, "we will ask"),
        (JO, "we will ask"),
    ]
    assert (done.voice, done.patient, done.at) == (SAM, SAM, NOON)


def test_words_that_are_somebody_elses_raise_and_answer_nothing():
    forged = (PRIYA, None, FlagRaised(FlagId("f"), SAM, SAM, said(SAM, "all is well")))
    taken = (PRIYA, None, FlagAnswered(UNFAIR, said(SAM, "never mind")))

    (found,) = fold_flags(entries(forged, raised(), taken, answered(flag=FlagId("x"))))

    assert (found.id, found.is_open) == (UNFAIR, True)


def test_a_flag_is_not_raised_again_with_other_words():
    (found,) = fold_flags(entries(raised(), raised(words="nothing")))

    assert found.said.text.text == "the door is locked"


def flag(number: int, *answers: int) -> Flag:
    told = [(SAM, None, FlagRaised(UNFAIR, SAM, SAM, said(SAM, "x")))]
    (found,) = fold_flags(entries(*told, *(answered() for _ in answers)))
    numbered = [
        replace(one, number=n) for one, n in zip(found.answers, answers, strict=True)
    ]
    return replace(found, number=number, answers=tuple(numbered))


def test_a_meetings_paper_has_what_was_open_when_it_began_and_what_came_after():
    before, answered_before, answered_after = flag(3), flag(3, 5), flag(3, 12)
    later, after_the_next = flag(15), flag(25)
    every = (before, answered_before, answered_after, later, after_the_next)

    followed = flags_of_meeting(every, started=10, followed=20)
    latest = flags_of_meeting(every, started=10, followed=None)

    assert followed == (before, answered_after, later)
    assert latest == (before, answered_after, later, after_the_next)
