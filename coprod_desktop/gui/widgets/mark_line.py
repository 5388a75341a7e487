"""What a voice says of how their words came to be: a panel above the words.

It has a border and a picture of its own, so that nobody's words look like it.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod_desktop.gui.look import EDGE_PX
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.picture import Picture
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.spoken_roles import speak_roles


class MarkView(NamedTuple):
    """One thing that a voice says of how their words came to be."""

    words: str
    picture: str


class MarkLine(QWidget):
    """A mark, in words with a picture."""

    spoken_role = QAccessible.Role.Note

    def __init__(self, stage: Stage, view: MarkView) -> None:
        super().__init__()
        speak_roles()
        self._stage = stage
        self.setAccessibleName(view.words)
        row = QHBoxLayout(self)
        row.setContentsMargins(EDGE_PX + 12, 12, EDGE_PX + 12, 12)
        row.setSpacing(12)
        picture = Picture(stage.pictures, view.picture, 0)
        picture.grow_with(stage.board, lambda look: round(look.text_px * 1.4))
        row.addWidget(picture, 0, Qt.AlignmentFlag.AlignTop)
        label = text_label(view.words, "strong")
        label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(label, 1)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._stage.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("notice_border"), 2))
        painter.setBrush(look.colour("notice"))
        box = QRectF(self.rect()).adjusted(EDGE_PX, 1, -EDGE_PX, -1)
        painter.drawRoundedRect(box, 10, 10)
