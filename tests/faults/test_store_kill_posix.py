"""The store's writer is killed: what was told as done is there, and the chain is whole.

A child writes, shares, lets people in and folds the log, and is killed at a moment that
chance chooses, or before, after or half-way through one of its calls to the disk. The
same ward is then opened by the next child, fifty times, before another copy is taken.
"""

from __future__ import annotations

import random
import shutil
import time
from pathlib import Path
from typing import Any

from tests.faults.campaign import Campaign, Campaigns
from tests.faults.failing_disk import Calls, Fault, How
from tests.faults.fork_server import Ended, ForkServer, fork_server
from tests.faults.needs import need
from tests.faults.sessions import State, nothing_yet
from tests.faults.transcripts import Transcript, look

KILLS = Campaign("kill -9 in the store's writer", short=12, full=10_000)
ON_ONE_WARD = 50
ACTS = 14
MOST_BEGUN = 8
"""Acts that were begun before a kill by time; some of the others tell nothing."""
SESSION = "tests.faults.sessions:write"


class Killing:
    """One ward after the other, in which writers are killed."""

    def __init__(self, server: ForkServer, pattern: Path, folder: Path) -> None:
        self.server = server
        self.pattern = pattern
        self.folder = folder / "ward-pc"
        self.state: State = nothing_yet()
        self.kills = self.done = self.least = self.by_itself = 0
        self.is_broken = False
        """Whether the last run broke off; its ward is no good for the next."""
        self.act_s = self._undisturbed() / ACTS

    def _undisturbed(self) -> float:
        """Do it twice without a kill; return how long that takes, in seconds."""
        shutil.copytree(self.pattern, self.folder)
        session: dict[str, Any] = {
            "folder": str(self.folder),
            "acts": ACTS,
            "state": nothing_yet(),
        }
        self.server.warm_up(SESSION, seed=1, **session)
        shutil.rmtree(self.folder)
        shutil.copytree(self.pattern, self.folder)
        began = time.monotonic()
        ended = self.server.run(SESSION, seed=1, **session)
        assert ended.status == 0, ended.lines
        return time.monotonic() - began

    def once(self, chance: random.Random) -> str | None:
        if self.kills % ON_ONE_WARD == 0 or self.is_broken:
            shutil.rmtree(self.folder, ignore_errors=True)
            shutil.copytree(self.pattern, self.folder)
            self.state = nothing_yet()
        self.kills += 1
        self.is_broken = True
        begun = chance.randint(1, MOST_BEGUN) if self.kills % 2 else 0
        ended = self._killed(chance, begun)
        told = Transcript(self.state, ended.lines)
        self.done += told.done
        self.by_itself += not ended.was_killed
        if begun and ended.was_killed:
            self.least += begun - 1
        wrong, self.state = look(self.folder, told)
        self.is_broken = wrong is not None
        return wrong

    def _killed(self, chance: random.Random, begun: int) -> Ended:
        """Kill it soon after so many acts were begun, or at a call to the disk."""
        session: dict[str, Any] = {
            "folder": str(self.folder),
            "seed": chance.randrange(2**32),
            "acts": ACTS,
            "state": self.state,
        }
        if begun:
            # Counted from what it told, so that a busy machine kills it no sooner.
            from_act, after_s = f"will {begun} ", chance.random() * 2 * self.act_s
            return self.server.run(SESSION, after_s, from_act, **session)
        ways = (How.KILLED_BEFORE, How.KILLED_AFTER, How.KILLED_HALFWAY)
        fault = Fault(
            str(self.folder),
            at=chance.randint(1, 120),
            how=chance.choice(ways),
            calls=int(Calls.CHANGES),
        )
        return self.server.run(SESSION, fault=vars(fault), **session)


def test_nothing_told_as_done_is_missing_after_a_kill(
    campaigns: Campaigns, failing_disk: Path, pattern_folder: Path, quick_folder: Path
):
    need(campaigns, KILLS.fault, "cc")
    with fork_server("tests.faults.sessions", preload=[failing_disk]) as server:
        killing = Killing(server, pattern_folder, quick_folder)

        tally = campaigns.run(KILLS, killing.once)

    tally.add("acts told as done", killing.done)
    tally.add("not killed in time", killing.by_itself)
    campaigns.write(tally)
    tally.check()
    # Half of the kills came after so many acts that were told as done.
    assert killing.done >= killing.least > 0
    assert killing.by_itself <= tally.runs // 2
