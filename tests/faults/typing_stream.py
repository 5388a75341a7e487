"""What somebody does at a question, drawn from a seed, and what must come of it.

The program that types and the test that kills it draw the same acts. What the words
must be is told here anew, from a list of signs and writers, and not by the model.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

SLOWEST, FASTEST = 8, 60
"""Keys a second."""

_LETTERS = "etaoinshrdlucmfwypvbgkqjxz"
_SEVERAL_SIGNS = (
    *("🙂", "🐕", "👩‍👧", "🏴󠁧󠁢󠁷󠁬󠁳󠁿", "🇬🇧", "e\u0301", "ŵ", "“", "…"),
    *("س", "ل", "ا", "م", "لا", "\u064e", "؟"),
)


class Kind(StrEnum):
    """What somebody does."""

    KEY = "key"
    BACK = "back"
    """Takes the last sign away."""
    HAND_OVER = "hand over"
    """Gives the pen to the other: the patient, or who writes for them."""
    SHARE = "share"


class Pen(StrEnum):
    """Who wrote a sign. All of them are the patient's words."""

    OWN = "own"
    SCRIBE = "scribe"


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that somebody does, after a wait."""

    kind: Kind
    wait_ms: int
    text: str = ""


Signs = tuple[tuple[str, Pen], ...]
"""Every code point with who wrote it."""


def acts(seed: int) -> Iterator[Act]:
    """Give what somebody does, for ever; the same for the same seed."""
    chance = random.Random(seed)
    pause_ms = 1000 / chance.uniform(SLOWEST, FASTEST)
    while True:
        wait = chance.uniform(0.5, 1.5) * pause_ms
        if chance.random() < 0.02:
            wait = chance.uniform(250, 600)  # somebody thinks
        yield _act(chance, round(wait))


def _act(chance: random.Random, wait_ms: int) -> Act:
    dice = chance.random()
    if dice < 0.01:
        return Act(Kind.SHARE, wait_ms)
    if dice < 0.025:
        return Act(Kind.HAND_OVER, wait_ms)
    if dice < 0.13:
        return Act(Kind.BACK, wait_ms)
    if dice < 0.30:
        return Act(Kind.KEY, wait_ms, " ")
    if dice < 0.32:
        return Act(Kind.KEY, wait_ms, "\n")
    if dice < 0.42:
        return Act(Kind.KEY, wait_ms, chance.choice(_SEVERAL_SIGNS))
    letter = chance.choices(_LETTERS, weights=range(len(_LETTERS), 0, -1))[0]
    return Act(Kind.KEY, wait_ms, letter)


def replayed(before: Signs, done: Sequence[Act]) -> list[Signs]:
    """Return the words before anything was done, and after each act.

    The patient has the pen at first. Who writes for them cannot take away what the
    patient wrote with their own hand.
    """
    signs, pen, found = before, Pen.OWN, [before]
    for act in done:
        if act.kind is Kind.KEY:
            signs += tuple((sign, pen) for sign in act.text)
        elif act.kind is Kind.BACK:
            if signs and (pen is Pen.OWN or signs[-1][1] is Pen.SCRIBE):
                signs = signs[:-1]
        elif act.kind is Kind.HAND_OVER:
            pen = Pen.SCRIBE if pen is Pen.OWN else Pen.OWN
        found.append(signs)
    return found


def fingerprint(words: str) -> str:
    """Return what stands for some words on a line."""
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def text_of(signs: Signs) -> str:
    """Return the words alone."""
    return "".join(sign for sign, _ in signs)
