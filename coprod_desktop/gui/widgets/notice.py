"""A calm panel that says one thing."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAccessible, QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod_desktop.gui.look import RING_PX
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.picture import Picture
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.spoken_roles import speak_roles

NoticeKind = Literal["calm", "problem", "good", "private"]

_PICTURES = {
    "calm": "idea",
    "problem": "warning-calm",
    "good": "yes",
    "private": "private",
}


class Notice(QWidget):
    """A sentence in a panel that the focus can stand on, so that it is read aloud."""

    spoken_role = QAccessible.Role.Note

    def __init__(self, stage: Stage, words: str, kind: NoticeKind = "calm") -> None:
        super().__init__()
        speak_roles()
        self._stage = stage
        self._words = words
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(words)
        row = QHBoxLayout(self)
        row.setContentsMargins(22, 18, 22, 18)
        row.setSpacing(16)
        self._picture = Picture(stage.pictures, _PICTURES[kind], 0)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        self._label = text_label(words)
        self._label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._label, 1)
        self._picture.grow_with(stage.board, lambda look: round(look.text_px * 1.6))

    @property
    def words(self) -> str:
        """What the panel says."""
        return self._words

    def show_words(self, words: str) -> None:
        """Say something else."""
        self._words = words
        self._label.setText(words)
        self.setAccessibleName(words)

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._stage.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = RING_PX + 2
        box = QRectF(self.rect()).adjusted(edge, edge, -edge, -edge)
        painter.setPen(QPen(look.colour("notice_border"), 2))
        painter.setBrush(look.colour("notice"))
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
