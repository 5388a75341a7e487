"""Somebody with a mouse and nothing else: what they press is what they can see."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

NOTCH = 120
"""How far a wheel turns at a time, in eighths of a degree."""
MOST_NOTCHES = 400


class Keys(QObject):
    """Counts keys, wherever they go: there are to be none."""

    def __init__(self) -> None:
        super().__init__()
        self.pressed = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.KeyPress, QEvent.Type.InputMethod}:
            self.pressed += 1
        return False


class Pointer:
    """Turns the wheel until something is in sight, and clicks its pixels.

    The window finds what lies there, as it does for a real mouse: where something else
    lies over it, that is pressed. Nothing is held while the mouse moves.
    """

    def press(self, button: QAbstractButton) -> None:
        """Press a button."""
        self._click(button)

    def reach(self, box: QWidget) -> None:
        """Put the focus into a box."""
        self._click(box)

    def _click(self, widget: QWidget) -> None:
        window = widget.window()
        handle = window.windowHandle()
        assert handle is not None
        place = self._in_sight(widget, window)
        there = window.childAt(place)
        assert there is not None
        assert there is widget or widget.isAncestorOf(there), _covered(widget, there)
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=place)

    def _in_sight(self, widget: QWidget, window: QWidget) -> QPoint:
        """Give a pixel of it that can be seen, in the window's own places."""
        handle = window.windowHandle()
        assert handle is not None
        middle = QPoint(window.width() // 2, window.height() // 2)
        for _ in range(MOST_NOTCHES):
            QApplication.processEvents()
            seen = widget.visibleRegion().boundingRect()
            centre = widget.rect().center()
            if seen.contains(centre):
                return widget.mapTo(window, centre)
            is_below = widget.mapTo(window, centre).y() > middle.y()
            turn = QPoint(0, -NOTCH if is_below else NOTCH)
            QTest.wheelEvent(handle, middle.toPointF(), turn)
        raise AssertionError(f"no wheel brings {widget.accessibleName()!r} into sight")


@contextmanager
def counting_keys() -> Iterator[Keys]:
    """Count every key as long as this lasts."""
    keys = Keys()
    app = QGuiApplication.instance()
    assert app is not None
    app.installEventFilter(keys)
    yield keys
    app.removeEventFilter(keys)


def _covered(widget: QWidget, by: QWidget) -> str:
    return f"{widget.accessibleName()!r} lies under {by!r}"
