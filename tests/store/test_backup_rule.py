"""Which backups are kept follows from their numbers, and from nothing else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coprod_desktop.store.backup_rule import FARTHEST, NEWEST, kept

numbers = st.sets(st.integers(1, 10**9), max_size=80)


@pytest.mark.parametrize(
    ("last", "staying"),
    [
        (10, {*range(1, 11)}),
        (11, {1, *range(2, 12)}),
        (16, {1, *range(7, 17)}),
        (17, {1, 2, *range(8, 18)}),
        (40, {1, 9, 25, *range(31, 41)}),
    ],
)
def test_every_number_has_its_answer(last: int, staying: set[int]):
    assert kept(range(1, last + 1)) == staying


@given(numbers)
def test_the_newest_are_always_kept(found: set[int]):
    newest = set(sorted(found)[-NEWEST:])

    assert newest <= kept(found) <= found


@given(numbers)
def test_asking_again_takes_nothing_more_away(found: set[int]):
    assert kept(kept(found)) == kept(found)


@given(st.integers(1, 5_000))
def test_backups_made_one_by_one_stay_few_and_reach_far_back(count: int):
    staying: frozenset[int] = frozenset()
    for number in range(1, count + 1):
        staying = kept({*staying, number})

    assert len(staying) <= NEWEST + 7
    assert count - min(staying) < FARTHEST
    if count > 2 * FARTHEST:
        assert count - min(staying) >= FARTHEST // 4
