"""Which backups are kept: a rule over their numbers alone.

The newest ten stay. Of those before, the oldest stays of all that are 10 to 15 numbers
back, the oldest of those 16 to 31 back, 32 to 63 back, and so on up to 1,023: seventeen
at most. What somebody erased is therefore out of every backup after 1,024 more at the
latest. No date and no clock has a say in it, so a clock that is wrong removes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable

NEWEST = 10
FARTHEST = 1_024
"""Numbers back from the newest."""


def kept(numbers: Iterable[int]) -> frozenset[int]:
    """Return the numbers of the backups that stay.

    Asked again of what it returned, it returns the same.
    """
    found = sorted(set(numbers), reverse=True)
    staying = set(found[:NEWEST])
    oldest: dict[int, int] = {}
    for number in found[NEWEST:]:
        back = found[0] - number
        if back < FARTHEST:
            oldest[back.bit_length()] = number
    return frozenset(staying | set(oldest.values()))
