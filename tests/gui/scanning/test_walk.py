"""The frame goes over rows, then over the things of a row, and round again."""

from __future__ import annotations

import pytest

from coprod_desktop.gui.scanning.walk import Walk


def places(walk: Walk, steps: int) -> list[tuple[int, int | None]]:
    found = []
    for _ in range(steps):
        found.append((walk.row, walk.item))
        walk.step()
    return found


def test_rows_follow_each_other_from_the_first_and_round_again():
    assert places(Walk([1, 2, 3], first=1), 4) == [
        (1, None),
        (2, None),
        (0, None),
        (1, None),
    ]


def test_a_press_goes_into_a_row_and_past_its_last_thing_is_out_again():
    walk = Walk([3, 2])

    pressed = walk.press()

    assert pressed is None
    assert places(walk, 5) == [(0, 0), (0, 1), (0, 2), (0, None), (1, None)]


def test_a_second_press_takes_the_thing_and_stands_on_its_row():
    walk = Walk([3, 2])
    walk.press()
    walk.step()

    assert walk.press() == 1
    assert (walk.row, walk.item) == (0, None)


def test_a_row_of_one_thing_is_that_thing():
    assert Walk([1, 2]).press() == 0


def test_it_begins_again_where_it_is_told_to():
    walk = Walk([1, 1, 1], first=2)

    walk.begin(1)
    told = walk.row
    walk.begin()

    assert (told, walk.row) == (1, 2)


@pytest.mark.parametrize("counts", [[], [2, 0]])
def test_rows_without_things_are_refused(counts: list[int]):
    with pytest.raises(ValueError, match="rows"):
        Walk(counts)
