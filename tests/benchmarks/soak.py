"""Tens of thousands of Qt calls and keys, in a program of its own.

PySide6 6.12.0 on Python 3.11 loses references to None and then kills the process
(decision 011). A soak ends by itself, and the references stay as they were.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.rows import Row

CALLS = 50_000
STEADY = 200
"""By how much references to None may differ: caches fill, and no more."""

_ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Soaked:
    """How a soak ended."""

    exit_status: int
    calls: int
    drift: int
    """References to None after keys and calls, less those after warming up."""
    gained: int
    """References to None that making and dropping screens left. Qt for Python never
    takes back those that parents and layouts cost it; what may not be is a loss."""


def soak(calls: int = CALLS) -> Soaked:
    """Run a soak in a program of its own and say how it ended."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.soak", str(calls)],
        cwd=_ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    told = [line for line in ended.stdout.splitlines() if line.startswith("{")]
    found = json.loads(told[-1]) if told else {"calls": 0, "drift": 0, "gained": 0}
    return Soaked(ended.returncode, **found)


def measure() -> list[Row]:
    """Soak at full length; an abort counts as a million lost references."""
    soaked = soak()
    survived = soaked.exit_status == 0 and soaked.calls >= CALLS
    is_sound = survived and soaked.gained >= 0
    drift = abs(soaked.drift) if is_sound else 1_000_000
    name = "References to None that drift in a soak"
    return [Row(name, drift, STEADY, "references", f"{soaked.calls} calls and keys")]


def main(calls: int) -> None:
    """Press keys and call Qt so many times, and print what became of None."""
    from PySide6.QtWidgets import QApplication

    from tests.benchmarks.soaking import ROUND, Bath

    app = QApplication([])
    bath = Bath(app)
    bath.run(2_000)
    before = _nones()
    done = bath.run(calls)
    drift = _nones() - before
    bath.change_screens(calls // ROUND)
    gained = _nones() - before - drift
    print(json.dumps({"calls": done, "drift": drift, "gained": gained}))
    bath.close()


def _nones() -> int:
    gc.collect()
    return sys.getrefcount(None)


if __name__ == "__main__":
    main(int(sys.argv[1]))
