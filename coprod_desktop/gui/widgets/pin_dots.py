"""The dots of a PIN: how many figures are there, and never which."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from coprod_desktop.gui.look import EDGE_PX, RING_PX
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.spoken_roles import speak_roles


class PinDots(QWidget):
    """How many figures are there. The keyboard types into it."""

    spoken_role = QAccessible.Role.EditableText

    def __init__(self, stage: Stage, figures: int) -> None:
        super().__init__()
        speak_roles()
        self._stage = stage
        self._figures = figures
        self._there = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        stage.board.changed.connect(self.updateGeometry)

    def show_count(self, there: int) -> None:
        """Fill as many dots as figures are there."""
        self._there = there
        self.update()

    def sizeHint(self) -> QSize:
        px = self._stage.look.text_px
        width = round(px * (1.9 * self._figures + 1))
        return QSize(width, max(48, round(px * 2))) + QSize(2 * EDGE_PX, 2 * EDGE_PX)

    def minimumSizeHint(self) -> QSize:
        tall = self.sizeHint().height()
        return QSize(self._stage.look.text_px * self._figures, tall)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._stage.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = self.rect().adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
        painter.setPen(QPen(look.colour("border"), 2))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(box, 12, 12)
        step = box.width() / (self._figures + 0.6)
        radius = min(step * 0.26, look.text_px * 0.38)
        for number in range(self._figures):
            is_there = number < self._there
            painter.setPen(QPen(look.colour("text"), 2.5))
            painter.setBrush(look.colour("text" if is_there else "surface"))
            across = step * (number + 0.8)
            if self.isRightToLeft():
                across = box.width() - across
            middle = QPointF(box.left() + across, box.center().y() + 0.5)
            painter.drawEllipse(middle, radius, radius)
        if self.hasFocus():
            half = RING_PX / 2 + 1
            painter.setPen(QPen(look.colour("focus"), RING_PX))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ring = box.toRectF().adjusted(-half, -half, half, half)
            painter.drawRoundedRect(ring, 15, 15)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()
