"""A disk that is really full: nothing told as saved is lost, and writing goes on after.

A small disk in memory is mounted, and another program's file takes all of it but a few
bytes, swept over sizes. First the reserve is given up, and nobody notices anything;
when that is used up as well, it is told, and who tries again gets on after there is
room.
"""

from __future__ import annotations

import random
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.faults.campaign import Campaign, Campaigns, Tally
from tests.faults.failing_disk import Calls, Fault
from tests.faults.fork_server import ForkServer, fork_server
from tests.faults.needs import need
from tests.faults.sessions import State, nothing_yet
from tests.faults.transcripts import Transcript, look

FILLING = Campaign("disk full at swept sizes", 6, 500)
SESSION = "tests.faults.sessions:write"
ACTS = 12
DISK_BYTES = 24 * 2**20
RESERVE_BYTES = 8 * 2**20
"""Really so much: the tests' own program makes a smaller one."""

PAGE = 4096
STEPS = 48
"""So many sizes, a page of the disk apart, from none to more than a session needs."""

STRIDE = 17
"""Neighbouring runs leave sizes that are far apart, and 48 runs leave each."""


@contextmanager
def small_disk(place: Path) -> Iterator[Path]:
    """Mount a disk of 24 MiB, and take it away again."""
    place.mkdir()
    size = f"size={DISK_BYTES}"
    subprocess.run(["mount", "-t", "tmpfs", "-o", size, "tmpfs", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


class Filling:
    """One ward after the other, on a disk that fills."""

    def __init__(
        self, server: ForkServer, pattern: Path, disk: Path, tally: Tally
    ) -> None:
        self.server = server
        self.pattern = pattern
        self.folder = disk / "ward-pc"
        self.filler = disk / "filler"
        self.tally = tally
        self.runs = 0
        self._copy()
        server.warm_up(SESSION, **self._session(1, nothing_yet()))

    def once(self, chance: random.Random) -> str | None:
        self._copy()
        before = self._sizes()
        seed = chance.randrange(2**31)
        left = self.runs * STRIDE % STEPS * PAGE
        self.runs += 1
        self._fill_up(left)
        wrong, state = self._written(seed, nothing_yet(), "room kept for that day")
        if (self.folder / "ward" / "ward.reserve").exists():
            wrong.append("the reserve was not given up")
        self._fill_up(left)
        more, _ = self._written(seed + 1, state, "")
        wrong += more
        after = self._sizes()
        wrong += [
            f"{name} had {size} bytes and has {after.get(name, 0)}"
            for name, size in before.items()
            if after.get(name, 0) < size
        ]
        return "\n".join([*wrong, f"{left} bytes were left"]) if wrong else None

    def _written(self, seed: int, state: State, kept: str) -> tuple[list[str], State]:
        """Let somebody write; say what is wrong, and what stands there."""
        ended = self.server.run(SESSION, **self._session(seed, state))
        self.filler.unlink(missing_ok=True)
        told = Transcript(state, ended.lines)
        found, now = look(self.folder, told)
        wrong = [found] if found else []
        if ended.status:
            wrong.append(f"the program ended with status {ended.status}")
        if told.done < len(told.states) - 1:
            wrong.append(f"it went no further than act {told.done}")
        if kept and told.problems:
            wrong.append(f"{kept}: and yet it told {told.problems}")
        if set(told.problems) - {"store.disk_full"}:
            wrong.append(f"it told {told.problems}")
        self.tally.add("acts done", told.done)
        self.tally.add("times told that it is full", len(told.problems))
        return wrong, now

    def _copy(self) -> None:
        shutil.rmtree(self.folder, ignore_errors=True)
        self.filler.unlink(missing_ok=True)
        shutil.copytree(self.pattern, self.folder)
        (self.folder / "ward" / "ward.reserve").write_bytes(bytes(RESERVE_BYTES))

    def _fill_up(self, left: int) -> None:
        """Let another program's file take all of the disk but so many bytes."""
        free = shutil.disk_usage(self.folder).free
        with self.filler.open("wb") as file:
            file.write(bytes(max(0, free - left)))

    def _sizes(self) -> dict[str, int]:
        """Return how long each file is; the reserve holds nothing."""
        files = (one for one in self.folder.rglob("*") if one.is_file())
        named = {one.name: one.stat().st_size for one in files}
        return {name: size for name, size in named.items() if name != "ward.reserve"}

    def _session(self, seed: int, state: State) -> dict[str, Any]:
        # Nothing fails by it: it knows what was written and not synced.
        watching = Fault(str(self.folder), at=0, calls=int(Calls.CHANGES))
        return {
            "folder": str(self.folder),
            "seed": seed,
            "acts": ACTS,
            "state": state,
            "fault": vars(watching),
            "filler": str(self.filler),
        }


def test_a_full_disk_is_told_and_loses_nothing(
    campaigns: Campaigns, failing_disk: Path, pattern_folder: Path, tmp_path: Path
):
    need(campaigns, FILLING.fault, "cc", "mount", "umount", root=True)
    tally = campaigns.tally(FILLING.fault)
    with (
        small_disk(tmp_path / "disk") as disk,
        fork_server("tests.faults.sessions", preload=[failing_disk]) as server,
    ):
        filling = Filling(server, pattern_folder, disk, tally)

        campaigns.run(FILLING, filling.once, tally).check()

    assert tally.figures["times told that it is full"] > 0
