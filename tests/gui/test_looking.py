"""Looking at what may never answer holds nobody up."""

from __future__ import annotations

from threading import Event

import pytest

from coprod_desktop.gui.background import Look
from coprod_desktop.model.problem import Problem

LONG_S = 60


def test_an_answer_is_there_when_the_work_has_ended_and_not_before():
    may_end = Event()
    look = Look(lambda: may_end.wait(LONG_S))

    assert not look.has_ended
    with pytest.raises(LookupError):
        look.answer()
    may_end.set()
    assert look.wait(LONG_S)
    assert look.has_ended
    assert look.answer() is True


def test_a_look_at_what_never_answers_keeps_no_other_one_waiting():
    never = Event()
    silent = Look(never.wait)

    assert Look(lambda: "there").wait(LONG_S)
    assert not silent.has_ended
    never.set()


def test_what_went_wrong_is_raised_where_the_answer_is_asked_for():
    def refuse() -> None:
        raise Problem("choosing.gone")

    look = Look(refuse)

    assert look.wait(LONG_S)
    with pytest.raises(Problem):
        look.answer()
