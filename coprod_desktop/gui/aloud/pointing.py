"""Showing where the words stand that are heard: on a label, in a box, on a tile."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.plain import PlainLabel, mark_in
from coprod_desktop.gui.widgets.pressable import Pressable
from coprod_desktop.model.text_policy import to_utf16

_RIM_PX = 6


class Pointing(Protocol):
    """Points out words on one widget, which lives as long as the pointing is asked."""

    @property
    def widget(self) -> QWidget:
        """Where the words stand."""

    @property
    def lines(self) -> tuple[int, int]:
        """From where to where down the widget the line stands that is pointed out."""

    def point_out(self, start: int, end: int) -> bool:
        """Point out words from ``start`` to ``end``, in code points; none if empty.

        Whether anything became another.
        """

    def still_says(self, words: str) -> bool:
        """Whether the widget says these words now."""


class OnLabel:
    """Word by word, on a label."""

    def __init__(self, label: PlainLabel) -> None:
        self.widget = label

    @property
    def lines(self) -> tuple[int, int]:
        """From where to where down the widget the line stands that is pointed out."""
        return self.widget.pointed_lines

    def point_out(self, start: int, end: int) -> bool:
        """Point out words; see :class:`Pointing`."""
        before = self.widget.pointed_out
        self.widget.point_out(start, end)
        return before != self.widget.pointed_out

    def still_says(self, words: str) -> bool:
        """Whether the widget says these words now."""
        return self.widget.text() == words


class InBox:
    """Word by word, in a box where somebody writes. The words stay as they are."""

    def __init__(self, box: AnswerEditor) -> None:
        self.widget = box
        self._shown = (0, 0)

    @property
    def lines(self) -> tuple[int, int]:
        """From where to where down the widget the line stands that is pointed out."""
        cursor = self.widget.textCursor()
        cursor.setPosition(to_utf16(self.widget.words, self._shown[0]))
        place = self.widget.cursorRect(cursor)
        return place.top(), place.bottom()

    def point_out(self, start: int, end: int) -> bool:
        """Point out words; see :class:`Pointing`."""
        before, self._shown = self._shown, (start, end)
        words = self.widget.words
        mark_in(self.widget, to_utf16(words, start), to_utf16(words, end))
        return before != self._shown

    def still_says(self, words: str) -> bool:
        """Whether the widget says these words now."""
        return self.widget.toPlainText() == words


class OnTile:
    """A rim round the whole of what can be chosen: its words are few."""

    def __init__(self, tile: Pressable) -> None:
        self.widget = tile
        self._rim: Rim | None = None

    @property
    def lines(self) -> tuple[int, int]:
        """From where to where down the widget the line stands that is pointed out."""
        return 0, self.widget.height()

    def point_out(self, start: int, end: int) -> bool:
        """Point out the whole of it; see :class:`Pointing`."""
        was_shown = self._rim is not None
        if start < end and self._rim is None:
            self._rim = Rim(self.widget)
        elif start >= end and self._rim is not None:
            if isValid(self._rim):
                self._rim.hide()
                self._rim.deleteLater()
            self._rim = None
        return was_shown != (self._rim is not None)

    def still_says(self, words: str) -> bool:
        """Whether the widget says these words now."""
        return self.widget.accessibleName() == words


class Rim(QWidget):
    """A rim round a widget, which can be pressed as before."""

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setGeometry(QRect(0, 0, inside.width(), inside.height()))
        self.show()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._colour(), _RIM_PX))
        half = _RIM_PX // 2
        painter.drawRoundedRect(self.rect().adjusted(half, half, -half, -half), 12, 12)

    def _colour(self) -> QColor:
        return self.palette().color(QPalette.ColorRole.Highlight)


def pointing_on(widget: QWidget) -> Pointing | None:
    """Return what points out words on a widget; None where nothing can."""
    if isinstance(widget, PlainLabel):
        return OnLabel(widget)
    if isinstance(widget, AnswerEditor):
        return InBox(widget)
    if isinstance(widget, Pressable):
        return OnTile(widget)
    return None
