"""How long something still takes, in words that do not change with every second."""

from __future__ import annotations

import math
from typing import NamedTuple

from coprod_desktop.i18n.catalogue import Catalogue

STEP_S = 10
"""Below a minute, time is told in steps of so many seconds."""


class TimeWords(NamedTuple):
    """The keys of one sentence that tells a time: both are plurals."""

    minutes: str
    seconds: str


def how_long(words: Catalogue, keys: TimeWords, seconds: float) -> str:
    """Return the sentence in minutes or in seconds, always rounded up."""
    if seconds > 60 - STEP_S:
        return words.plural(keys.minutes, max(1, math.ceil(seconds / 60)))
    steps = max(1, math.ceil(seconds / STEP_S))
    return words.plural(keys.seconds, steps * STEP_S)
