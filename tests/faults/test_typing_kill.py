"""The window is killed while somebody types in it: what they wrote is there after.

A real window in a process of its own, on a real ward. Somebody types, takes signs
away, hands the pen over and shares, 8 to 60 keys a second, until the process is killed
at a moment that chance chooses. Six times here, on the same ward; fifty times with
``--full-faults``. The seeds are printed.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

import pytest

from coprod_desktop.app import real_world
from coprod_desktop.crypto.doors import FLOOR
from coprod_desktop.model.authored_text import AuthoredText, Mode
from coprod_desktop.workspace.cards import Card
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.ward import Ward
from tests.architecture.source import ROOT
from tests.faults.typing_child import FAILED
from tests.faults.typing_stream import (
    Pen,
    Signs,
    acts,
    fingerprint,
    replayed,
    text_of,
)
from tests.workspace.wards import FORM, PASSPHRASE, QUESTION, Cast, make

KILLS, ALL_KILLS = 3, 50

OLDEST_LOST_S = 1.0
"""Nothing that was typed longer than this before the kill may be missing."""

REOPENED_S = 3.0

PATIENCE = 5
"""How many times longer both may be in the ordinary run, where other tests run beside
it and the clock says little. The full campaign, run alone, takes them as they stand."""


@dataclass
class Told:
    """What the window said until it was killed."""

    place: str = ""
    """The question at which the form opened; ``-`` for none."""
    stood: str = ""
    """The fingerprint of the words that stood there."""
    times: list[float] = field(default_factory=list)
    """When each act was done."""
    saved: dict[int, str] = field(default_factory=dict)
    """For each number of acts shown as saved, the fingerprint of the words shown."""
    shared: dict[int, str] = field(default_factory=dict)
    killed_at: float = 0.0

    def hear(self, line: str) -> None:
        """Take in one whole line."""
        kind, *rest = line.split()
        if kind == "at":
            self.place, self.stood = rest
        elif kind == "act":
            assert int(rest[0]) == len(self.times)
            self.times.append(float(rest[1]))
        else:
            kept = self.saved if kind == "saved" else self.shared
            kept[int(rest[0])] = rest[1]


@dataclass
class Figures:
    """What many kills came to."""

    kills: int = 0
    acts: int = 0
    saved: int = 0
    shared: int = 0
    oldest_lost_s: float = 0.0
    slowest_opening_s: float = 0.0


@dataclass
class Killing:
    """One ward in which somebody is killed at writing, again and again."""

    folder: Path
    cast: Cast
    signs: Signs = ()
    """What stands there, as it was found after the last kill."""
    was_saved: bool = False
    patience: int = PATIENCE
    figures: Figures = field(default_factory=Figures)

    def once(self, seed: int) -> None:
        """Let somebody type, kill the window, and look at what is there."""
        chance = random.Random(seed)
        told = self._typed(seed, after_s=chance.uniform(0.1, 3.5))
        if self.was_saved:
            # No question asked: the form opens where they were, with their words.
            assert told.place == QUESTION
            assert told.stood == fingerprint(text_of(self.signs))
        states = replayed(self.signs, list(islice(acts(seed), len(told.times))))

        with self._reopened() as (card, ward):
            assert ward.store.record.verify() is None
            found = self._signs_in(card.said.text)
            self._check_words(states, told, found)
            self._check_shared(states, told, card)

        self.signs, self.was_saved = found, self.was_saved or bool(told.saved)

    def _check_words(self, states: list[Signs], told: Told, found: Signs) -> None:
        for number, shown in told.saved.items():
            assert fingerprint(text_of(states[number])) == shown
        # Taking away what was just typed makes states alike: the latest counts.
        kept = max((n for n, one in enumerate(states) if one == found), default=None)
        assert kept is not None, "what is there was never on the screen"
        assert kept >= max(told.saved, default=0), "shown as saved, and missing"
        ages = [told.killed_at - at for at in told.times[kept:]]
        assert max(ages, default=0.0) <= OLDEST_LOST_S * self.patience
        self.figures.kills += 1
        self.figures.acts += len(told.times)
        self.figures.saved += len(told.saved)
        self.figures.shared += len(told.shared)
        self.figures.oldest_lost_s = max(self.figures.oldest_lost_s, *ages, 0.0)

    def _check_shared(self, states: list[Signs], told: Told, card: Card) -> None:
        statement = card.statement
        versions = (*statement.earlier, statement) if statement else ()
        there = [self._signs_in(one.said.text) for one in versions]
        for number, shown in told.shared.items():
            assert fingerprint(text_of(states[number])) == shown
            assert states[number] in there

    def _signs_in(self, text: AuthoredText) -> Signs:
        """Return every sign with its writer; anybody else's would be an error."""
        pens = {
            (self.cast.sam, self.cast.sam, Mode.TYPED): Pen.OWN,
            (self.cast.sam, self.cast.priya, Mode.WORD_FOR_WORD): Pen.SCRIBE,
        }
        return tuple(
            (sign, pens[by.voice, by.writer, by.mode])
            for piece, by in text.pieces()
            for sign in piece
        )

    def _typed(self, seed: int, *, after_s: float) -> Told:
        told = Told()
        asked = [str(self.folder), self.cast.priya, self.cast.sam, str(seed)]
        errors = self.folder.with_name("errors.txt")
        with (
            errors.open("w", encoding="utf-8") as told_wrong,
            subprocess.Popen(
                [sys.executable, "-m", "tests.faults.typing_child", *asked],
                cwd=ROOT,
                env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
                stdout=subprocess.PIPE,
                stderr=told_wrong,
                text=True,
            ) as window,
        ):
            assert window.stdout is not None

            def kill() -> None:
                told.killed_at = time.monotonic()
                window.kill()

            killing = threading.Timer(after_s, kill)
            for line in window.stdout:
                if line.endswith("\n"):
                    told.hear(line)
                if told.times and not killing.ident:
                    killing.start()
            if killing.ident:
                killing.join()
        assert window.returncode not in {0, FAILED}, errors.read_text("utf-8")
        return told

    @contextmanager
    def _reopened(self) -> Iterator[tuple[Card, Ward]]:
        """Open the ward again, as the window does, and time it."""
        began = time.monotonic()
        world = replace(real_world(), cost=FLOOR)
        ward = Doorway(self.folder, world).open(self.cast.priya, PASSPHRASE)
        try:
            sitting = ward.sit_down(self.cast.sam, (self.cast.priya,))
            document = sitting.open(FORM)
            (card,) = document.cards(QUESTION)
            took = time.monotonic() - began
            assert took <= REOPENED_S * self.patience
            self.figures.slowest_opening_s = max(self.figures.slowest_opening_s, took)
            yield card, ward
            document.close()
        finally:
            ward.close()


@pytest.fixture(scope="session")
def killing(tmp_path_factory: pytest.TempPathFactory) -> Killing:
    """A ward that nobody has written in yet."""
    folder = tmp_path_factory.mktemp("typing") / "ward-pc"
    cast = make(folder, replace(real_world(), cost=FLOOR))
    return Killing(folder, cast)


@pytest.mark.timeout(1800)
def test_what_was_typed_is_there_after_the_program_is_killed(
    killing: Killing, full_faults: bool
):
    first = random.randrange(2**32)
    print("first seed", first)
    if full_faults:
        killing.patience = 1

    for seed in range(first, first + (ALL_KILLS if full_faults else KILLS)):
        print("seed", seed)
        killing.once(seed)

    print(killing.figures)
    assert killing.figures.saved > 0
    assert killing.figures.acts > 0
