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
    made = make_door(SECRET, KEY, context=b"Priya", cost=FLOOR, random=FakeRandom())
    return made.door


def test_the_secret_opens_the_door(door: Door):
    assert open_door(door, SECRET, context=b"Priya").key == KEY


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
    random = FakeRandom("b")
    other = make_door(SECRET, KEY, context=b"", cost=FLOOR, random=random).door

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


def test_a_door_that_was_made_before_there_were_secrets_beside_still_opens():
    sealed = bytes.fromhex(
        "eee1c8ef28afed41c4066c3d08e0d959dcf9babc561a77b2"
        "b713e009fe5e17709ca9e8c6d6a54ab38dfd7b617cd6e91c"
    )
    old = Door(bytes(16), FLOOR, bytes(12), sealed)

    assert open_door(old, SECRET, context=b"Priya").key == KEY


def test_the_secret_beside_the_door_is_the_same_each_time_and_not_the_key():
    made = make_door(SECRET, KEY, context=b"", cost=FLOOR, random=FakeRandom())

    opened = open_door(made.door, SECRET, context=b"")

    assert opened.beside == made.beside
    assert len(opened.beside) == 32
    assert opened.beside != opened.key


def test_another_door_with_the_same_secret_has_another_secret_beside_it(door: Door):
    random = FakeRandom("b")
    other = make_door(SECRET, KEY, context=b"", cost=FLOOR, random=random)

    assert other.beside != open_door(door, SECRET, context=b"Priya").beside


def test_a_short_secret_without_the_pepper_opens_nothing():
    made = make_door(
        "4071", KEY, context=b"", cost=FLOOR, random=FakeRandom(), pepper=bytes(32)
    )

    assert open_door(made.door, "4071", context=b"", pepper=bytes(32)).key == KEY
    for pepper in (b"", bytes(31) + b"\1"):
        with pytest.raises(WrongSecret):
            open_door(made.door, "4071", context=b"", pepper=pepper)
