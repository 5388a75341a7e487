"""A disk that fails at the so-many-th call: nothing is told as done that is not.

Each run takes a fresh copy of a ward, lets one call or several in a row fail, cut short
or find no room, while somebody writes and shares; who tries again gets on when it works
again, and at the end all is there.
"""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

from tests.faults.campaign import Campaign, Campaigns
from tests.faults.failing_disk import Calls, Fault, How
from tests.faults.fork_server import ForkServer, fork_server
from tests.faults.needs import need
from tests.faults.sessions import nothing_yet
from tests.faults.transcripts import Transcript, look

FAILING = Campaign(
    "a write, sync, rename or change of length fails at the k-th call", 8, 1_000
)
SESSION = "tests.faults.sessions:write"
ACTS = 25
STRIDE = 7919
"""A prime: neighbouring seeds fail far-away calls, and a thousand fail each one."""


class Failing:
    """One ward after the other, on a disk that fails."""

    def __init__(self, server: ForkServer, pattern: Path, folder: Path) -> None:
        self.server = server
        self.pattern = pattern
        self.folder = folder / "ward-pc"
        self.told_problems: set[str] = set()
        self.calls = self._calls()

    def _calls(self) -> int:
        """Count the calls of a session in which nothing fails."""
        self._copy()
        self.server.warm_up(SESSION, **self._session(1, at=0))
        self._copy()
        ended = self.server.run(SESSION, **self._session(1, at=0))
        assert ended.status == 0, ended.lines
        return Transcript(nothing_yet(), ended.lines).calls

    def once(self, chance: random.Random) -> str | None:
        seed = chance.randrange(2**31)
        return self.run(
            seed,
            at=1 + seed * STRIDE % self.calls,
            how=chance.choice((How.BROKEN, How.FULL, How.SHORT)),
            lasting=chance.choice((1, 1, 3, 30)),
        )

    def run(self, seed: int, **fault: int) -> str | None:
        """Let somebody write while the disk fails; say what is wrong, or None."""
        self._copy()
        before = self._sizes()
        session = self._session(seed, **fault)
        ended = self.server.run(SESSION, **session)
        told = Transcript(nothing_yet(), ended.lines)
        self.told_problems.update(told.problems)
        wrong, _ = look(self.folder, told)
        found = [wrong] if wrong else []
        if ended.status:
            found.append(f"the program ended with status {ended.status}")
        if told.done < len(told.states) - 1:
            found.append(f"it went no further than act {told.done}")
        found += [
            f"{name} had {size} bytes and has {self._sizes().get(name, 0)}"
            for name, size in before.items()
            if self._sizes().get(name, 0) < size
        ]
        return (
            "\n".join([*found, f"the disk failed: {session['fault']}"])
            if found
            else None
        )

    def _copy(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(self.pattern, self.folder)

    def _sizes(self) -> dict[str, int]:
        """Return how long each file is."""
        files = (one for one in self.folder.rglob("*") if one.is_file())
        return {one.name: one.stat().st_size for one in files}

    def _session(self, seed: int, **fault: int) -> dict[str, Any]:
        found = Fault(str(self.folder), **{"calls": int(Calls.CHANGES), **fault})
        return {
            "folder": str(self.folder),
            "seed": seed,
            "acts": ACTS,
            "state": nothing_yet(),
            "fault": vars(found),
        }


def test_a_failing_disk_is_told_and_loses_nothing(
    campaigns: Campaigns, failing_disk: Path, pattern_folder: Path, quick_folder: Path
):
    need(campaigns, FAILING.fault, "cc")
    with fork_server("tests.faults.sessions", preload=[failing_disk]) as server:
        failing = Failing(server, pattern_folder, quick_folder)

        tally = campaigns.run(FAILING, failing.once)
        # In a few runs chance may choose calls alone whose failing nobody need hear of.
        middle = failing.calls // 2
        for_long = failing.run(1, at=middle, how=How.BROKEN, lasting=30)

    tally.figures["calls of a session"] = failing.calls
    tally.figures["told"] = sorted(failing.told_problems)
    campaigns.write(tally)
    tally.check()
    assert for_long is None
    assert "store.disk_failed" in failing.told_problems
