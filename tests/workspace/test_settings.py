"""The ward's settings, and what they are where nobody changed them."""

from __future__ import annotations

import pytest

from coprod_desktop.workspace.settings import (
    IDLE_MINUTES,
    PIN_FIGURES,
    idle_minutes_of,
    pin_lengths_of,
)


@pytest.mark.parametrize(
    ("kept", "minutes"), [("1", 1), ("2", 2), ("10", 10), ("", 2), ("0", 2), ("11", 2)]
)
def test_a_ward_locks_after_one_to_ten_minutes_and_usually_two(kept: str, minutes: int):
    assert idle_minutes_of({IDLE_MINUTES: kept}) == minutes
    assert idle_minutes_of({}) == 2


@pytest.mark.parametrize("kept", ["²", "two", "-1", "1.5", "٣"])
def test_what_is_no_number_counts_for_the_usual(kept: str):
    assert idle_minutes_of({IDLE_MINUTES: kept}) == 2


def test_a_ward_that_once_chose_otherwise_has_pins_of_both_lengths():
    assert pin_lengths_of({}) == (6,)
    assert pin_lengths_of({PIN_FIGURES: "4"}) == (6, 4)
    assert pin_lengths_of({PIN_FIGURES: "6"}) == (6, 4)
