"""Looks whether all of a screen is in reach: one scroll, and Tab shows each control."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from coprod_desktop.gui.main_window import MainWindow
from coprod_desktop.gui.showing.cut_words import name_of
from coprod_desktop.gui.widgets.bottom_bar import BottomBar
from coprod_desktop.gui.widgets.pressable import Pressable

MOST_TABS = 400
"""No screen has so many controls; past it, Tab does not come round."""


def out_of_reach(window: MainWindow) -> list[str]:
    """Return what cannot be reached on the screen that shows: which widget, and how.

    Only the body scrolls, and only up and down. The bottom bar, with the main action,
    is seen whole without scrolling. Tab comes to each control once and shows it whole;
    one that is taller than the room there is from its beginning. The focus and how far
    the screen was scrolled are afterwards as they were.
    """
    return [*_scrolls(window), *_below(window), *_by_tab(window)]


def _scrolls(window: MainWindow) -> Iterator[str]:
    body = window.screen_now.area
    for area in window.findChildren(QAbstractScrollArea):
        if not area.isVisibleTo(window):
            continue
        if area.horizontalScrollBar().maximum() > 0:
            yield f"{name_of(area)}: scrolls sideways"
        if area is not body and area.verticalScrollBar().maximum() > 0:
            yield f"{name_of(area)}: scrolls by itself"


def _below(window: MainWindow) -> Iterator[str]:
    bar = window.screen_now.findChild(BottomBar)
    for button in () if bar is None else bar.buttons():
        if not _is_whole(button):
            yield f"{name_of(button)}: below, and not seen whole"


def _by_tab(window: MainWindow) -> list[str]:
    bar = window.screen_now.area.verticalScrollBar()
    focused, scrolled = QApplication.focusWidget(), bar.value()
    wanted = [one for one in _controls(window) if one.isEnabled()]
    reached: list[QWidget] = []
    found: list[str] = []
    for _ in range(MOST_TABS if wanted else 0):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        if now is None or now in reached:
            break
        reached.append(now)
        if not _is_shown(window, now):
            found.append(f"{name_of(now)}: has the focus, and is not seen whole")
    if focused is not None:
        focused.setFocus(Qt.FocusReason.OtherFocusReason)
    if isinstance(focused, QLineEdit):
        # Tab chose all of its words, and the next key would write over them.
        focused.deselect()
        focused.end(False)
    bar.setValue(scrolled)
    missed = [one for one in wanted if one not in reached]
    return found + [f"{name_of(one)}: Tab does not come to it" for one in missed]


def _controls(window: MainWindow) -> Iterator[QWidget]:
    for kind in (Pressable, QLineEdit, QPlainTextEdit):
        for one in window.findChildren(kind):
            if one.isVisibleTo(window):
                yield one


def _is_whole(widget: QWidget) -> bool:
    return widget.visibleRegion().boundingRect() == widget.rect()


def _is_shown(window: MainWindow, widget: QWidget) -> bool:
    """Return whether all of a control can be seen, or as much as there is room for."""
    view = window.screen_now.area.viewport()
    if _is_whole(widget):
        return True
    if not view.isAncestorOf(widget):
        return False
    seen = QRect(widget.mapTo(view, QPoint(0, 0)), widget.size()) & view.rect()
    if isinstance(widget, QPlainTextEdit):
        caret = widget.cursorRect().translated(widget.viewport().pos())
        place = QRect(widget.mapTo(view, caret.topLeft()), caret.size())
        return view.rect().contains(place)
    is_taller = widget.height() > view.height()
    begins = widget.mapTo(view, QPoint(0, 0)).y() >= 0
    return is_taller and begins and seen.width() == widget.width()
