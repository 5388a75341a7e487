"""The stand-ins keep the promises of the real thing."""

import socket
from datetime import UTC, timedelta

import pytest

from tests.fakes import (
    MORNING,
    FakeClock,
    FakeIds,
    FakeRandom,
    TickingClock,
    fake_world,
)


def test_a_clock_stands_still_until_it_is_moved(clock: FakeClock):
    before = clock()

    clock.tick(90)

    assert before == MORNING
    assert clock() - before == timedelta(seconds=90)
    assert clock().tzinfo is UTC


def test_a_ticking_clock_never_gives_the_same_time_twice():
    clock = TickingClock()

    times = [clock() for _ in range(5)]

    assert times == sorted(set(times))


def test_ids_look_real_and_never_repeat(ids: FakeIds):
    given = [ids() for _ in range(300)] + [FakeIds("ab")() for _ in range(1)]

    assert len(set(given)) == 301
    assert all(len(each) == 32 and int(each, 16) for each in given)


def test_made_up_chance_is_the_same_in_every_run_and_never_repeats():
    chance = FakeRandom("seed")

    given = [chance(16) for _ in range(50)]

    assert len(set(given)) == 50
    assert given[0] == FakeRandom("seed")(16) != FakeRandom("other")(16)
    assert len(chance(5)) == 5


def test_worlds_of_different_seeds_give_different_ids(clock: FakeClock):
    one, two = fake_world(clock, "one"), fake_world(seed="two")

    assert one.clock is clock
    assert one.ids() != two.ids()


def test_a_prefix_must_be_hexadecimal():
    with pytest.raises(ValueError, match="hexadecimal"):
        FakeIds("ward")


def test_nothing_leaves_this_machine():
    with socket.socket() as outside, pytest.raises(AssertionError, match="network"):
        outside.connect(("192.0.2.1", 80))


def test_talking_to_this_machine_is_allowed():
    with (
        socket.create_server(("127.0.0.1", 0)) as here,
        socket.create_connection(here.getsockname(), timeout=5) as there,
    ):
        assert there.getpeername() == here.getsockname()
