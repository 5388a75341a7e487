"""What a real queue needs of the machine; where it is missing, it is said."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

PROGRAMS = ("cupsd", "lp", "lpstat", "cancel", "lpadmin", "cupsdisable", "timeout")


def need_cups() -> None:
    """Skip, aloud, where no CUPS of our own can be started."""
    missing = [one for one in PROGRAMS if not shutil.which(one)]
    if not _is_whole_root():
        missing.append("root, who may also be others")
    if missing:
        pytest.skip(f"NOT TRIED with a real print queue: this machine lacks {missing}")


def _is_whole_root() -> bool:
    if os.geteuid() != 0:
        return False
    # The root of a user namespace can be nobody but itself, and cupsd becomes "lp".
    known = Path("/proc/self/uid_map")
    return not known.exists() or int(known.read_text("utf-8").split()[2]) > 1
