"""A page on the screen is turned and made bigger by keys, and says what it is."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.asking import Asking
from coprod_desktop.gui.page_picture import PagePicture
from coprod_desktop.gui.paper_source import PaperSource
from coprod_desktop.gui.screens.paper import PaperScreen
from coprod_desktop.gui.stage import Stage

LONGEST_MS = 60_000


@pytest.fixture
def screen(qtbot: QtBot, stage: Stage, paper: bytes) -> PaperScreen:
    words = stage.words
    source = PaperSource(
        "Your paper",
        "",
        "back",
        lambda: paper,
        lambda: "paper.pdf",
        lambda file: file,
        words.explain,
    )
    made = PaperScreen(stage, source, Asking())
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    qtbot.waitUntil(lambda: made.pages is not None, timeout=LONGEST_MS)
    return made


def page_of(screen: PaperScreen) -> PagePicture:
    picture = screen.picture
    assert picture is not None
    picture.setFocus()
    return picture


def said_of(picture: PagePicture) -> str:
    found = QAccessible.queryAccessibleInterface(picture)
    return found.text(QAccessible.Text.Name)


def test_arrows_turn_pages_and_stop_at_both_ends(screen: PaperScreen):
    picture = page_of(screen)
    assert screen.pages is not None
    count = screen.pages.count

    QTest.keyClick(picture, Qt.Key.Key_Left)
    assert said_of(picture).startswith(f"Page 1 of {count}")
    QTest.keyClick(picture, Qt.Key.Key_Right)
    assert said_of(picture).startswith(f"Page 2 of {count}")
    for _ in range(count):
        QTest.keyClick(picture, Qt.Key.Key_Right)

    assert said_of(picture).startswith(f"Page {count} of {count}")
    assert screen.where.words == f"Page {count} of {count}"
    assert picture.hasFocus()


def test_plus_and_minus_change_the_size_and_stop_at_both_ends(screen: PaperScreen):
    picture = page_of(screen)
    heights = [picture.heightForWidth(900)]

    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Plus):
        QTest.keyClick(picture, key)
        heights.append(picture.heightForWidth(900))
    biggest = heights[-1]
    for _ in range(6):
        QTest.keyClick(picture, Qt.Key.Key_Minus)

    assert heights[0] < heights[1] < heights[2] == biggest
    assert picture.heightForWidth(900) < heights[0]
    assert picture.hasFocus()
    assert not screen.smaller.isEnabled()


def test_forward_is_where_lines_run_to(screen: PaperScreen):
    picture = page_of(screen)
    QApplication.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    QTest.keyClick(picture, Qt.Key.Key_Left)

    assert said_of(picture).startswith("Page 2")


def test_other_keys_still_scroll_and_leave_the_page(screen: PaperScreen):
    picture = page_of(screen)
    for _ in range(3):
        QTest.keyClick(picture, Qt.Key.Key_Plus)
    QApplication.processEvents()
    bar = screen.area.verticalScrollBar()
    before = bar.value()

    QTest.keyClick(picture, Qt.Key.Key_PageDown)

    assert bar.value() > before
    assert said_of(picture).startswith("Page 1")


def test_what_its_keys_do_is_read_with_it(screen: PaperScreen, stage: Stage):
    found = QAccessible.queryAccessibleInterface(page_of(screen))

    told = found.text(QAccessible.Text.Description)
    assert told == stage.words.text("paper.picture_keys")
