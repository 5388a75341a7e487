"""What looking from outside needs of the machine; where it is missing, it is said."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from tests.gui.privacy.seen_session import DEBIANS_PYTHON, LAUNCHER

NEEDED = ("Xvfb", "dbus-run-session", LAUNCHER, DEBIANS_PYTHON)
HAS_CLIENT = "import gi; gi.require_version('Atspi', '2.0')"


def need_a_client() -> None:
    """Skip, aloud, where there is no accessibility bus or no client for it."""
    missing = [one for one in NEEDED if not shutil.which(one)]
    if not missing:
        tried = subprocess.run([DEBIANS_PYTHON, "-c", HAS_CLIENT], capture_output=True)
        if tried.returncode:
            missing.append("python3-gi or gir1.2-atspi-2.0")
    if missing:
        pytest.skip(f"NOT TRIED with a real client: this machine lacks {missing}")


def need_orca() -> None:
    """Skip, aloud, where there is no screen reader to listen to."""
    need_a_client()
    missing = [one for one in ("orca", "openbox") if not shutil.which(one)]
    if missing:
        pytest.skip(f"NOT TRIED: Orca's words; this machine lacks {missing}")


def need_strace() -> None:
    """Skip, aloud, where nothing tells which files a program writes."""
    if shutil.which("strace") is None:
        pytest.skip("NOT TRIED: which files are written; this machine lacks strace")
