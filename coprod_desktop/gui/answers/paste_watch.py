"""Noticing that a line was pasted into, where Qt only says that it changed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QLineEdit


class PasteWatch(QObject):
    """Remembers whether words came into a line from outside the program."""

    def __init__(self, box: QLineEdit) -> None:
        super().__init__(box)
        self._was_pasted = False
        box.installEventFilter(self)

    def taken(self) -> bool:
        """Return whether something was pasted since this was asked last."""
        was_pasted, self._was_pasted = self._was_pasted, False
        return was_pasted

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if _brings_words(event):
            self._was_pasted = True
        return super().eventFilter(watched, event)


def _brings_words(event: QEvent) -> bool:
    if isinstance(event, QKeyEvent):
        is_press = event.type() == QEvent.Type.KeyPress
        return is_press and event.matches(QKeySequence.StandardKey.Paste)
    if isinstance(event, QMouseEvent):
        is_release = event.type() == QEvent.Type.MouseButtonRelease
        return is_release and event.button() == Qt.MouseButton.MiddleButton
    return event.type() == QEvent.Type.Drop
