"""Stand-ins for the world outside, with the interface of the real thing."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from coprod_desktop.crypto.doors import FLOOR
from coprod_desktop.speech.voice import Heard, Spoken
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


class FakeVoice:
    """A voice that says every word in half a second, and makes no noise."""

    def __init__(self, *languages: str) -> None:
        self.languages = languages or ("en",)
        self.said: list[tuple[str, str, int]] = []
        self.tones: list[str] = []

    def knows(self, language: str) -> bool:
        """Whether it was made with the language."""
        return language in self.languages

    def say(
        self, text: str, language: str, speed_pct: int, tone: str = "usual"
    ) -> Spoken:
        """Note what is said, and give silence of the right length."""
        if not self.knows(language):
            raise ValueError(f"no voice for the language {language!r}")
        self.said.append((text, language, speed_pct))
        self.tones.append(tone)
        spans = [found.span() for found in re.finditer(r"\S+", text)]
        words = tuple(Heard(*span, 500 * at) for at, span in enumerate(spans))
        return Spoken(bytes(1_000 * len(words)), 1_000, words)


class FakeSound:
    """A sound card that plays only as far as it is told to."""

    def __init__(self) -> None:
        self.is_plugged_in = True
        self.playing: Spoken | None = None
        self.is_held = False
        self._at_ms = 0
        self._ended: Callable[[], None] | None = None
        self._failed: Callable[[], None] | None = None

    def is_there(self) -> bool:
        """Whether it is plugged in."""
        return self.is_plugged_in

    def play(
        self, spoken: Spoken, ended: Callable[[], None], failed: Callable[[], None]
    ) -> None:
        """Hold a piece at its beginning."""
        self.playing, self._at_ms, self.is_held = spoken, 0, False
        self._ended, self._failed = ended, failed

    def at_ms(self) -> int:
        """Return how far it was told to play."""
        return self._at_ms

    def pause(self) -> None:
        """Hold it."""
        self.is_held = True

    def go_on(self) -> None:
        """Let it go on."""
        self.is_held = False

    def stop(self) -> None:
        """Keep nothing."""
        self.playing = self._ended = self._failed = None

    def play_to(self, at_ms: int) -> None:
        """Play as far as this."""
        self._at_ms = at_ms

    def play_out(self) -> None:
        """Play the piece to its end."""
        if self._ended is None:
            raise LookupError("nothing is being played")
        self._ended()

    def pull_the_plug(self) -> None:
        """Fail in the middle of the piece."""
        if self._failed is None:
            raise LookupError("nothing is being played")
        self.is_plugged_in = False
        self._failed()


class FakeSpeller:
    """A dictionary of the words it is given, and of what is like the others."""

    def __init__(self, known: str, **like: tuple[str, ...]) -> None:
        self._known = set(known.split())
        self._like = like
        self.asked: list[str] = []
        self.is_closed = False

    def knows(self, word: str) -> bool:
        """Whether it was given this word."""
        self.asked.append(word)
        return word.casefold() in self._known

    def like(self, word: str) -> tuple[str, ...]:
        """Return what it was told is like a word."""
        return self._like.get(word, ())

    def close(self) -> None:
        """Remember that it was given back."""
        self.is_closed = True
