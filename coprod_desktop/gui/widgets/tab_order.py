"""The tab order is the order in which things stand on the screen.

Qt puts what is made later at the end, wherever it stands. ``nextInFocusChain`` would
tell Qt's order, and must never be called: in PySide6 it makes one widget the owner of
the next, so that Python later collects widgets that are on the screen (found by trying;
``test_tab_order`` holds it).
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget


def in_reading_order(inside: QWidget) -> list[QWidget]:
    """Return what takes the focus inside a widget: line by line, leading first."""
    return [one for row in in_rows(inside) for one in row]


def in_rows(inside: QWidget) -> list[list[QWidget]]:
    """Return what takes the focus inside a widget, in its lines, leading first.

    What stands beside something, wholly or half, stands on the same line.
    """
    rows: list[list[tuple[int, QWidget]]] = []
    bottom = -1
    for top, across, one in sorted(_places(inside), key=lambda place: place[:2]):
        middle = top + one.height() // 2
        if rows and middle <= bottom:
            rows[-1].append((across, one))
        else:
            rows.append([(across, one)])
            bottom = top + one.height()
    across_each = [sorted(row, key=lambda place: place[0]) for row in rows]
    return [[one for _, one in row] for row in across_each]


def takes_focus(widget: QWidget) -> bool:
    """Whether Tab stops at a widget."""
    takes = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes) and widget.isEnabled()


def follow_each_other(widgets: Sequence[QWidget]) -> None:
    """Let Tab go through widgets of one window in this order."""
    for one, other in pairwise(widgets):
        QWidget.setTabOrder(one, other)


def _places(inside: QWidget) -> list[tuple[int, int, QWidget]]:
    found = []
    for one in inside.findChildren(QWidget):
        if not takes_focus(one) or not one.isVisibleTo(inside):
            continue
        place = one.mapTo(inside, QPoint(0, 0))
        across = place.x()
        if inside.isRightToLeft():
            across = inside.width() - across - one.width()
        found.append((place.y(), across, one))
    return found
