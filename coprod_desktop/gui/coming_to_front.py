"""The window comes to the front when a second program asks for it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.workspace.one_window import OneWindow

LOOK_EVERY_MS = 500
"""How often it is looked whether somebody has knocked.

Not a watcher of the folder: that may come later, and some systems watch no share or
stick.
"""


class ComingToFront(QObject):
    """Listens as long as the window lives. A locked screen stays locked."""

    def __init__(self, window: QWidget, one: OneWindow) -> None:
        super().__init__(window)
        self._window = window
        self._one = one
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._on_time_to_look)
        self._looking.start(LOOK_EVERY_MS)

    def _on_time_to_look(self) -> None:
        if not self._one.was_knocked():
            return
        window = self._window.window()
        minimised = Qt.WindowState.WindowMinimized
        window.setWindowState(window.windowState() & ~minimised)
        window.show()
        window.raise_()
        window.activateWindow()
        # Where a system lets no program put itself in front, it shows who asked.
        QApplication.alert(window)
