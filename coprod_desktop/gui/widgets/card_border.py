"""Borders and rings that tell voices apart without colour (LOOK, whose words)."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.gui.look import EDGE_PX, RING_PX, Look
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.plain import silence
from coprod_desktop.model.people import VoiceKind

_RADIUS = 14
_DASHES = {
    VoiceKind.STAFF: [4.0, 2.5],
    VoiceKind.PARTNER: [0.01, 2.2],
    VoiceKind.SUPPORTER: [5.0, 2.4, 0.01, 2.4],
}
"""Dash and gap in pen widths; almost nothing with a round cap is a dot."""
_THICK = {VoiceKind.PATIENT: 4.0, VoiceKind.PARTNER: 3.5, VoiceKind.TOGETHER: 2.0}


def paint_card(
    painter: QPainter, rect: QRect, kind: VoiceKind, look: Look, *, has_ring: bool
) -> None:
    """Paint a voice's tint and border, and the focus ring where somebody writes."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = look.voice(kind)
    thick = _THICK.get(kind, 2.5)
    inset = EDGE_PX + thick / 2
    box = QRectF(rect).adjusted(inset, inset, -inset, -inset)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.tint)
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    pen = QPen(colours.border, thick)
    if kind in _DASHES:
        pen.setCapStyle(
            Qt.PenCapStyle.FlatCap
            if kind is VoiceKind.STAFF
            else Qt.PenCapStyle.RoundCap
        )
        pen.setDashPattern(_DASHES[kind])
    painter.setPen(pen)
    painter.drawRoundedRect(box, _RADIUS, _RADIUS)
    if kind is VoiceKind.TOGETHER:
        inner = box.adjusted(5, 5, -5, -5)
        painter.drawRoundedRect(inner, _RADIUS - 4, _RADIUS - 4)
    if has_ring:
        around = QRectF(rect).adjusted(2, 2, -2, -2)
        painter.setPen(QPen(look.colour("focus"), RING_PX))
        painter.drawRoundedRect(around, _RADIUS + 5, _RADIUS + 5)


class Ring(QWidget):
    """An initial in a ring, or a plus for words said together. Decorative."""

    def __init__(self, stage: Stage, kind: VoiceKind, initial: str) -> None:
        super().__init__()
        self._stage = stage
        self._kind = kind
        self._initial = initial
        silence(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        stage.board.changed.connect(self.updateGeometry)

    def show_ring(self, kind: VoiceKind, initial: str) -> None:
        """Show another initial."""
        self._kind, self._initial = kind, initial
        self.update()

    def sizeHint(self) -> QSize:
        side = round(self._stage.look.text_px * 1.7)
        return QSize(side, side)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._stage.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self.sizeHint().width()
        ring = QRectF(2, 2, side - 4, side - 4)
        painter.setPen(QPen(look.voice(self._kind).border, 2.5))
        painter.setBrush(look.colour("surface"))
        painter.drawEllipse(ring)
        sign = "+" if self._kind is VoiceKind.TOGETHER else self._initial
        painter.setPen(look.colour("text"))
        painter.setFont(look.font(round(look.text_px * 0.9), bold=True))
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, sign)
