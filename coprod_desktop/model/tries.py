"""How long somebody waits after wrong tries at a PIN or at pictures (SAFETY, T8).

Five tries are free. Then half a minute, doubled with each further try. After ten the
door is closed, until two people open it together. Nothing is ever wiped.
"""

from __future__ import annotations

FREE = 5
MOST = 10

_FIRST_WAIT_S = 30
_LONGEST_WAIT_S = 15 * 60


def wait_s(failed: int) -> int:
    """Return how many seconds must pass before the next try, after so many failed."""
    if failed < FREE:
        return 0
    return min(_FIRST_WAIT_S << (failed - FREE), _LONGEST_WAIT_S)


def tries_left(failed: int) -> int:
    """Return how many tries there are before the door is closed."""
    return max(MOST - failed, 0)
