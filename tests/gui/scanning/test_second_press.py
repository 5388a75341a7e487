"""A second press that comes too soon does nothing, for whoever asked for that."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coprod_desktop.gui.screens.reading import ReadingScreen
from tests.gui.scanning.conftest import Switch

LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def slow(switch: Switch) -> Switch:
    """Somebody at the choices of how they read, who asked for the longest waits."""
    switch.visitor.press(switch.visitor.words("top.text_size"))
    board = switch.visitor.program.stage.board
    board.read_as(board.reading._replace(waits_times=5))
    switch.seconds.pass_s(10)
    return switch


def press_bigger(switch: Switch) -> None:
    screen = switch.visitor.on(ReadingScreen)
    button = screen.sizes.bigger
    screen.area.ensureWidgetVisible(button)
    switch.visitor.settle()
    handle = switch.visitor.program.window.windowHandle()
    assert handle is not None
    place = button.mapTo(switch.visitor.program.window, button.rect().center())
    QTest.mouseClick(handle, LEFT, NONE, place)
    switch.visitor.settle()


def size(switch: Switch) -> int:
    return switch.visitor.program.stage.look.text_pt


def test_a_hand_that_presses_twice_presses_once(slow: Switch):
    before = size(slow)
    press_bigger(slow)
    once = size(slow)

    slow.seconds.pass_s(1.9)
    press_bigger(slow)

    assert once > before
    assert size(slow) == once


def test_after_the_wait_it_presses_again(slow: Switch):
    press_bigger(slow)
    once = size(slow)

    slow.seconds.pass_s(2.1)
    press_bigger(slow)

    assert size(slow) > once


def test_whoever_asked_for_nothing_presses_as_fast_as_they_like(slow: Switch):
    board = slow.visitor.program.stage.board
    board.read_as(board.reading._replace(waits_times=1))
    press_bigger(slow)
    once = size(slow)

    press_bigger(slow)

    assert size(slow) > once


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_key_that_is_pressed_twice_presses_once(slow: Switch, key: Qt.Key):
    slow.visitor.on(ReadingScreen).sizes.bigger.setFocus()
    handle = slow.visitor.program.window.windowHandle()
    assert handle is not None
    QTest.keyClick(handle, key)
    once = size(slow)

    QTest.keyClick(handle, key)

    assert size(slow) == once


def test_spaces_in_a_box_are_never_held_back(slow: Switch):
    visitor = slow.visitor
    visitor.press(visitor.words("text_size.done"))
    handle = visitor.program.window.windowHandle()
    assert handle is not None
    slow.seconds.pass_s(10)
    visitor.screen.focus_first()
    for _ in range(3):
        QTest.keyClick(handle, Qt.Key.Key_Space)
    visitor.settle()

    assert visitor.focus().property("text") == "   "
