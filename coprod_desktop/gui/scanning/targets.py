"""What can be pressed on the screen that shows, in rows, as it is read."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QScrollBar, QWidget

from coprod_desktop.gui.main_window import MainWindow
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.bottom_bar import BottomBar
from coprod_desktop.gui.widgets.tab_order import in_rows

Row = tuple[QWidget, ...]

_READ_ON = 0.8
"""How much of what is seen goes by; the rest is there to find the place again."""


class Rows(NamedTuple):
    """Rows from the top, and the one that a screen begins with: the body's first."""

    rows: tuple[Row, ...]
    first: int


def rows_of(window: MainWindow) -> Rows:
    """Find the rows: those of the top bar, of the body, and of the bar below.

    Where the body is longer than its place, its scroll bar is a row: it reads on.
    """
    screen = window.screen_now
    bars = window.findChildren(
        QWidget, "top-bar", Qt.FindChildOption.FindDirectChildrenOnly
    )
    # The bar, and the strip below it while something is read aloud.
    top = [row for bar in bars if bar.isVisible() for row in _rows_in(bar)]
    inside = screen.area.widget()
    body = [] if inside is None else _rows_in(inside)
    bar = screen.area.verticalScrollBar()
    if bar.isVisibleTo(screen) and bar.maximum() > bar.minimum():
        body.append((bar,))
    below = screen.findChild(BottomBar)
    bottom = [] if below is None else _rows_in(below)
    return Rows((*top, *body, *bottom), len(top))


def is_box(widget: QWidget) -> bool:
    """Whether somebody writes in it."""
    return isinstance(widget, QLineEdit | AnswerEditor)


def read_on(bar: QScrollBar) -> None:
    """Show what comes next; past the end, the beginning."""
    is_at_end = bar.value() >= bar.maximum()
    on = round(bar.pageStep() * _READ_ON)
    bar.setValue(bar.minimum() if is_at_end else bar.value() + on)


def come_into_sight(window: MainWindow, row: Row) -> None:
    """Scroll until a row can be seen, its beginning before its end."""
    area = window.screen_now.area
    for widget in reversed(row):
        if area.isAncestorOf(widget) and not isinstance(widget, QScrollBar):
            area.show_whole(widget)


def place_of(window: MainWindow, row: Row) -> QRect:
    """Return where a row can be seen in the window; empty where it cannot."""
    place = QRect()
    area = window.screen_now.area
    view = area.viewport()
    seen = QRect(view.mapTo(window, QPoint(0, 0)), view.size())
    for widget in row:
        at = QRect(widget.mapTo(window, QPoint(0, 0)), widget.size())
        place |= at & seen if view.isAncestorOf(widget) else at
    return place


def _rows_in(inside: QWidget) -> list[Row]:
    found = []
    for row in in_rows(inside):
        pressed = tuple(one for one in row if _can_be_pressed(one))
        if pressed:
            found.append(pressed)
    return found


def _can_be_pressed(widget: QWidget) -> bool:
    return isinstance(widget, QAbstractButton) or is_box(widget)
