"""The clock on the wall jumps: ten years, to 1970, over the hour that summer takes.

Somebody writes and shares while the clock jumps before each act, and makes a backup
after each. What stands there is what was told, in the order in which it was told;
nothing is deleted, and of the backups those stay that would stay by a right clock.
"""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from pathlib import Path

from coprod_desktop.store.backup import backups_in
from coprod_desktop.store.backup_reading import check_backup
from coprod_desktop.store.backup_rule import kept
from tests.faults.campaign import Campaign, Campaigns, Tally
from tests.faults.fork_server import ForkServer, fork_server
from tests.faults.needs import need
from tests.faults.sessions import State, nothing_yet
from tests.faults.transcripts import Transcript, look
from tests.faults.wall_clock import JUMPS, WallClock, faketime_library
from tests.faults.written_ward import key_of, opened

ACTS = 10
JUMPING = Campaign(
    "clock ten years off, in 1970, over a change of hours", 3, 100, each=ACTS
)
ON_ONE_WARD = 10
SESSION = "tests.faults.sessions:write"


class Jumping:
    """One ward after the other, in which the clock jumps before each act."""

    def __init__(
        self,
        server: ForkServer,
        clock: WallClock,
        pattern: Path,
        folder: Path,
        tally: Tally,
    ) -> None:
        self.server = server
        self.clock = clock
        self.pattern = pattern
        self.folder = folder / "ward-pc"
        self.backups = folder / "backups"
        self.tally = tally
        self.state: State = nothing_yet()
        self.staying: frozenset[int] = frozenset()
        self.visits = 0
        self.is_broken = False
        """Whether the last run broke off; its ward is no good for the next."""

    def once(self, chance: random.Random) -> str | None:
        if self.visits % ON_ONE_WARD == 0 or self.is_broken:
            shutil.rmtree(self.folder, ignore_errors=True)
            shutil.copytree(self.pattern, self.folder)
            shutil.rmtree(self.backups, ignore_errors=True)
            self.backups.mkdir()
            self.state, self.staying = nothing_yet(), frozenset()
        self.visits += 1
        self.is_broken = True
        entries = self._entries()
        self.clock.jump(chance)
        ended = self.server.run(
            SESSION,
            folder=str(self.folder),
            seed=chance.randrange(2**32),
            acts=ACTS,
            state=self.state,
            backups=str(self.backups),
            jumps={
                "file": str(self.clock.file),
                "to": [chance.choice(JUMPS) for _ in range(ACTS)],
            },
        )
        self.clock.set("+0")
        told = Transcript(self.state, ended.lines)
        wrong, self.state = look(self.folder, told)
        found = [wrong] if wrong else []
        if ended.status:
            found.append(f"the program ended with status {ended.status}")
        if told.problems:
            found.append(f"it told problems: {told.problems}")
        if self._entries()[: len(entries)] != entries:
            found.append("what stood in the record does not stand there any more")
        found += self._missing_backups(told.backups)
        self.is_broken = bool(found)
        return "\n".join(found) or None

    def _missing_backups(self, made: list[int]) -> list[str]:
        """Say which backups do not stay that would by a right clock."""
        for number in made:
            self.staying = kept({*self.staying, number})
        self.tally.add("backups made", len(made))
        if len(made) != ACTS:
            return [f"only {len(made)} backups were made"]
        key = key_of(self.folder)
        there = backups_in(self.backups, key)
        check_backup(there[0].folder, key)
        numbers = frozenset(one.summary.number for one in there)
        self.tally.most("most backups kept", len(numbers))
        wrong = sorted(self.staying ^ numbers)
        return [f"backups that stay and must not, or the other way: {wrong}"][
            : len(wrong)
        ]

    def _entries(self) -> list[bytes]:
        with closing(opened(self.folder)) as ward:
            return [one.hash for one in ward.store.record.entries()]


def test_a_clock_that_jumps_changes_no_order_and_deletes_nothing(
    campaigns: Campaigns, pattern_folder: Path, quick_folder: Path
):
    need(campaigns, JUMPING.fault, "faketime")
    library = faketime_library()
    assert library is not None
    clock = WallClock(quick_folder)
    with fork_server(
        "tests.faults.sessions", preload=[library], settings=clock.settings
    ) as server:
        tally = campaigns.tally(JUMPING.fault)
        jumping = Jumping(server, clock, pattern_folder, quick_folder, tally)

        campaigns.run(JUMPING, jumping.once, tally).check()
