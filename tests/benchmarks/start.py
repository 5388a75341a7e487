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
LONGEST_S = 60

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

FAIL_AT_ONCE = """
import os, sys, traceback

def fail(*failure):
    traceback.print_exception(*failure)
    os._exit(3)

sys.excepthook = fail
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

FORM_OPEN = """
import gc
from coprod_desktop import app
from coprod_desktop.systems import memory_used_mib

def after(program):
    from PySide6.QtWidgets import QApplication
    from coprod_desktop.gui import places
    from coprod_desktop.gui.gathering import Gathering
    session, window = program.routes.session, program.window
    program.warm_up()
    door = session.doorway.keyring().doors[0]
    session.take_ward(session.doorway.open(door.person_id, PASSPHRASE))
    patient = session.ward.people.everyone[-1]
    session.gather(Gathering(patient.id, (patient.id, door.person_id)))
    session.sit_down()
    while not program.stage.background.is_idle:
        QApplication.processEvents()
    window.go(places.ToHome())
    window.go(places.ToForm("care-plan"))
    window.go(places.ToQuestion("recovery"))
    QApplication.processEvents()
    gc.collect()  # as gui.collecting does a second later
    print(memory_used_mib() or 0)
    window.lock()
    QApplication.quit()

PASSPHRASE = "an obvious passphrase"
app._after_the_first_screen = after
app.main([])
"""


def started(source: str, folder: str) -> tuple[float, ...]:
    """Start a process and give the seconds until each moment that it prints."""
    settings = _settings(folder)
    began = time.monotonic()
    return tuple(at - began for at in _printed(source, settings))


def _settings(folder: str) -> dict[str, str]:
    settings = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "COPROD_DATA_DIR": folder,
    }
    settings.pop("PYTHONDONTWRITEBYTECODE", None)
    return settings


def _printed(source: str, settings: dict[str, str]) -> list[float]:
    ran = subprocess.run(
        [sys.executable, "-c", FAIL_AT_ONCE + source],
        cwd=ROOT,
        env=settings,
        capture_output=True,
        text=True,
        check=True,
        timeout=LONGEST_S,
    )
    return [float(word) for word in ran.stdout.split()]


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
        # The first run writes byte code, which takes memory of its own.
        used_mib = [_printed(FORM_OPEN, _settings(folder))[0] for _ in range(4)][1:]
        rounds = [[start() for start in in_turns] for _ in range(REPEATS)]
    first = statistics.median(ours[0] / bare[0] for bare, ours in rounds)
    usable = statistics.median(ours[1] / bare[0] for bare, ours in rounds)
    unit = "x a bare window's first paint"
    return [
        Row("Start: first paint", first, 1.25, unit),
        Row("Start: a first key is read", usable, 2.0, unit),
        Row("Memory with a form open", statistics.median(used_mib), 110.0, "MiB"),
    ]


def make_ward(folder: Path) -> None:
    """Make a ward, so that the start is the one of every day."""
    from coprod_desktop.app import make_doorway
    from coprod_desktop.model.people import Role

    doorway = make_doorway(folder)
    staff = doorway.first_member("Priya Sample", Role.NURSE, "Nurse")
    code = doorway.new_recovery_code()
    ward = doorway.make_ward("Example Ward", staff, "an obvious passphrase", code)
    ward.add_person("Sam Example", Role.PATIENT)
    ward.close()
