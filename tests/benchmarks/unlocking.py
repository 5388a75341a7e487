"""Opening the ward and signing in, beyond the one derivation that is slow on purpose.

The limit is the issue's: 20 ms.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from coprod_desktop.crypto import doors
from coprod_desktop.crypto.doors import Cost
from coprod_desktop.workspace.ward import Ward
from tests.benchmarks.rows import Row
from tests.fakes import fake_world
from tests.workspace.wards import PIN, Cast, give_keys, make, opened

ROUNDS = 15


class Slow:
    """Stands before the derivation, and adds up how long it takes and how often."""

    def __init__(self) -> None:
        self.ms = 0.0
        self.times = 0
        self._really = doors._stretched

    def __call__(self, secret: str, salt: bytes, cost: Cost) -> bytes:
        start = time.perf_counter()
        found = self._really(secret, salt, cost)
        self.ms += (time.perf_counter() - start) * 1000
        self.times += 1
        return found


def measure() -> list[Row]:
    """Measure on a small ward whose people have sign-ins of their own."""
    slow = Slow()
    doors._stretched = slow
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "ward-pc"
        cast = make(folder, fake_world(seed="unlocking"))
        ward = opened(folder, seed="first")
        give_keys(ward, cast)
        ward.close()
        opening = min(_opening(folder, slow) for _ in range(ROUNDS))
        ward = opened(folder, seed="then")
        signing_in = min(_signing_in(ward, cast, slow) for _ in range(ROUNDS))
        ward.close()
    return [
        Row("Opening the ward, beyond the derivation", opening, 20, "ms"),
        Row("Signing in with a PIN, beyond the derivation", signing_in, 20, "ms"),
    ]


def _opening(folder: Path, slow: Slow) -> float:
    found: list[Ward] = []
    beyond = _beyond(lambda: found.append(opened(folder)), slow)
    found[0].close()
    return beyond


def _signing_in(ward: Ward, cast: Cast, slow: Slow) -> float:
    ward.voices.close(cast.sam)
    return _beyond(lambda: ward.voices.sign_in_with_pin(cast.sam, PIN), slow)


def _beyond(call: Callable[[], object], slow: Slow) -> float:
    """Return the milliseconds that a call took, but for the one derivation in it."""
    slow.ms, slow.times = 0.0, 0
    start = time.perf_counter()
    call()
    took = (time.perf_counter() - start) * 1000
    assert slow.times == 1
    return took - slow.ms
