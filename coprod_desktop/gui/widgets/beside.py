"""Two things beside each other where there is room, else one above the other."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage

LEAST_EM = 44
"""So wide, in sizes of the text, that each half has lines that can be read."""


class Beside(QWidget):
    """The first stands at the leading side, or above."""

    def __init__(self, stage: Stage, first: QWidget, second: QWidget) -> None:
        super().__init__()
        self._stage = stage
        self._row = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(stage.look.gap_px)
        for one in (first, second):
            self._row.addWidget(one, 1)

    @property
    def is_beside(self) -> bool:
        """Whether they stand beside each other now."""
        return self._row.direction() is QBoxLayout.Direction.LeftToRight

    def resizeEvent(self, event: QResizeEvent) -> None:
        has_room = self.width() >= LEAST_EM * self._stage.look.text_px
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if has_room else way.TopToBottom)
        super().resizeEvent(event)
