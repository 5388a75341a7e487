"""Stand-ins for the world outside, with the interface of the real thing."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime, timedelta

from coprod_desktop.crypto.doors import FLOOR
from coprod_desktop.store.world import World

MORNING = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
"""A Monday: where every fake clock starts."""


class FakeClock:
    """A clock that moves only when it is told to.

    Call it for the time, as ``coprod_desktop.model.ports.Clock`` asks.
    """

    def __init__(self, now: datetime = MORNING) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def tick(self, seconds: float = 1) -> datetime:
        """Move on, or back with a negative number, and give the new time."""
        self.now += timedelta(seconds=seconds)
        return self.now

    def pass_days(self, days: float) -> datetime:
        """Move on by whole or part days and give the new time."""
        return self.tick(days * 86_400)


class TickingClock(FakeClock):
    """A clock that moves on by one second each time it is read."""

    def __call__(self) -> datetime:
        now = self.now
        self.tick()
        return now


class FakeIds:
    """Ids that count: the first ends in 1, the second in 2, and so on.

    Call it for an id, as ``coprod_desktop.model.ports.Ids`` asks. ``prefix`` is at
    most 8 hexadecimal digits and keeps the ids of two makers apart.
    """

    def __init__(self, prefix: str = "") -> None:
        if len(prefix) > 8 or set(prefix) - set("0123456789abcdef"):
            raise ValueError(f"want up to 8 hexadecimal digits, not {prefix!r}")
        self.prefix = prefix
        self.given = 0

    def __call__(self) -> str:
        self.given += 1
        return self.prefix + f"{self.given:0{32 - len(self.prefix)}x}"


class FakeRandom:
    """Bytes that look like chance and are the same in every run.

    Call it with a number of bytes, as ``coprod_desktop.crypto.doors.Random`` asks.
    """

    def __init__(self, seed: str = "") -> None:
        self.seed = seed
        self.asked = 0

    def __call__(self, length: int) -> bytes:
        self.asked += 1
        start = f"{self.seed}/{self.asked}".encode()
        return hashlib.shake_256(start).digest(length)


class FakeMonotonic:
    """Seconds that only run forward, and only when they are told to.

    Call it for the seconds, as :class:`coprod_desktop.store.world.World` asks.
    """

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now

    def pass_s(self, seconds: float) -> None:
        """Move on."""
        self.now += seconds


def fake_world(
    clock: FakeClock | None = None,
    seed: str = "",
    monotonic: FakeMonotonic | None = None,
) -> World:
    """A world of stand-ins, in which secrets are as quick to try as may be."""
    ids = FakeIds(hashlib.sha256(seed.encode()).hexdigest()[:8])
    world = (clock or FakeClock(), ids, FakeRandom(seed), FLOOR)
    return World(*world, monotonic=monotonic or FakeMonotonic())


class HeardProgress:
    """Hears how far something slow is."""

    def __init__(self) -> None:
        self.shares: list[float] = []

    def __call__(self, done: int, of: int) -> None:
        self.shares.append(done / of)

    @property
    def rises_to_its_end(self) -> bool:
        """Whether it never went back, and told its end last and once."""
        *before, end = self.shares
        return self.shares == sorted(self.shares) and before[-1:] < [1.0] == [end]
