"""How long nobody has touched the computer, and what follows from it.

A pure reckoning: seconds come from outside, and never from the clock on the wall, which
somebody may set.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

SHORTEST_S = 60.0
"""No ward locks sooner than this, so that none is asked before it could matter."""

WARNING_S = 20.0
"""How long it is told before it locks (WCAG 2.2.1 asks for 20 s or more)."""


class Stillness(StrEnum):
    """What nobody's touching anything means now."""

    USED = "used"
    WARNING = "warning"
    OVER = "over"


class IdleClock:
    """Counts from the last touch.

    ``monotonic`` gives seconds that never run back; ``limit_s`` says after how many of
    them it is over, the warning included.
    """

    def __init__(
        self, monotonic: Callable[[], float], limit_s: Callable[[], float]
    ) -> None:
        self._monotonic = monotonic
        self._limit_s = limit_s
        self._touched = monotonic()

    def touch(self) -> None:
        """Begin to count anew: somebody is here."""
        self._touched = self._monotonic()

    @property
    def stillness(self) -> Stillness:
        """What the time since the last touch means."""
        still_s = self._monotonic() - self._touched
        if still_s < SHORTEST_S - WARNING_S:
            return Stillness.USED
        limit_s = self._limit_s()
        if still_s >= limit_s:
            return Stillness.OVER
        if still_s >= limit_s - WARNING_S:
            return Stillness.WARNING
        return Stillness.USED
