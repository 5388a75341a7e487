"""What saving costs: syncs of the disk, time, and whether writing ever waits for it.

Syncs are counted from outside, by strace, on a program that autosaves 200 times; what
a day with a single save needs is counted by itself and taken off. One sync is of the
journal and one of the database.

How long a save takes is held against the disk itself: turn and turn about, a draft is
saved, and 4 kB are written to a file beside the ward and synced. Both are measured in
the thread that writes; the window's thread waits for neither.

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
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from statistics import median
from time import perf_counter

from coprod_desktop.app import SWITCH_S
from coprod_desktop.systems import sync_file
from tests.benchmarks.autosaving import Moment, Typing, save, saving
from tests.benchmarks.rows import Row
from tests.fakes import fake_world
from tests.workspace.wards import Cast, make

SAVES = 200
SYNCS = 2.05
RAW_SYNCS = 4
BLOCK_BYTES = 4096
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
        return [
            _syncs(folder, cast),
            _against_raw(folder, cast),
            *_blocked(folder, cast),
        ]


def _syncs(folder: Path, cast: Cast) -> Row:
    save(folder, cast.sam, 1)  # the form is there from now on
    # The first save of a day seals the draft anew, and closing tidies what it left.
    around, with_saves = (syncs_of(folder, cast, times) for times in (2, 2 + SAVES))
    measured = (with_saves - around) / SAVES
    note = f"{SAVES} saves more: {with_saves} syncs; a day with one save: {around}"
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


def _against_raw(folder: Path, cast: Cast) -> Row:
    saves, raws = [], []
    file = os.open(folder / "raw", os.O_RDWR | os.O_CREAT)
    block = os.urandom(BLOCK_BYTES)
    with saving(folder, cast.sam, SAVES) as each, _garbage_left():
        for save_one in each:
            saves.append(timed(save_one))
            raws.append(timed(partial(_write_raw, file, block)))
    os.close(file)
    save_ms, raw_ms = median(saves) * 1000, median(raws) * 1000
    note = f"p50 {save_ms:.2f} ms a save, {raw_ms:.2f} ms a raw sync of 4 kB"
    name = "Autosave, p50 against one raw sync"
    return Row(name, save_ms / raw_ms, RAW_SYNCS, "raw syncs", note)


@contextmanager
def _garbage_left() -> Iterator[None]:
    """Collect no garbage, as in the program, where only the window's thread does."""
    gc.collect()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def _write_raw(file: int, block: bytes) -> None:
    os.write(file, block)
    sync_file(file)


def timed(call: Callable[[], None]) -> float:
    """Return how long a call takes, in seconds."""
    began = perf_counter()
    call()
    return perf_counter() - began


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
