"""Traced from outside: a completed sync comes before each "Saved" on the screen.

Somebody types in the real window under strace. Whenever the screen says "Saved" of
words that it did not say it of before, the journal was written and synced since, and so
was the database's log; and nothing of the journal waits to be synced.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from coprod_desktop.app import real_world
from coprod_desktop.crypto.doors import FLOOR
from tests.architecture.source import ROOT
from tests.faults.campaign import Campaign, Campaigns
from tests.faults.needs import need
from tests.faults.traced import OPTIONS, Seen, read_trace
from tests.workspace.wards import Cast, make

SYNCED = Campaign('"Saved" on the screen after completed syncs, by strace', 1, 40)
SAVES = 8
"""So many different words that were saved end one run."""

JOURNAL = ("ward.journal", "ward.drafts")
DATABASE = "ward.coprod-wal"


def trace(folder: Path, cast: Cast, seed: int, log: Path) -> None:
    """Let somebody type in the window, until enough was saved."""
    asked = [str(folder), cast.priya, cast.sam, str(seed)]
    child = [sys.executable, "-m", "tests.faults.typing_child", *asked]
    saved: set[str] = set()
    with subprocess.Popen(
        ["strace", *OPTIONS, "-o", str(log), *child],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as window:
        assert window.stdout is not None
        for line in window.stdout:
            kind, *rest = line.split()
            if kind == "saved":
                saved.add(rest[1])
            if len(saved) >= SAVES:
                break
        # strace passes it on to the program, and both end.
        window.terminate()


def unsynced_saves(calls: Iterable[Seen], told: list[str]) -> Iterator[str]:
    """Name each "Saved" that came too early; put all that were seen in ``told``."""
    synced: set[str] = set()
    dirty: set[str] = set()
    shown: set[str] = set()
    for one in calls:
        name = Path(one.file).name
        if one.number == 1:
            kind, *rest = one.rest.split('"')[1].removesuffix("\\n").split()
            if kind in {"at", "saved", "shared"}:
                fingerprint = rest[1]
                if kind == "saved" and fingerprint not in shown:
                    told.append(fingerprint)
                    yield from _wrong(len(told), synced, dirty)
                    synced.clear()
                shown.add(fingerprint)
        elif one.call in {"fsync", "fdatasync"}:
            if one.result == 0:
                dirty.discard(name)
                synced.add(name)
        else:
            dirty.add(name)
            synced.discard(name)


def _wrong(number: int, synced: set[str], dirty: set[str]) -> Iterator[str]:
    if not synced & {*JOURNAL}:
        yield f"Saved {number} came with no sync of the journal"
    if DATABASE not in synced:
        yield f"Saved {number} came with no sync of the database"
    for name in dirty & {*JOURNAL}:
        yield f"Saved {number} came while {name} was not synced"


def test_a_completed_sync_comes_before_each_saved(campaigns: Campaigns, tmp_path: Path):
    need(campaigns, SYNCED.fault, "strace")
    folder, log = tmp_path / "ward-pc", tmp_path / "log"
    cast = make(folder, replace(real_world(), cost=FLOOR))
    tally = campaigns.tally(SYNCED.fault)

    def once(chance: random.Random) -> str | None:
        trace(folder, cast, chance.randrange(2**32), log)
        told: list[str] = []
        wrong = list(unsynced_saves(read_trace(log), told))
        tally.add("times Saved was shown", len(told))
        if len(told) < SAVES // 2:
            wrong.append(f"only {len(told)} saves were seen")
        return "; ".join(wrong) or None

    campaigns.run(SYNCED, once, tally).check()
