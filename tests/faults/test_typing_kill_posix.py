"""The window is killed while somebody types in it: what they wrote is there after.

A real window in a process of its own, on a real ward. Somebody types, takes signs
away, hands the pen over and shares, 8 to 60 keys a second, until the process is killed
at a moment that chance chooses. Four type side by side, each on a ward of their own,
which is then opened again by the next window, twenty-five times.
"""

from __future__ import annotations

import random
import shutil
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
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
from tests.faults.campaign import Campaign, Campaigns, Tally
from tests.faults.fork_server import ForkServer, fork_server
from tests.faults.needs import need
from tests.faults.typing_stream import (
    Pen,
    Signs,
    acts,
    fingerprint,
    replayed,
    text_of,
)
from tests.workspace.wards import FORM, PASSPHRASE, QUESTION, Cast, make

SIDE_BY_SIDE = 4
KILLS = Campaign("kill -9 of the whole program while it types", 1, 250, SIDE_BY_SIDE)
ON_ONE_WARD = 25

OLDEST_LOST_S = 1.0
"""Nothing that was typed longer than this before the kill may be missing."""

REOPENED_S = 3.0

PATIENCE = 5
"""How many times longer both may be in the ordinary run, where other tests run beside
it and the clock says little. The full campaign, run alone, takes them as they stand."""

_COUNTING = threading.Lock()

MODULE = "tests.faults.typing_child"


@dataclass(frozen=True)
class Pattern:
    """A ward that nobody has written in yet, and who is on it."""

    folder: Path
    cast: Cast


@dataclass
class Told:
    """What the window said until it was killed."""

    killed_at: float
    place: str = ""
    """The question at which the form opened; ``-`` for none."""
    stood: str = ""
    """The fingerprint of the words that stood there."""
    times: list[float] = field(default_factory=list)
    """When each act was done."""
    saved: dict[int, str] = field(default_factory=dict)
    """For each number of acts shown as saved, the fingerprint of the words shown."""
    shared: dict[int, str] = field(default_factory=dict)

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


class Killing:
    """One ward after the other in which somebody is killed at writing."""

    def __init__(self, server: ForkServer, pattern: Pattern, folder: Path) -> None:
        self.server = server
        self.pattern = pattern
        self.folder = folder / "ward-pc"
        self.cast = pattern.cast
        self.patience = PATIENCE
        self.kills = 0
        self.signs: Signs = ()
        """What stands there, as it was found after the last kill."""
        self.was_saved = False
        self.is_broken = False
        """Whether the last run broke off; its ward is no good for the next."""

    def begin(self) -> None:
        """Let the server load all that a window needs."""
        shutil.copytree(self.pattern.folder, self.folder)
        who = {"folder": str(self.folder), "priya": self.cast.priya}
        self.server.warm_up(f"{MODULE}:open_once", **who)

    def once(self, seed: int, tally: Tally) -> None:
        """Let somebody type, kill the window, and look at what is there."""
        if self.kills % ON_ONE_WARD == 0 or self.is_broken:
            shutil.rmtree(self.folder)
            shutil.copytree(self.pattern.folder, self.folder)
            self.signs, self.was_saved = (), False
        self.kills += 1
        self.is_broken = True
        chance = random.Random(seed)
        told = self._typed(seed, after_s=chance.uniform(0.05, 2.5))
        if self.was_saved:
            # No question asked: the form opens where they were, with their words.
            assert told.place == QUESTION
            assert told.stood == fingerprint(text_of(self.signs))
        states = replayed(self.signs, list(islice(acts(seed), len(told.times))))

        with self._reopened(tally) as (card, ward):
            assert ward.store.record.verify() is None
            found = self._signs_in(card.said.text)
            self._check_words(states, told, found, tally)
            self._check_shared(states, told, card)

        self.signs, self.was_saved = found, self.was_saved or bool(told.saved)
        self.is_broken = False

    def _check_words(
        self, states: list[Signs], told: Told, found: Signs, tally: Tally
    ) -> None:
        for number, shown in told.saved.items():
            assert fingerprint(text_of(states[number])) == shown
        # Taking away what was just typed makes states alike: the latest counts.
        kept = max((n for n, one in enumerate(states) if one == found), default=None)
        assert kept is not None, "what is there was never on the screen"
        assert kept >= max(told.saved, default=0), "shown as saved, and missing"
        oldest_s = max((told.killed_at - at for at in told.times[kept:]), default=0.0)
        with _COUNTING:
            tally.add("keys and other acts", len(told.times))
            tally.add("times Saved was shown", len(told.saved))
            tally.add("times shared", len(told.shared))
            tally.most("oldest missing, s", oldest_s)
        assert oldest_s <= OLDEST_LOST_S * self.patience

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
        ended = self.server.run(
            f"{MODULE}:type_on",
            kill_after_s=after_s,
            counted_from="act ",
            folder=str(self.folder),
            priya=self.cast.priya,
            sam=self.cast.sam,
            seed=seed,
        )
        assert ended.was_killed, f"it ended by itself: {ended}"
        told = Told(ended.killed_at)
        for line in ended.lines:
            told.hear(line)
        return told

    @contextmanager
    def _reopened(self, tally: Tally) -> Iterator[tuple[Card, Ward]]:
        """Open the ward again, as the window does, and time it."""
        began = time.monotonic()
        world = replace(real_world(), cost=FLOOR)
        ward = Doorway(self.folder, world).open(self.cast.priya, PASSPHRASE)
        try:
            sitting = ward.sit_down(self.cast.sam, (self.cast.priya,))
            document = sitting.open(FORM)
            (card,) = document.cards(QUESTION)
            took = time.monotonic() - began
            with _COUNTING:
                tally.most("slowest opening, s", took)
            assert took <= REOPENED_S * self.patience
            yield card, ward
            document.close()
        finally:
            ward.close()


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> Pattern:
    """A ward that nobody has written in yet. Nobody opens it."""
    folder = tmp_path_factory.mktemp("typing") / "ward-pc"
    return Pattern(folder, make(folder, replace(real_world(), cost=FLOOR)))


def test_what_was_typed_is_there_after_the_program_is_killed(
    campaigns: Campaigns, pattern: Pattern, quick_folder: Path
):
    need(campaigns, KILLS.fault)
    tally = campaigns.tally(KILLS.fault)
    with ExitStack() as open_ones:
        killings = []
        for number in range(SIDE_BY_SIDE):
            server = open_ones.enter_context(fork_server(MODULE))
            killings.append(Killing(server, pattern, quick_folder / str(number)))
        pool = open_ones.enter_context(ThreadPoolExecutor(SIDE_BY_SIDE))
        for killing in killings:
            killing.patience = 1 if campaigns.is_full else PATIENCE
            killing.begin()

        def once(chance: random.Random) -> str | None:
            seeds = [chance.randrange(2**32) for _ in killings]
            asked = zip(killings, seeds, strict=True)
            done = [pool.submit(one.once, seed, tally) for one, seed in asked]
            # All of them end before the next four begin.
            errors = [one.exception() for one in done]
            for error in errors:
                if error is not None:
                    raise error
            return None

        campaigns.run(KILLS, once, tally).check()

    assert tally.figures["times Saved was shown"] > 0
