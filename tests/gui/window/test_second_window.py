"""The program started twice: the first comes to the front, the second ends."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from coprod_desktop.app import OPEN_ALREADY
from coprod_desktop.gui.screens import open_already
from coprod_desktop.gui.screens.open_already import OpenAlreadyScreen
from tests.gui.window.conftest import Visits
from tests.gui.window.test_start import ROOT

FIRST = """
import sys
from PySide6.QtCore import QTimer
from coprod_desktop import app
def after(program):
    window = program.window.window()
    window.showMinimized()
    def look():
        if not window.isMinimized() and window.isVisible():
            print("front", flush=True)
            QTimer.singleShot(0, window.close)
    timer = QTimer(window)
    timer.timeout.connect(look)
    timer.start(20)
    print("ready", flush=True)
app._after_the_first_screen = after
sys.exit(app.main(sys.argv[1:]))
"""
SECOND = """
import sys
from coprod_desktop import app
from coprod_desktop.gui.screens import open_already
open_already.STAYS_MS = 0
sys.exit(app.main(sys.argv[1:]))
"""


@contextmanager
def running(script: str, folder: Path) -> Iterator[subprocess.Popen[str]]:
    """A whole program with a window of its own, ended at the end."""
    settings = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    with subprocess.Popen(
        [sys.executable, "-c", script, "--data-dir", str(folder)],
        cwd=ROOT,
        env=settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as child:
        try:
            yield child
        finally:
            child.kill()


def test_the_first_of_two_real_programs_comes_up_and_the_second_ends(ward_folder: Path):
    before = sorted(path.name for path in (ward_folder / "ward").iterdir())
    with running(FIRST, ward_folder) as first:
        assert first.stdout is not None
        assert first.stdout.readline() == "ready\n"

        with running(SECOND, ward_folder) as second:
            _, told = second.communicate(timeout=60)
            assert second.returncode == OPEN_ALREADY
            assert "open already; the other window comes to the front" in told
        came, complained = first.communicate(timeout=60)

        assert came == "front\n"
        assert first.returncode == 0, complained
    assert sorted(path.name for path in (ward_folder / "ward").iterdir()) == before
    with running(FIRST, ward_folder) as third:
        assert third.stdout is not None
        assert third.stdout.readline() == "ready\n"


def test_the_second_window_says_it_in_words_and_waits_until_it_was_heard(
    visits: Visits, ward_folder: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(open_already, "STAYS_MS", 0)
    visitor = visits(ward_folder)
    heard, ended = [False], [0]

    def end() -> None:
        ended[0] += 1

    screen = OpenAlreadyScreen(visitor.program.stage, lambda: heard[0], end)
    visitor.program.window.put_in_place(screen)
    screen.focus_first()

    assert screen.heading.text() == "This program is open already"
    assert visitor.focus().accessibleName().startswith("The other window comes")
    visitor.press("Close this window")
    assert ended == [1]
    heard[0] = True
    visitor.until(lambda: ended == [2])
