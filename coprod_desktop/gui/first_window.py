"""The window itself, painted before anything else is loaded.

It needs nothing but Qt and one colour, so it stands on the screen as soon as an
empty Qt window would. Everything else moves into it (docs/decisions/011).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QVBoxLayout, QWidget

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent

    from coprod_desktop.gui.main_window import MainWindow

MADE_FOR_PX = (1366, 768)
LONGEST_WAIT_MS = 500
"""A window that starts hidden is never painted; it is furnished all the same."""


class FirstWindow(QWidget):
    """Calm paper at first; then the screens move in."""

    def __init__(self, paper: str) -> None:
        super().__init__()
        # Qt fills a window with its palette's colour by itself, and a QPainter here
        # would first have to learn every name in the Qt namespace.
        calm = QPalette()
        calm.setColor(QPalette.ColorRole.Window, QColor(paper))
        self.setPalette(calm)
        self._inside: MainWindow | None = None
        self._furnish: Callable[[], None] | None = None
        self.status = 0
        """What the program ends with when this window is closed."""
        self.resize(*MADE_FOR_PX)

    def after_first_paint(self, furnish: Callable[[], None]) -> None:
        """Call ``furnish`` once, when the empty window can be seen."""
        self._furnish = furnish
        QTimer.singleShot(LONGEST_WAIT_MS, self, self._on_paper_painted)

    def hold(self, inside: MainWindow) -> None:
        """Let the screens move in."""
        self._inside = inside
        # What moves in has the colours of its theme, and none of this window's.
        self.setPalette(QPalette())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(inside)
        inside.windowTitleChanged.connect(self.setWindowTitle)
        self.setWindowTitle(inside.windowTitle())

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._furnish is not None:
            # Not from in here: first this must reach the screen.
            QTimer.singleShot(0, self, self._on_paper_painted)

    def closeEvent(self, event: QCloseEvent) -> None:
        may_close = self._inside is None or self._inside.may_close()
        event.setAccepted(may_close)

    def _on_paper_painted(self) -> None:
        furnish, self._furnish = self._furnish, None
        if furnish is not None:
            furnish()
