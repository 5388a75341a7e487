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
START = "I miss my dog. " * 300


def measure() -> list[Row]:
    """Type while drafts are saved every quarter of a second."""
    sys.setswitchinterval(SWITCH_S)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "ward-pc"
        cast = make(folder, fake_world(seed="bench"))
        ward = opened(folder)
        document = ward.sit_down(cast.sam).open(FORM)
        document.writing.change(QUESTION, Change(0, 0, START))
        document.flush()
        saves: list[object] = []
        document.watch_saving(saves.append)
        waits_ms, pause = [], threading.Event()
        # As in the window, where gui/collecting chooses the moment: collecting what
        # the libraries left behind takes 5 ms and has nothing to do with saving.
        gc.disable()
        for number in range(KEYS):
            start = perf_counter()
            document.writing.change(QUESTION, Change(len(START) + number, 0, "x"))
            waits_ms.append((perf_counter() - start) * 1000)
            pause.wait(BETWEEN_S)
        document.close()
        ward.close()
    waits_ms.sort()
    note = (
        f"{KEYS} keys, {len(saves)} turns of saving; median {waits_ms[KEYS // 2]:.2f}"
    )
    return [Row("A key waits for autosave, longest", waits_ms[-1], 4, "ms", note)]
