"""What was found when a ward was opened is told by keys that have sentences."""

from __future__ import annotations

import pytest

from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.entries import Broken, Fault
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.checking import CheckState
from coprod_desktop.workspace.opening_news import OpeningNews, check_news


@pytest.mark.parametrize(
    "state",
    [
        CheckState(),
        CheckState(done=3, of=9),
        CheckState(done=9, of=9, is_over=True),
    ],
)
def test_a_record_that_is_as_it_was_written_is_no_news(state: CheckState):
    assert check_news(state) == ()


def test_an_entry_that_was_changed_is_told_by_its_number():
    broken = Broken(7, next(iter(Fault)))

    (told,) = check_news(CheckState(7, 9, True, broken))

    assert told == OpeningNews("check.entry_changed", {"entry": 7})
    assert "Entry 7" in read_catalogue("en").text(told.key, **told.named)


def test_a_record_that_cannot_be_read_to_its_end_is_told():
    damaged = Problem("store.database_damaged")

    (told,) = check_news(CheckState(3, 9, True, problem=damaged))

    assert told == OpeningNews("store.database_damaged", {})
