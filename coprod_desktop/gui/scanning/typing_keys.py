"""Keys pressed in somebody's place: a box cannot tell them from a keyboard's.

So what is written goes to whoever holds the pen, and what the pen may not do is
refused, as ever (decision 001).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget


def rub_out(box: QWidget) -> None:
    """Take away the sign before the caret."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        held = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(box, QKeyEvent(kind, Qt.Key.Key_Backspace, held))
