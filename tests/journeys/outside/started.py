"""The real program, started as a person starts it, at a seat of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.architecture.source import ROOT
from tests.journeys.outside.seat import Environment


@contextmanager
def program_at(seat: Environment, folder: Path) -> Iterator[None]:
    """Keep the program open on a ward's folder, as a person starts it."""
    command = [sys.executable, "-m", "coprod_desktop", "--data-dir", str(folder)]
    quiet = subprocess.DEVNULL
    with subprocess.Popen(command, cwd=ROOT, env=dict(seat), stderr=quiet) as program:
        try:
            yield
        finally:
            program.terminate()
