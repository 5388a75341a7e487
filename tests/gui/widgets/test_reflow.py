"""Everything can be read and reached at any text size, in both directions."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.bottom_bar import BottomBar
from coprod_desktop.gui.widgets.pen_bar import PenButton
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.gui.widgets.pressable import Pressable
from coprod_desktop.gui.widgets.top_bar import TopBar
from coprod_desktop.i18n.catalogue import languages
from tests.gui.widgets.sheet import sheet

SIZES = [(1366, 768, 14), (1366, 768, 18), (1024, 600, 24), (1024, 600, 48)]
BOTH_WAYS = [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft]


@pytest.fixture(params=BOTH_WAYS, ids=["rightwards", "leftwards"])
def direction(qapp: QApplication, request: pytest.FixtureRequest) -> Qt.LayoutDirection:
    found: Qt.LayoutDirection = request.param
    qapp.setLayoutDirection(found)
    return found


def shown(qtbot: QtBot, stage: Stage, width: int, height: int, text_pt: int) -> Screen:
    stage.board.set_text_pt(text_pt)
    screen = sheet(stage)
    qtbot.addWidget(screen)
    screen.resize(width, height)
    screen.show()
    qtbot.waitUntil(lambda: screen.area.viewport().width() > 300)
    for _ in range(5):
        QApplication.processEvents()
    return screen


def controls(screen: QWidget) -> list[QWidget]:
    kinds = (Pressable, QLineEdit, QPlainTextEdit)
    return [
        one
        for one in screen.findChildren(QWidget)
        if isinstance(one, kinds) and one.isVisible()
    ]


@pytest.mark.parametrize(("width", "height", "text_pt"), SIZES)
def test_nothing_is_cut_off_and_nothing_scrolls_sideways(
    qtbot: QtBot,
    stage: Stage,
    direction: Qt.LayoutDirection,
    width: int,
    height: int,
    text_pt: int,
) -> None:
    screen = shown(qtbot, stage, width, height, text_pt)

    assert screen.width() == width
    inside = screen.area.widget()
    assert inside is not None
    assert inside.width() == screen.area.viewport().width()
    for one in inside.findChildren(QWidget):
        if one.isVisible():
            left = one.mapTo(inside, QPoint(0, 0)).x()
            assert left >= 0
            assert left + one.width() <= inside.width()
    for label in inside.findChildren(PlainLabel):
        if label.isVisible():
            assert label.height() >= label.heightForWidth(label.width())


@pytest.mark.parametrize(("width", "height", "text_pt"), SIZES)
def test_whatever_can_be_pressed_is_at_least_44_px_big(
    qtbot: QtBot, stage: Stage, width: int, height: int, text_pt: int
) -> None:
    screen = shown(qtbot, stage, width, height, text_pt)

    for one in controls(screen):
        assert one.height() >= 44
        assert one.width() >= 44


@pytest.mark.parametrize("is_open", [False, True])
def test_the_bars_are_there_and_leave_half_the_window_at_the_biggest_text(
    qtbot: QtBot, stage: Stage, is_open: bool
) -> None:
    top = TopBar(stage, "My ward round")
    top.set_open(is_open=is_open, has_people=is_open)
    top.resize(1024, 100)
    qtbot.addWidget(top)
    screen = shown(qtbot, stage, 1024, 600, 48)

    bar = screen.findChild(BottomBar)

    assert bar is not None
    assert top.minimumSizeHint().width() <= 1024
    assert bar.height() + top.heightForWidth(1024) <= 300
    for button in bar.buttons():
        assert bar.rect().contains(button.geometry().center())
        assert button.visibleRegion().boundingRect() == button.rect()


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize(("width", "height", "text_pt"), SIZES)
def test_what_is_at_hand_stands_in_one_line_in_each_language(
    qtbot: QtBot, stage: Stage, width: int, height: int, text_pt: int, language: str
) -> None:
    stage.board.set_text_pt(text_pt)
    stage.tongue.speak(language)
    top = TopBar(stage, "My ward round")
    top.set_open(is_open=True, has_people=True)
    qtbot.addWidget(top)
    top.resize(width, 100)
    top.show()
    QApplication.processEvents()

    buttons = [one for one in top.findChildren(BigButton) if one.isVisible()]
    tops = {one.mapTo(top, QPoint(0, 0)).y() for one in buttons}

    assert len(buttons) == 6
    assert len(tops) == 1
    assert all(one.visibleRegion().boundingRect() == one.rect() for one in buttons)


def test_words_and_pictures_come_back_where_there_is_room(
    qtbot: QtBot, stage: Stage
) -> None:
    stage.board.set_text_pt(48)
    top = TopBar(stage, "My ward round")
    top.set_open(is_open=True, has_people=True)
    qtbot.addWidget(top)
    top.resize(1024, 100)
    top.show()
    in_short, spoken = top.listen.words, top.listen.accessibleName()

    top.resize(2400, 100)

    whole = stage.words.text("top.listen")
    assert (in_short, spoken) == (stage.words.text("top.listen_short"), whole)
    assert top.listen.words == whole
    assert top.listen.face().picture == "listen"


def test_the_screen_is_mirrored_for_languages_that_run_leftwards(
    qtbot: QtBot, stage: Stage, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    screen = shown(qtbot, stage, 1366, 768, 16)
    bar = screen.findChild(BottomBar)
    assert bar is not None

    places = [one.mapTo(screen, QPoint(0, 0)).x() for one in bar.buttons()]

    assert places == sorted(places, reverse=True)


def test_tab_reaches_every_control_in_the_order_in_which_they_stand(
    qtbot: QtBot, stage: Stage
) -> None:
    screen = shown(qtbot, stage, 1366, 768, 16)
    bar, inside = screen.findChild(BottomBar), screen.area.widget()
    assert bar is not None
    assert inside is not None
    wanted = [one for one in controls(screen) if one.isEnabled()]
    first = next(one for one in wanted if isinstance(one, PenButton))
    first.setFocus()

    reached: list[QWidget] = [first]
    for _ in range(len(wanted) * 2):
        QTest.keyClick(screen.focusWidget(), Qt.Key.Key_Tab)
        now = screen.focusWidget()
        if now is first:
            break
        reached.append(now)

    assert [one for one in wanted if one not in reached] == []
    body = [one for one in reached if inside.isAncestorOf(one)]
    tops = [one.mapTo(inside, QPoint(0, 0)).y() for one in body]
    jumps_up = [at for at in range(1, len(tops)) if tops[at] < tops[at - 1] - 20]
    # Once round: from the last control of the body to the notice at its top.
    assert len(jumps_up) == 1
    assert reached[jumps_up[0] - 1 :][1:6] == list(bar.buttons())


def window_with_a_sheet(qtbot: QtBot, stage: Stage) -> QWidget:
    """Return a window; nothing but the window holds the screen that is in it."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    screen = sheet(stage)
    column.addWidget(screen)
    window.resize(1366, 768)
    window.show()
    screen.focus_first()
    for _ in range(5):
        QTest.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
    return window


def test_nothing_on_the_screen_is_ever_collected(qtbot: QtBot, stage: Stage) -> None:
    window = window_with_a_sheet(qtbot, stage)
    count = len(window.findChildren(QWidget))

    gc.collect()

    assert len(window.findChildren(QWidget)) == count
    stage.board.set_text_pt(30)
    assert not window.grab().isNull()


@pytest.mark.parametrize("text_pt", [14, 48])
def test_the_focus_ring_is_painted_in_the_focus_colour(
    qtbot: QtBot, stage: Stage, text_pt: int
) -> None:
    screen = shown(qtbot, stage, 1366, 768, text_pt)
    colour = stage.look.colour("focus").rgb()

    for one in controls(screen):
        if not isinstance(one, Pressable) or not one.isEnabled():
            continue
        one.setFocus()
        image = one.grab().toImage()
        middle = image.height() // 2
        assert any(image.pixel(x, middle) == colour for x in range(6))
