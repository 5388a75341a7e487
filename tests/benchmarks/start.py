"""How soon the window shows and can be used, beside a bare QTextEdit's.

Every start is a process of its own, in turns, so that whatever else the machine does
falls on all of them alike. Times run from before the process is made.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.benchmarks.rows import Row

ROOT = Path(__file__).resolve().parents[2]
REPEATS = 7

BARE = """
import time
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QTextEdit

class Bare(QTextEdit):
    def paintEvent(self, event):
        super().paintEvent(event)
        QTimer.singleShot(0, app.quit)

app = QApplication([])
bare = Bare()
bare.resize(1366, 768)
bare.show()
app.exec()
print(time.monotonic())
"""

OURS = """
import time
from coprod_desktop import app
from coprod_desktop.gui.first_window import FirstWindow

times = []

class Watched(FirstWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        if not times:
            times.append(time.monotonic())

def after(program):
    from PySide6.QtCore import QEvent, Qt
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication
    field = program.window.screen_now.passphrase.field.box
    none = Qt.KeyboardModifier.NoModifier
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_X, none, "x")
    QApplication.sendEvent(field, key)
    QApplication.processEvents()
    assert field.text() == "x" and field.hasFocus()
    times.append(time.monotonic())
    QApplication.quit()

app.FirstWindow = Watched
app._after_the_first_screen = after
app.main([])
print(*times)
"""


def started(source: str, folder: str) -> tuple[float, ...]:
    """Start a process and give the seconds until each moment that it prints."""
    settings = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "COPROD_DATA_DIR": folder,
    }
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic()
    ran = subprocess.run(
        [sys.executable, "-c", source],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
        check=True,
    )
    return tuple(float(at) - began for at in ran.stdout.split())


def measure() -> list[Row]:
    """Measure first paint and first key, as ratios to a bare window's first paint."""
    with tempfile.TemporaryDirectory() as folder:
        make_ward(Path(folder))
        in_turns: list[Callable[[], tuple[float, ...]]] = [
            lambda: started(BARE, folder),
            lambda: started(OURS, folder),
        ]
        for start in in_turns:  # once unmeasured: byte code is written, files cached
            start()
        rounds = [[start() for start in in_turns] for _ in range(REPEATS)]
    first = statistics.median(ours[0] / bare[0] for bare, ours in rounds)
    usable = statistics.median(ours[1] / bare[0] for bare, ours in rounds)
    unit = "x a bare window's first paint"
    return [
        Row("Start: first paint", first, 1.25, unit),
        Row("Start: a first key is read", usable, 2.0, unit),
    ]


def make_ward(folder: Path) -> None:
    """Make a ward, so that the start is the one of every day."""
    from coprod_desktop.app import make_doorway
    from coprod_desktop.model.people import Role

    doorway = make_doorway(folder)
    staff = doorway.first_member("Priya Sample", Role.NURSE, "Nurse")
    code = doorway.new_recovery_code()
    doorway.make_ward("Example Ward", staff, "an obvious passphrase", code).close()
