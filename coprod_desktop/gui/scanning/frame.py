"""The frame over what is scanned: three bands, so that it is seen on anything."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from coprod_desktop.gui.stage import Stage

OUTER_PX, MIDDLE_PX, INNER_PX = 4, 3, 4
THICK_PX = OUTER_PX + MIDDLE_PX + INNER_PX
_DASH = (2.5, 1.5)
"""A row's inner band is dashed, so that it differs without a colour."""


class ScanFrame(QWidget):
    """Lies on top of everything in a window and lets the mouse through.

    Its bands have the colours of words and of what they stand on: 7:1 to each other.
    """

    def __init__(self, stage: Stage, window: QWidget) -> None:
        super().__init__(window)
        self._stage = stage
        self._is_row = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def lie_round(self, place: QRect, *, is_row: bool) -> None:
        """Lie round a place of the window; nothing of the frame is outside it."""
        window = self.parentWidget()
        if window is None or place.isEmpty():
            self.hide()
            return
        wide = place.adjusted(-THICK_PX, -THICK_PX, THICK_PX, THICK_PX)
        self.setGeometry(wide & window.rect())
        if is_row != self._is_row:
            self._is_row = is_row
            self.update()
        self.show()
        self.raise_()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._stage.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, ground = look.colour("text"), look.colour("window")
        inner = OUTER_PX + MIDDLE_PX
        self._band(painter, ink, (0, OUTER_PX))
        self._band(painter, ground, (OUTER_PX, MIDDLE_PX + INNER_PX))
        self._band(painter, ink, (inner, INNER_PX), is_dashed=self._is_row)

    def _band(
        self,
        painter: QPainter,
        colour: QColor,
        band: tuple[int, int],
        *,
        is_dashed: bool = False,
    ) -> None:
        """Draw a band that begins so far inside, and is so thick."""
        inside, thick = band
        pen = QPen(colour, thick)
        pen.setJoinStyle(Qt.PenJoinStyle.MiterJoin)
        if is_dashed:
            pen.setCapStyle(Qt.PenCapStyle.FlatCap)
            pen.setDashPattern(_DASH)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        off = inside + thick / 2
        painter.drawRect(QRectF(self.rect()).adjusted(off, off, -off, -off))
