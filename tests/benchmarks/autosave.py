"""What saving costs: syncs of the disk, and whether writing ever waits for it.

Syncs are counted from outside, by strace, on a program that autosaves 200 times; what
opening and closing the ward needs is counted by itself and taken off.

How long the window is blocked is the difference between typing with autosave and the
same typing without it, turn and turn about in one run: the same keys into the same box,
sixty a second, while the window's loop turns all the time. Two things are compared,
each with autosave and without: how long a key takes until its letter is drawn, and the
longest turn of the loop until the next key; telling the writer's thread, waiting for it
and drawing "saved" lengthen one or the other. The larger difference counts. Other
programs on the machine make a turn longer now and then, by chance; so of each kind the
calmest round is taken.
"""

from __future__ import annotations

import gc
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from coprod_desktop.app import SWITCH_S
from tests.benchmarks.autosaving import Moment, Typing, save
from tests.benchmarks.rows import Row
from tests.fakes import fake_world
from tests.workspace.wards import Cast, make

SAVES = 200
SYNCS = 1.05
KEYS = 250
"""Four seconds, with six saves or more in them."""
ROUNDS = 5
BLOCKED_MS = 4

Rounds = list[list[Moment]]

_ROOT = Path(__file__).resolve().parents[2]


def measure() -> list[Row]:
    """Measure both on one ward."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "ward-pc"
        cast = make(folder, fake_world(seed="bench"))
        return [_syncs(folder, cast), *_blocked(folder, cast)]


def _syncs(folder: Path, cast: Cast) -> Row:
    save(folder, cast.sam, 1)  # the form is there from now on
    around, with_saves = (syncs_of(folder, cast, times) for times in (0, SAVES))
    measured = (with_saves - around) / SAVES
    note = f"{SAVES} saves: {with_saves} syncs; opening and closing alone: {around}"
    return Row("Autosave, syncs for each save", measured, SYNCS, "syncs", note)


def syncs_of(folder: Path, cast: Cast, times: int) -> int:
    """Count the syncs of a program that opens a ward and saves so many times."""
    counted = folder.with_name(f"syncs-of-{times}.txt")
    asked = [str(folder), cast.sam, str(times)]
    subprocess.run(
        [
            *("strace", "-f", "-c", "-e", "trace=fsync,fdatasync,sync_file_range"),
            *("-o", str(counted), sys.executable, "-m", "tests.benchmarks.autosaving"),
            *asked,
        ],
        cwd=_ROOT,
        check=True,
    )
    lines = counted.read_text("utf-8").splitlines()
    calls = [re.split(r"\s+", line.strip()) for line in lines if "sync" in line]
    return sum(int(one[3]) for one in calls)


def _blocked(folder: Path, cast: Cast) -> list[Row]:
    sys.setswitchinterval(SWITCH_S)
    typing = Typing(folder, cast)
    # As in the window, where gui/collecting chooses its moment: collecting what was
    # left behind takes some ms and has nothing to do with saving.
    gc.collect()
    gc.set_threshold(2**30)
    typing.moments(KEYS // 2, saving=True)
    without, with_it = [], []
    for _ in range(ROUNDS):
        without.append(typing.moments(KEYS, saving=False))
        with_it.append(typing.moments(KEYS, saving=True))
    typing.close()
    at_99 = int(KEYS * 0.99)
    return [
        _row("99th percentile", with_it, without, at_99),
        _row("longest", with_it, without, -1),
    ]


def _row(which: str, with_it: Rounds, without: Rounds, at: int) -> Row:
    """Compare what stands at one place of the calmest rounds, sorted by length."""
    extra, told = [], []
    for name in ("key_ms", "between_ms"):
        more, less = (
            min(sorted(getattr(one, name) for one in each)[at] for each in rounds)
            for rounds in (with_it, without)
        )
        extra.append(more - less)
        told.append(f"{more:.2f} with it, {less:.2f} without")
    return Row(
        f"The window blocked by autosave, {which}",
        max(*extra, 0.0),
        BLOCKED_MS,
        "ms",
        f"a key {told[0]}; between keys {told[1]}",
    )
