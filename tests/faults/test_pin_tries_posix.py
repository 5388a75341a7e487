"""A PIN is guessed, with kills and clock jumps between: ten guesses count, and no more.

The one who guesses stops the program before, while and after a guess is looked at, at
any call to the disk, changes the clock on the wall, and opens the ward again and again.
"""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from tests.faults.campaign import Campaign, Campaigns, Tally
from tests.faults.failing_disk import Calls, Fault, How
from tests.faults.fork_server import Ended, ForkServer, fork_server
from tests.faults.needs import need
from tests.faults.own_ward import PINS, OwnWard, own_ward
from tests.faults.wall_clock import WallClock, faketime_library

GUESSING = Campaign("PIN tries with kills and clock jumps between", 1, 500)
FREE, MOST = 5, 10
OPENINGS = 8
"""At most; then somebody guesses on undisturbed until nothing is looked at."""

GUESSES = 5
"""At most, in one opening."""

NO_WAIT = (0.0, 1.0, 5.0)
SOME_WAIT = (31.0, 61.0, 1_000.0)
"""Seconds: all of an opening together shorter than any wait that is owed, and long
enough for some or all."""

MODULE = "tests.faults.guessing"
GUESS = f"{MODULE}:guess"


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> OwnWard:
    """A ward in which Sam has a PIN. Nobody opens it."""
    return own_ward(tmp_path_factory.mktemp("guessed") / "ward-pc")


class Guesser:
    """Guesses at one copy after the other."""

    def __init__(
        self, server: ForkServer, clock: WallClock, pattern: OwnWard, folder: Path
    ) -> None:
        self.server = server
        self.clock = clock
        self.pattern = pattern
        self.folder = folder / "ward-pc"
        self.tally: Tally | None = None
        self._copy()
        server.warm_up(f"{MODULE}:open_once", folder=str(self.folder))

    def _copy(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(
            self.pattern.folder,
            self.folder,
            ignore=shutil.ignore_patterns("ward.reserve"),
        )

    def once(self, chance: random.Random) -> str | None:
        self._copy()
        is_patient = chance.random() < 0.7
        looked_at = kills = 0
        lines: list[str] = []
        for _ in range(OPENINGS):
            self.clock.jump(chance)
            ended = self._visit(chance, is_patient)
            kills += ended.was_killed
            looked_at += ended.lines.count("evaluating")
            lines += ended.lines
            if "refused store.door_closed" in ended.lines:
                break
        last = self._guess(["111111"] * (MOST + 1), [NO_WAIT, SOME_WAIT][is_patient])
        looked_at += last.lines.count("evaluating")
        self.clock.set("+0")
        most = MOST if is_patient else FREE
        wrong = [one for one in lines if one.startswith(("raised", "right"))]
        if not most - kills <= looked_at <= most:
            # A kill may take a try along that was written down and not looked at yet.
            wrong.append(f"{looked_at} guesses were looked at, {most} is the most")
        if self.tally is not None:
            self.tally.most("most looked at", looked_at)
            self.tally.add("guesses looked at", looked_at)
            self.tally.add("kills", kills)
            self.tally.add("doors closed", is_patient)
        if is_patient:
            wrong += self._right_pin_after_all(last)
        elif not last.lines[-1].startswith("refused"):
            wrong.append(f"the last guess brought {last.lines[-1]}")
        return "; ".join(wrong) or None

    def _guess(self, pins: list[str], waits_s: tuple[float, ...]) -> Ended:
        """Let somebody guess undisturbed, each time after the longest wait."""
        return self.server.run(
            GUESS,
            folder=str(self.folder),
            person=self.pattern.cast.sam,
            pins=pins,
            waits_s=[waits_s[-1] if waits_s is SOME_WAIT else 0.0] * len(pins),
        )

    def _visit(self, chance: random.Random, is_patient: bool) -> Ended:
        count = chance.randint(2, GUESSES)
        waits = (*NO_WAIT, *SOME_WAIT) if is_patient else NO_WAIT
        asked: dict[str, Any] = {
            "folder": str(self.folder),
            "person": self.pattern.cast.sam,
            "pins": [f"{chance.randrange(10**6):06}" for _ in range(count)],
            "waits_s": [chance.choice(waits) for _ in range(count)],
        }
        asked["pins"] = [
            one if one != PINS["sam"] else "111111" for one in asked["pins"]
        ]
        dice = chance.random()
        if dice < 0.35:
            hows = (How.KILLED_BEFORE, How.KILLED_AFTER, How.KILLED_HALFWAY)
            fault = Fault(
                str(self.folder),
                at=chance.randint(1, 12),
                how=chance.choice(hows),
                calls=int(Calls.CHANGES),
            )
            return self.server.run(GUESS, fault=vars(fault), **asked)
        after_s = chance.uniform(0.0, 0.3) if dice < 0.6 else None
        return self.server.run(GUESS, after_s, "opened", **asked)

    def _right_pin_after_all(self, last: Ended) -> list[str]:
        """A closed door stays closed, for the right PIN as well."""
        with closing(replace(self.pattern, folder=self.folder).opened()) as ward:
            seen = ward.voices.door(self.pattern.cast.sam)
        ended = self._guess([PINS["sam"]], SOME_WAIT)
        wanted = "refused store.door_closed"
        is_shut = seen.is_closed and (last.lines[-1], ended.lines[-1]) == (wanted,) * 2
        return [] if is_shut else [f"the closed door said {ended.lines}"]


def test_ten_guesses_at_most_are_looked_at(
    campaigns: Campaigns, failing_disk: Path, pattern: OwnWard, quick_folder: Path
):
    need(campaigns, GUESSING.fault, "cc", "faketime")
    library = faketime_library()
    assert library is not None
    clock = WallClock(quick_folder)
    tally = campaigns.tally(GUESSING.fault)
    with fork_server(
        MODULE,
        preload=[failing_disk, library],
        settings=clock.settings,
    ) as server:
        guesser = Guesser(server, clock, pattern, quick_folder)
        guesser.tally = tally

        campaigns.run(GUESSING, guesser.once, tally).check()
