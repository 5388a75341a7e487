"""Looks for what is cut off: words without room, and what no scrolling reaches."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from coprod_desktop.gui.main_window import MainWindow
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.gui.widgets.pressable import Pressable

SLACK_PX = 1
"""Heights are rounded, here up and there down."""


def cut_words(window: MainWindow) -> list[str]:
    """Return what is cut off on the screen that shows: which widget, and how."""
    inside = window.screen_now.area.widget()
    found = []
    rooms: dict[QWidget, list[QWidget]] = {}
    for widget in _with_words(window):
        scrolls = inside is not None and inside.isAncestorOf(widget)
        room = inside if scrolls and inside is not None else window
        found += [f"{name_of(widget)}: {how}" for how in _cuts(widget, room)]
        rooms.setdefault(room, []).append(widget)
    for room, widgets in rooms.items():
        found += _over_each_other(widgets, room)
    return found


def name_of(widget: QWidget) -> str:
    """Return a widget in words, for whoever looks for it."""
    said = widget.text() if isinstance(widget, PlainLabel) else widget.accessibleName()
    return f"{type(widget).__name__} “{said[:30]}”"


def _with_words(window: MainWindow) -> Iterator[QWidget]:
    for kind in (PlainLabel, Pressable, QLineEdit, QPlainTextEdit):
        for one in window.findChildren(kind):
            if one.isVisibleTo(window):
                yield one


def _cuts(widget: QWidget, room: QWidget) -> Iterator[str]:
    needed = _height_needed(widget)
    if widget.height() + SLACK_PX < needed:
        yield f"{widget.height()} px tall, and needs {needed}"
    # What is outside of anything that holds it is not drawn, however much room is left.
    holder: QWidget | None = widget
    while holder is not None and holder is not room:
        holder = holder.parentWidget()
        place = _place(widget, holder) if holder is not None else QRect()
        if holder is not None and not holder.rect().contains(place):
            yield f"at {place.getRect()}, outside {holder.rect().getRect()}"
            return


def _place(widget: QWidget, room: QWidget) -> QRect:
    return QRect(widget.mapTo(room, QPoint(0, 0)), widget.size())


def _over_each_other(widgets: list[QWidget], room: QWidget) -> Iterator[str]:
    """Name what lies over something else's words; what holds the other is not that."""
    places = [(one, _place(one, room)) for one in widgets]
    slack = (SLACK_PX, SLACK_PX, -SLACK_PX, -SLACK_PX)
    for (one, place), (other, there) in combinations(places, 2):
        meets = place.adjusted(*slack).intersects(there.adjusted(*slack))
        if meets and not one.isAncestorOf(other) and not other.isAncestorOf(one):
            yield f"{name_of(one)}: over {name_of(other)}"


def _height_needed(widget: QWidget) -> int:
    if isinstance(widget, QPlainTextEdit) or (
        isinstance(widget, PlainLabel) and not widget.text()
    ):
        # A box that is too small for its words scrolls: see ``within_reach``.
        return 0
    if widget.hasHeightForWidth():
        return widget.heightForWidth(widget.width())
    return widget.minimumSizeHint().height()
