"""What a backup costs, beside copying the same bytes, and whether the window waits.

Turn and turn about in one run: a backup is made (copied, synced, read back, and every
record in it opened), and the files that are in it are copied and synced by themselves.
The calmest of some rounds counts for both.

Then backups are made in a thread of their own, as the program makes them, while this
one never rests, as a window's loop that always has something to draw: its longest stop
is how long a key would wait. The calmest round counts again.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from threading import Thread
from time import perf_counter

from coprod_desktop.app import SWITCH_S
from coprod_desktop.store.keyring import unlock
from coprod_desktop.store.places import Folder
from coprod_desktop.store.vault import Store
from tests.benchmarks.large_ward_making import PASSPHRASE, STAFF, LargeWard
from tests.benchmarks.rows import Row

DOCUMENTS = 2_000
ROUNDS = 5
COPIES = 7
STOPPED_MS = 50
"""What an eye takes for at once."""

_ROOT = Path(__file__).resolve().parents[2]


def measure() -> list[Row]:
    """Make a ward, and back it up again and again."""
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        folder = Folder(place / "ward-pc")
        making = [sys.executable, "-m", "tests.benchmarks.large_ward_making"]
        asked = [*making, str(folder.root), str(DOCUMENTS)]
        subprocess.run(asked, cwd=_ROOT, check=True)
        store = LargeWard(folder, unlock(folder, STAFF.id, PASSPHRASE)).opened()
        rows = [_against_copy(store, place), _stops(store, place)]
        store.close()
        return rows


def _against_copy(store: Store, place: Path) -> Row:
    backups, copies, size = [], [], 0
    for number in range(ROUNDS):
        stick = place / f"stick-{number}"
        stick.mkdir()
        backups.append(timed(partial(backed_up, store, stick)))
        (made,) = stick.iterdir()
        size = sum(one.stat().st_size for one in made.iterdir())
        copies.append(timed(partial(copy_synced, made, place / f"copy-{number}")))
        shutil.rmtree(stick)
        shutil.rmtree(place / f"copy-{number}")
    backup_s, copy_s = min(backups), min(copies)
    spent = f"{backup_s * 1000:.0f} ms a backup, {copy_s * 1000:.0f} ms a copy"
    note = f"{size / 1e6:.0f} MB: {spent}"
    name = "Backup, against a synced copy of the same bytes"
    return Row(name, backup_s / copy_s, COPIES, "copies", note)


def _stops(store: Store, place: Path) -> Row:
    sys.setswitchinterval(SWITCH_S)
    stops = []
    for number in range(ROUNDS):
        stick = place / f"beside-{number}"
        stick.mkdir()
        stops.append(longest_stop(Thread(target=backed_up, args=(store, stick))))
        shutil.rmtree(stick)
    name = "Backup, the longest that the window's thread stops"
    return Row(name, min(stops) * 1000, STOPPED_MS, "ms")


def backed_up(store: Store, stick: Path) -> None:
    """Make a backup."""
    store.backups.make(stick, lambda *_: None)


def copy_synced(source: Path, target: Path) -> None:
    """Copy the files of a folder, and wait for the disk."""
    target.mkdir()
    for one in source.iterdir():
        with one.open("rb") as giving, (target / one.name).open("xb") as taking:
            shutil.copyfileobj(giving, taking)
            taking.flush()
            os.fsync(taking.fileno())


def longest_stop(thread: Thread) -> float:
    """Return the longest that this thread stood still while another worked."""
    thread.start()
    longest, last = 0.0, perf_counter()
    while thread.is_alive():
        now = perf_counter()
        longest, last = max(longest, now - last), now
    return longest


def timed(call: Callable[[], None]) -> float:
    """Return how long a call takes, in seconds."""
    began = perf_counter()
    call()
    return perf_counter() - began
