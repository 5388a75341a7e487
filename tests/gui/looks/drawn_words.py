"""Where words are really drawn, held against the widget that draws them.

What a widget says it needs could be wrong, and so could what it was given; this is
neither. It is told by the program's one way to draw words while everything is painted.
"""

from __future__ import annotations

from unittest.mock import patch

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from coprod_desktop.gui.showing.cut_words import name_of
from coprod_desktop.gui.widgets.laid_out import LaidOut, PointedOut

SLACK_PX = 1.0
"""A line is as tall as its font says, in parts of a pixel."""


def drawn_outside(window: QWidget) -> list[str]:
    """Paint a window, and name every widget that drew words outside of itself."""
    found: list[str] = []
    drawing = LaidOut.draw

    def draw(
        laid: LaidOut,
        painter: QPainter,
        x: float,
        y: float,
        pointed: PointedOut | None = None,
    ) -> None:
        widget = painter.device()
        if isinstance(widget, QWidget):
            wide = max(laid.width, laid.natural_width)
            place = QRectF(x, y, wide, laid.height)
            there = painter.transform().mapRect(place)
            room = QRectF(widget.rect()).adjusted(
                -SLACK_PX, -SLACK_PX, SLACK_PX, SLACK_PX
            )
            if not room.contains(there):
                told = there.toRect()
                at = (told.x(), told.y(), told.width(), told.height())
                found.append(f"{name_of(widget)}: draws words at {at}, outside")
        drawing(laid, painter, x, y, pointed)

    with patch.object(LaidOut, "draw", draw):
        window.grab()
    return found
