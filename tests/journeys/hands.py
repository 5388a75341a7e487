"""Hands: the real mouse and key events that a journey is made of."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget

MOST_TABS = 400


class Hands(Protocol):
    """How somebody reaches what they see."""

    def press(self, button: QAbstractButton) -> None:
        """Press a button."""

    def reach(self, box: QWidget) -> None:
        """Put the focus into a box to write in."""


class MouseHands:
    """Somebody with a mouse, who scrolls to what they press."""

    def press(self, button: QAbstractButton) -> None:
        """Press a button."""
        scroll_to(button)
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=button.rect().center())

    def reach(self, box: QWidget) -> None:
        """Put the focus into a box to write in."""
        scroll_to(box)
        target = box.viewport() if hasattr(box, "viewport") else box
        QTest.mouseClick(target, Qt.MouseButton.LeftButton)
        assert box.hasFocus()


class KeyHands:
    """Somebody with a keyboard alone: Tab until it is there, then Space."""

    def press(self, button: QAbstractButton) -> None:
        """Press a button."""
        self.reach(button)
        QTest.keyClick(button, Qt.Key.Key_Space)

    def reach(self, box: QWidget) -> None:
        """Put the focus onto something, by Tab."""
        seen: list[QWidget | None] = []
        for _ in range(MOST_TABS):
            now = QApplication.focusWidget()
            if now is box:
                return
            if _reaches_by_arrow(now, box):
                continue
            seen.append(now)
            QTest.keyClick(now or box.window(), Qt.Key.Key_Tab)
        names = [one.accessibleName() if one else None for one in seen[-60:]]
        raise AssertionError(f"Tab never came to {box.accessibleName()!r}: {names}")


def _reaches_by_arrow(now: QWidget | None, wanted: QWidget) -> bool:
    """Go through one group of radio buttons by arrow, as the keyboard does."""
    if not isinstance(now, QAbstractButton) or not now.autoExclusive():
        return False
    if not isinstance(wanted, QAbstractButton) or not wanted.autoExclusive():
        return False
    if now.parent() is not wanted.parent():
        return False
    QTest.keyClick(now, Qt.Key.Key_Right)
    return QApplication.focusWidget() is not now


def scroll_to(widget: QWidget) -> None:
    """Scroll until a widget is in sight, as a person does with the wheel."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if isinstance(area, QScrollArea):
        QApplication.processEvents()
        area.ensureWidgetVisible(widget)
        QApplication.processEvents()
