"""The program through a whole sitting: write, copy, share, save a PDF, lock, end.

``python -m tests.gui.privacy.session_child FOLDER PLACE_FOR_THE_PDF``
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod_desktop.app import QT_OPTIONS
from coprod_desktop.gui.places import ToLock, ToPaper
from tests.gui.privacy.desk import CANARY
from tests.gui.privacy.seen_child import seated


def main(folder: Path, place: Path) -> None:
    """Do what people do on one day, and leave the computer as they should."""
    app = QApplication(["coprod-desktop", *QT_OPTIONS])
    program, desk = seated(folder)
    program.stand_guard()
    desk.type(CANARY)
    held = Qt.KeyboardModifier.ControlModifier
    for key in (Qt.Key.Key_A, Qt.Key.Key_C):
        QTest.keyClick(desk.system_window, key, held)
    opened = desk.session.opened
    assert opened is not None
    document = opened.document
    document.sharing.share(document.sharing.unshared())
    program.window.go(ToPaper())
    desk.settle()
    document.papers.export(place)
    program.window.go(ToLock())
    desk.settle()
    assert program.window.close_ward()
    program.close()
    app.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
