"""A door opens for its secret alone, and never for less than it should cost."""

from dataclasses import replace

import pytest

from coprod_desktop.crypto.doors import (
    FLOOR,
    Cost,
    CostRefused,
    Door,
    WrongSecret,
    make_door,
    open_door,
)
from tests.fakes import FakeRandom

KEY = bytes(range(32))
SECRET = "sunlit garden gate"


@pytest.fixture(scope="module")
def door() -> Door:
    return make_door(SECRET, KEY, context=b"Priya", cost=FLOOR, random=FakeRandom())


def test_the_secret_opens_the_door(door: Door):
    assert open_door(door, SECRET, context=b"Priya") == KEY


def test_no_other_secret_opens_it(door: Door):
    with pytest.raises(WrongSecret):
        open_door(door, "Sunlit garden gate", context=b"Priya")


def test_a_door_does_not_open_under_another_name(door: Door):
    with pytest.raises(WrongSecret):
        open_door(door, SECRET, context=b"Robin")


@pytest.mark.parametrize("part", ["salt", "nonce", "sealed"])
def test_a_changed_door_does_not_open(door: Door, part: str):
    changed = bytes([getattr(door, part)[0] ^ 1]) + getattr(door, part)[1:]

    with pytest.raises(WrongSecret):
        open_door(replace(door, **{part: changed}), SECRET, context=b"Priya")


def test_two_doors_to_one_key_have_nothing_in_common(door: Door):
    other = make_door(SECRET, KEY, context=b"", cost=FLOOR, random=FakeRandom("b"))

    assert not {other.salt, other.nonce, other.sealed} & {
        door.salt,
        door.nonce,
        door.sealed,
    }


def test_the_usual_cost_is_what_the_standard_recommends():
    assert Cost() == Cost(memory_kib=64 * 1024, passes=3, lanes=4)


@pytest.mark.parametrize(
    "cost",
    [
        replace(FLOOR, memory_kib=FLOOR.memory_kib - 1),
        replace(FLOOR, memory_kib=1024 * 1024 + 1),
        replace(FLOOR, passes=1),
        replace(FLOOR, passes=65),
        replace(FLOOR, lanes=0),
        replace(FLOOR, lanes=65),
    ],
)
def test_a_cost_that_was_lowered_or_cannot_be_paid_is_refused(door: Door, cost: Cost):
    with pytest.raises(CostRefused):
        open_door(replace(door, cost=cost), SECRET, context=b"Priya")
    with pytest.raises(CostRefused):
        make_door(SECRET, KEY, context=b"", cost=cost, random=FakeRandom())


def test_a_door_without_salt_is_refused(door: Door):
    with pytest.raises(ValueError, match="16 bytes"):
        open_door(replace(door, salt=b""), SECRET, context=b"Priya")
