"""Looks for what is cut off: words without room, and what no scrolling reaches."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLineEdit, QWidget

from coprod_desktop.gui.main_window import MainWindow
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.gui.widgets.pressable import Pressable

SLACK_PX = 1
"""Heights are rounded, here up and there down."""


def cut_words(window: MainWindow) -> list[str]:
    """Return what is cut off on the screen that shows: which widget, and how."""
    inside = window.screen_now.area.widget()
    found = []
    for widget in _with_words(window):
        scrolls = inside is not None and inside.isAncestorOf(widget)
        room = inside if scrolls and inside is not None else window
        found += [f"{_name(widget)}: {how}" for how in _cuts(widget, room)]
    return found


def _with_words(window: MainWindow) -> Iterator[QWidget]:
    for kind in (PlainLabel, Pressable, QLineEdit):
        for one in window.findChildren(kind):
            if one.isVisibleTo(window):
                yield one


def _cuts(widget: QWidget, room: QWidget) -> Iterator[str]:
    needed = _height_needed(widget)
    if widget.height() + SLACK_PX < needed:
        yield f"{widget.height()} px tall, and needs {needed}"
    place = QRect(widget.mapTo(room, QPoint(0, 0)), widget.size())
    if not room.rect().contains(place):
        yield f"at {place.getRect()}, outside {room.rect().getRect()}"


def _height_needed(widget: QWidget) -> int:
    if isinstance(widget, PlainLabel) and not widget.text():
        return 0
    if widget.hasHeightForWidth():
        return widget.heightForWidth(widget.width())
    return widget.minimumSizeHint().height()


def _name(widget: QWidget) -> str:
    said = widget.text() if isinstance(widget, PlainLabel) else widget.accessibleName()
    return f"{type(widget).__name__} “{said[:30]}”"
