"""The program in which something fails while Sam writes; it ends without a goodbye.

``python -m tests.gui.privacy.failing_child FOLDER`` tells what the crash page says.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from coprod_desktop.app import QT_OPTIONS
from coprod_desktop.gui.screens.crash import CrashScreen
from coprod_desktop.systems import say_on_stderr
from tests.gui.privacy.desk import CANARY
from tests.gui.privacy.seen_child import seated


def main(folder: Path) -> None:
    """Write, fail, and be gone when the crash page shows."""
    app = QApplication(["coprod-desktop", *QT_OPTIONS])
    program, desk = seated(folder)
    program.stand_guard()

    def fail() -> None:
        told = f"{CANARY} of Sam Example"
        raise ValueError(told)

    def look() -> None:
        if isinstance(desk.screen, CrashScreen):
            print(*desk.notices, sep="\n", flush=True)
            os._exit(0)  # as when the power goes: nothing is tidied

    looking = QTimer(app)
    looking.timeout.connect(look)
    looking.start(20)
    desk.type(CANARY)
    say_on_stderr("written")
    QTimer.singleShot(0, fail)
    app.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
