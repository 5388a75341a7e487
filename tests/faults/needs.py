"""What a campaign needs of the machine. Where it is missing, the test says so aloud."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.faults.campaign import Campaigns


def need(
    campaigns: Campaigns,
    fault: str,
    *programs: str,
    root: bool = False,
    modules: tuple[str, ...] = (),
) -> None:
    """Skip the test where something is missing, and name it in the table."""
    missing = ", ".join(_missing(programs, root, modules))
    if missing:
        tally = campaigns.tally(fault)
        tally.not_run = f"needs {missing}"
        campaigns.write(tally)
        pytest.skip(f"{fault}: needs {missing}")


def has_unnamed_files(folder: Path) -> bool:
    """Whether a file can be written there that has no name yet."""
    try:
        os.close(os.open(folder, getattr(os, "O_TMPFILE", 0) | os.O_WRONLY))
    except OSError:
        return False
    return True


@contextmanager
def small_disk(folder: Path, size: str = "40m") -> Iterator[Path]:
    """Mount a small disk; where that cannot be, skip the test, aloud."""
    missing = ", ".join(_missing(("mount", "umount"), root=True, modules=()))
    folder.mkdir()
    if not missing:
        kind = ["-t", "tmpfs", "-o", f"size={size}", "tmpfs"]
        mounted = subprocess.run(["mount", *kind, str(folder)], check=False)
        missing = "the right to mount one" if mounted.returncode else ""
    if missing:
        pytest.skip(f"NOT TRIED on a full disk: needs {missing}")
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def _missing(
    programs: tuple[str, ...], root: bool, modules: tuple[str, ...]
) -> Iterator[str]:
    if sys.platform != "linux":
        yield "Linux"
        return
    for program in programs:
        if shutil.which(program) is None:
            yield f"the program {program}"
    for module in modules:
        if importlib.util.find_spec(module) is None:
            yield f"{module}, which has no wheel for this Python"
    if root and os.geteuid() != 0:
        yield "root, to mount a small disk"
