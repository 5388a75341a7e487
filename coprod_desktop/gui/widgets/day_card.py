"""What happened on one day, in sentences with pictures."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.look import EDGE_PX, RING_PX
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.gui.widgets.spoken_roles import speak_roles


class LineView(NamedTuple):
    """One thing that happened."""

    words: str
    picture: str


class DayView(NamedTuple):
    """A day, and what happened on it."""

    day: str
    lines: tuple[LineView, ...]


class DayCard(QWidget):
    """A day. The focus can stand on it, so that all of it is read aloud."""

    spoken_role = QAccessible.Role.Grouping

    def __init__(self, stage: Stage, view: DayView) -> None:
        super().__init__()
        speak_roles()
        self._stage = stage
        self.view = view
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(view.day)
        self.setAccessibleDescription(" ".join(line.words for line in view.lines))
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 18, 22, 18)
        column.setSpacing(stage.look.below_px(0.7))
        column.addWidget(Heading(view.day, level=3))
        for line in view.lines:
            column.addWidget(SaidLine(stage, line.words, line.picture))

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._stage.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
        painter.setPen(QPen(look.colour("border"), 2))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(box, 14, 14)
        if self.hasFocus():
            half = RING_PX / 2 + 1
            painter.setPen(QPen(look.colour("focus"), RING_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(-half, -half, half, half), 17, 17)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
