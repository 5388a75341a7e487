"""The PIN pad: big keys and the keyboard, dots and a count, and never a figure."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.pin_pad import PinPad
from tests.gui.widgets.looking import sight

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def pad(qtbot: QtBot, stage: Stage) -> PinPad:
    found = PinPad(stage, "Your PIN", 6)
    qtbot.addWidget(found)
    found.resize(500, 500)
    found.show()
    found.activateWindow()
    found.setFocus()
    qtbot.waitUntil(found.dots.hasFocus)
    return found


def click(pad: PinPad, *keys: str) -> None:
    for one in keys:
        QTest.mouseClick(pad.key(one), LEFT)


def type_sign(pad: PinPad, sign: str, *, is_repeat: bool = False) -> None:
    kind, none = QKeyEvent.Type.KeyPress, Qt.KeyboardModifier.NoModifier
    event = QKeyEvent(kind, Qt.Key.Key_unknown, none, sign, is_repeat)
    QApplication.sendEvent(pad.dots, event)


def test_big_keys_and_the_keyboard_type_the_same(pad: PinPad) -> None:
    click(pad, "4", "0")
    QTest.keyClicks(pad.dots, "71")

    assert pad.pin() == "4071"


def test_figures_of_another_script_are_figures(pad: PinPad) -> None:
    for sign in "١٢٣":
        type_sign(pad, sign)

    assert pad.pin() == "123"


def test_letters_are_no_figures(pad: PinPad) -> None:
    for sign in ("a", "½", "²", "١٢"):
        type_sign(pad, sign)

    assert pad.pin() == ""


def test_there_are_never_more_figures_than_the_pin_has(pad: PinPad) -> None:
    QTest.keyClicks(pad.dots, "12345678")

    assert pad.pin() == "123456"
    assert pad.is_whole


def test_a_key_that_is_held_down_types_one_figure(pad: PinPad) -> None:
    for is_repeat in (False, True, True):
        type_sign(pad, "5", is_repeat=is_repeat)

    assert pad.pin() == "5"


@pytest.mark.parametrize("key", [Qt.Key.Key_Backspace, Qt.Key.Key_Delete])
def test_the_last_figure_can_be_taken_away(pad: PinPad, key: Qt.Key) -> None:
    QTest.keyClicks(pad.dots, "123")

    QTest.keyClick(pad.dots, key)
    click(pad, "Delete")

    assert pad.pin() == "1"


def test_all_figures_can_be_taken_away_at_once(pad: PinPad) -> None:
    QTest.keyClicks(pad.dots, "123")

    click(pad, "Start again")

    assert pad.pin() == ""
    assert pad.dots.accessibleName() == "Your PIN: 0 of 6"


def test_enter_asks_to_go_on_only_when_all_figures_are_there(
    qtbot: QtBot, pad: PinPad
) -> None:
    entered: list[str] = []
    pad.entered.connect(lambda: entered.append(pad.pin()))
    QTest.keyClicks(pad.dots, "12345")
    QTest.keyClick(pad.dots, Qt.Key.Key_Return)
    told = pad.dots.accessibleDescription()
    QTest.keyClicks(pad.dots, "6")

    QTest.keyClick(pad.dots, Qt.Key.Key_Return)

    assert told == "Your PIN has 6 figures. Please type the rest."
    assert entered == ["123456"]
    assert pad.dots.accessibleDescription() == ""


def test_the_count_is_spoken_and_never_the_figure(
    pad: PinPad, announced: Callable[[], list[str]]
) -> None:
    QTest.keyClicks(pad.dots, "73")
    click(pad, "9")

    assert announced() == ["1 of 6", "2 of 6", "3 of 6"]
    assert pad.dots.accessibleName() == "Your PIN: 3 of 6"


@pytest.fixture
def announced(monkeypatch: pytest.MonkeyPatch) -> Callable[[], list[str]]:
    """What assistive technology was told to say."""
    said: list[str] = []

    def update(event: QAccessibleEvent) -> None:
        said.append(event.message())  # type: ignore[attr-defined]

    monkeypatch.setattr(QAccessible, "updateAccessibility", update)
    return lambda: list(said)


def test_the_screen_after_a_figure_is_the_same_whichever_it_was(pad: PinPad) -> None:
    seen = set()
    for figure in "0123456789":
        pad.clear()
        click(pad, figure)
        seen.add(sight(pad))

    assert len(seen) == 1


def test_no_figure_that_was_typed_stands_in_any_word(pad: PinPad) -> None:
    QTest.keyClicks(pad.dots, "864209")

    words = [one.text() for one in pad.findChildren(QLabel)]
    words += [pad.dots.accessibleName(), pad.dots.accessibleDescription()]
    assert not any(figure in one for one in words for figure in "842")


def test_a_click_on_a_key_leaves_the_focus_where_it_was(pad: PinPad) -> None:
    click(pad, "5")

    assert pad.dots.hasFocus()


def test_tab_and_space_press_a_key_too(pad: PinPad) -> None:
    QTest.keyClick(pad.dots, Qt.Key.Key_Tab)
    key = QApplication.focusWidget()
    assert key is pad.key("1")

    QTest.keyClick(key, Qt.Key.Key_Space)
    QTest.keyClick(key, Qt.Key.Key_8)

    assert pad.pin() == "18"


def test_the_figures_stand_in_their_order_also_where_lines_run_leftwards(
    qtbot: QtBot, stage: Stage, qapp: QApplication
) -> None:
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    pad = PinPad(stage, "Your PIN", 4)
    qtbot.addWidget(pad)
    pad.resize(500, 500)
    pad.show()

    QTest.keyClicks(pad.dots, "12")

    assert pad.key("1").x() < pad.key("2").x() < pad.key("3").x()
    assert not pad.grab().isNull()


def test_the_dots_can_be_clicked_and_grow_with_the_text(
    qtbot: QtBot, pad: PinPad, stage: Stage
) -> None:
    before = pad.dots.sizeHint().width()
    pad.key("1").setFocus()

    QTest.mouseClick(pad.dots, LEFT)
    stage.board.set_text_pt(32)

    assert pad.dots.hasFocus()
    assert pad.dots.sizeHint().width() > before


def test_the_pad_leaves_keys_that_are_not_its_own_to_others(pad: PinPad) -> None:
    none = Qt.KeyboardModifier.NoModifier
    escape = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Escape, none)

    QApplication.sendEvent(pad, escape)

    assert not escape.isAccepted()


def test_a_ward_that_once_chose_otherwise_has_pins_of_two_lengths(
    qtbot: QtBot, stage: Stage
) -> None:
    pad = PinPad(stage, "Your PIN", 6, 4)
    qtbot.addWidget(pad)
    whole = []
    for figure in "271828":
        type_sign(pad, figure)
        whole.append(pad.is_whole)

    assert whole == [False, False, False, True, False, True]
    pad.clear()
    pad.ask_for_rest()
    told = pad.dots.accessibleDescription()
    assert told == "Your PIN has 4 or 6 figures. Please type the rest."
