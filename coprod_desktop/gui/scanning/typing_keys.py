"""Keys pressed in somebody's place: a box cannot tell them from a keyboard's.

So what is written goes to whoever holds the pen, and what the pen may not do is
refused, as ever (decision 001).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget

_NO_KEY = Qt.Key.Key_unknown


def write(box: QWidget, words: str) -> None:
    """Type words, sign by sign."""
    for sign in words:
        _press(box, Qt.Key.Key_Space if sign == " " else _NO_KEY, sign)


def new_line(box: QWidget) -> None:
    """Press Enter."""
    _press(box, Qt.Key.Key_Return, "\r")


def rub_out(box: QWidget) -> None:
    """Take away the sign before the caret."""
    _press(box, Qt.Key.Key_Backspace)


def rub_out_word(box: QWidget) -> None:
    """Take away the word before the caret, by the system's own keys for that."""
    (keys, *_) = QKeySequence.keyBindings(QKeySequence.StandardKey.DeleteStartOfWord)
    # The stubs do not know that a sequence can be asked for its first keys.
    combination = keys[0]  # type: ignore[index]
    _press(box, combination.key(), held=combination.keyboardModifiers())


def _press(
    box: QWidget,
    key: Qt.Key,
    text: str = "",
    held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier,
) -> None:
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(box, QKeyEvent(kind, key, held, text))
