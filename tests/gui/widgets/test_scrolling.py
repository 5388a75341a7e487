"""What lies in a place that scrolls is brought into sight whole, where it has room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.widgets.scrolling import Scrolling, scroll_to_focus

ROOM_PX = 300


def place(qtbot: QtBot, widget: QWidget) -> Scrolling:
    """Return a place that scrolls, with a widget far down in it."""
    inside = QWidget()
    column = QVBoxLayout(inside)
    for what in (QWidget(), widget, QWidget()):
        if what is not widget:
            what.setFixedHeight(1_000)
        column.addWidget(what)
    found = Scrolling(inside)
    qtbot.addWidget(found)
    found.resize(600, ROOM_PX)
    found.show()
    QApplication.processEvents()
    return found


def top_of(area: Scrolling, widget: QWidget) -> int:
    return widget.mapTo(area.viewport(), QPoint(0, 0)).y()


@pytest.mark.parametrize("start", [0, 10_000])
def test_a_line_to_write_in_is_seen_whole_and_not_its_caret_alone(
    qtbot: QtBot, start: int
) -> None:
    line = QLineEdit()
    line.setFixedHeight(250)
    area = place(qtbot, line)
    area.verticalScrollBar().setValue(start)

    area.show_whole(line)

    assert line.visibleRegion().boundingRect() == line.rect()


@pytest.mark.parametrize("start", [0, 10_000])
def test_what_is_taller_than_the_room_is_seen_from_its_beginning(
    qtbot: QtBot, start: int
) -> None:
    tall = QWidget()
    tall.setFixedHeight(800)
    area = place(qtbot, tall)
    area.verticalScrollBar().setValue(start)

    area.show_whole(tall)

    assert top_of(area, tall) == 0


def test_in_a_box_that_is_taller_than_the_room_the_caret_is_seen(
    qtbot: QtBot,
) -> None:
    box = QPlainTextEdit()
    box.setFixedHeight(800)
    box.setPlainText("\n".join(f"Line {at}" for at in range(40)))
    area = place(qtbot, box)
    cursor = box.textCursor()
    cursor.setPosition(len(box.toPlainText()))
    box.setTextCursor(cursor)

    area.show_whole(box)

    caret = box.cursorRect().translated(box.viewport().pos())
    shown = box.mapTo(area.viewport(), caret.center())
    assert area.viewport().rect().contains(shown)


def test_what_has_the_focus_is_scrolled_to(qtbot: QtBot) -> None:
    line = QLineEdit()
    area = place(qtbot, line)
    area.activateWindow()
    line.setFocus()
    qtbot.waitUntil(line.hasFocus, timeout=60_000)
    area.verticalScrollBar().setValue(0)

    scroll_to_focus()

    assert line.visibleRegion().boundingRect() == line.rect()
