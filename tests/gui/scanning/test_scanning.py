"""One switch does what a mouse does: the frame goes round, and a press is a press."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QAccessible, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar

from coprod_desktop.content.themes import contrast, read_theme, theme_ids
from coprod_desktop.gui.places import ToHelp, ToOneSwitch
from coprod_desktop.gui.routes import ToTextSize
from coprod_desktop.gui.scanning import scanner as scanning
from coprod_desktop.gui.scanning.frame import THICK_PX
from coprod_desktop.gui.screens.help import HelpScreen
from coprod_desktop.gui.screens.one_switch import OneSwitchScreen
from coprod_desktop.gui.screens.open_ward import OpenWardScreen
from coprod_desktop.gui.screens.reading import ReadingScreen
from coprod_desktop.gui.screens.recovery import RecoveryScreen
from coprod_desktop.gui.screens.still_there import StillThereScreen
from coprod_desktop.gui.widgets.pin_pad import PinPad
from coprod_desktop.gui.widgets.switch_panel import STEPS_MS
from coprod_desktop.model.reading import AUTOMATIC, NO_SWITCH, STEP
from tests.gui.looks.drawn import drawn
from tests.gui.scanning.conftest import Switch

SPACE, ENTER = Qt.Key.Key_Space, Qt.Key.Key_Return


def framed_place(switch: Switch) -> QRect:
    return switch.scanner.frame.geometry()


def test_whoever_chose_no_switch_sees_no_frame(switch: Switch):
    switch.tick()

    assert not switch.scanner.frame.isVisible()
    assert switch.names == []


def test_holding_the_space_bar_begins_and_presses_and_writes_nothing(switch: Switch):
    screen = switch.visitor.on(OpenWardScreen)
    screen.passphrase.setFocus()
    handle = switch.program.window.windowHandle()

    QTest.keyPress(handle, SPACE)
    switch.one.hold.timeout.emit()
    QTest.keyRelease(handle, SPACE)

    assert switch.reading.switch == AUTOMATIC
    assert switch.scanner.frame.isVisible()
    assert screen.passphrase.text() == ""
    # It would take away a sign that was written in the meantime.
    assert not switch.one.hold.isActive()


def test_a_button_that_was_held_is_not_pressed_by_that(switch: Switch):
    help_button = switch.program.window.top_bar.help
    help_button.setFocus()
    handle = switch.program.window.windowHandle()

    QTest.keyPress(handle, SPACE)
    switch.one.hold.timeout.emit()
    QTest.keyRelease(handle, SPACE)
    switch.visitor.settle()

    assert isinstance(switch.visitor.screen, OpenWardScreen)


def test_a_short_press_begins_nothing(switch: Switch):
    switch.visitor.screen.setFocus()

    switch.key()

    assert not switch.one.hold.isActive()
    assert switch.reading.switch == NO_SWITCH


def test_a_hand_that_rests_on_the_space_bar_writes_one_space(switch: Switch):
    screen = switch.visitor.on(OpenWardScreen)
    screen.passphrase.setFocus()
    handle = switch.program.window.windowHandle()

    QTest.keyPress(handle, SPACE)
    for _ in range(5):
        again = QKeyEvent(
            QEvent.Type.KeyPress, SPACE, Qt.KeyboardModifier.NoModifier, " ", True
        )
        QApplication.sendEvent(handle, again)
    QTest.keyRelease(handle, SPACE)

    assert screen.passphrase.text() == " "


def test_one_switch_is_offered_before_anybody_came_in(switch: Switch):
    words = switch.visitor.words

    switch.visitor.press(words("top.switch"))
    screen = switch.visitor.on(OneSwitchScreen)
    switch.visitor.press(words("one_switch.automatic"))

    assert switch.reading.switch == AUTOMATIC
    assert screen.panel.slower.isVisible()


def test_it_stands_with_how_somebody_reads_too(switch: Switch):
    switch.program.window.go(ToTextSize())
    screen = switch.visitor.on(ReadingScreen)

    screen.switch.click()

    assert isinstance(switch.visitor.screen, OneSwitchScreen)


def test_slower_and_faster_stop_at_their_ends(switch: Switch):
    switch.program.window.go(ToOneSwitch())
    panel = switch.visitor.on(OneSwitchScreen).panel
    switch.read_as(switch=AUTOMATIC)

    for _ in range(12):
        panel.faster.click()
    fastest = switch.reading.switch_ms
    for _ in range(12):
        panel.slower.click()

    assert (fastest, switch.reading.switch_ms) == (STEPS_MS[0], STEPS_MS[-1])
    assert (STEPS_MS[0], STEPS_MS[-1]) == (500, 10_000)
    assert not panel.slower.isEnabled()


def test_the_frame_begins_at_the_body_and_goes_round_over_the_bars(switch: Switch):
    switch.read_as(switch=AUTOMATIC)
    seen = []
    for _ in range(12):
        seen.append(tuple(switch.names))
        switch.tick()

    first, again = seen[0], seen.index(seen[0], 1)
    names = [one for row in seen[:again] for one in row]
    assert "Priya Sample" in first[0]
    assert names.index("Passphrase") < names.index("Open the ward")
    assert names.index("Open the ward") < names.index("Help")


def test_a_press_takes_the_row_then_the_thing(switch: Switch):
    switch.read_as(switch=AUTOMATIC)

    switch.choose("I have the recovery code")

    assert isinstance(switch.visitor.screen, RecoveryScreen)


def test_a_mouse_button_presses_what_is_framed_wherever_the_mouse_is(switch: Switch):
    switch.read_as(switch=AUTOMATIC)
    switch.until(lambda: "Help" in switch.names)
    switch.button()
    switch.seconds.pass_s(1)
    switch.until(lambda: switch.names == ["Help"])

    switch.button()

    assert isinstance(switch.visitor.screen, HelpScreen)


@pytest.mark.parametrize("by", ["key", "button"])
def test_with_two_switches_the_second_moves_the_frame(switch: Switch, by: str):
    switch.read_as(switch=STEP)
    before = switch.names

    if by == "key":
        switch.key(ENTER)
    else:
        switch.button(Qt.MouseButton.RightButton)

    assert switch.names != before


def test_the_switch_can_be_the_enter_key(switch: Switch):
    switch.read_as(switch=AUTOMATIC, switch_key="enter")
    switch.until(lambda: "Help" in switch.names)
    row = switch.names
    switch.seconds.pass_s(1)

    switch.key(ENTER)

    assert switch.names == row[:1]


def test_a_press_right_after_the_screen_changed_does_nothing(switch: Switch):
    switch.read_as(switch=AUTOMATIC)
    switch.program.window.go(ToHelp())
    switch.visitor.settle()
    before = switch.names

    switch.key()
    at_once = switch.names
    switch.until(lambda: len(switch.names) > 1)
    switch.key()

    assert at_once == before
    assert isinstance(switch.visitor.screen, HelpScreen)
    assert len(switch.names) == 1


def test_what_goes_by_itself_is_framed_no_more_and_a_press_for_it_does_nothing(
    switch: Switch,
):
    switch.read_as(switch=AUTOMATIC)
    screen = switch.visitor.on(OpenWardScreen)
    first = screen.names.buttons()[0]
    switch.until(lambda: first in switch.scanner.framed)

    first.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    switch.scanner.follow()
    switch.key()

    assert switch.names
    assert switch.visitor.screen is screen


def test_each_screen_begins_anew(switch: Switch):
    switch.read_as(switch=AUTOMATIC)
    switch.until(lambda: "Help" in switch.names)

    switch.program.window.go(ToHelp())
    switch.visitor.settle()

    inside = switch.visitor.screen
    assert all(inside.isAncestorOf(one) for one in switch.scanner.framed)


def test_what_cannot_be_pressed_is_never_framed(switch: Switch):
    switch.program.window.go(ToOneSwitch())
    screen = switch.visitor.on(OneSwitchScreen)
    switch.read_as(switch=AUTOMATIC, switch_ms=10_000)
    seen = set()
    for _ in range(20):
        seen |= set(switch.scanner.framed)
        switch.tick()

    assert screen.panel.faster in seen
    assert screen.panel.slower not in seen


def test_a_long_screen_is_read_on_and_begins_again_at_its_end(switch: Switch):
    switch.read_as(switch=AUTOMATIC, text_pt=48)
    switch.program.window.go(ToHelp())
    switch.visitor.settle()
    bar = switch.visitor.screen.area.verticalScrollBar()
    values: list[int] = []
    while not values or values[-1] != 0:
        switch.until(lambda: isinstance(switch.scanner.framed[0], QScrollBar))
        switch.seconds.pass_s(1)
        switch.key()
        values.append(bar.value())

    assert values[:-1] == sorted(set(values[:-1]))
    assert values[-2] == bar.maximum()


def test_what_is_framed_is_in_sight_and_the_frame_is_inside_the_window(switch: Switch):
    window = switch.program.window
    window.resize(1024, 600)
    switch.read_as(switch=AUTOMATIC, text_pt=48)
    for _ in range(15):
        place = framed_place(switch)
        assert window.rect().contains(place)
        assert place.height() > 2 * THICK_PX
        assert switch.scanner.frame.isVisible()
        switch.tick()


@pytest.mark.parametrize("theme", theme_ids())
def test_the_frame_is_seen_on_anything_in_every_theme(switch: Switch, theme: str):
    switch.read_as(switch=AUTOMATIC, theme=theme)
    place = framed_place(switch)
    window = switch.program.window
    middle = place.left() + place.width() // 2

    strip = drawn(window, QRect(middle, place.top(), 1, THICK_PX))
    colours = read_theme(theme).colours

    assert strip.strongest(strip[0, 1]) >= 3
    assert strip[0, 1] == int(colours.text[1:], 16)
    assert contrast(colours.text, colours.window) >= 7


def test_a_row_and_a_thing_differ_without_a_colour(switch: Switch):
    switch.read_as(switch=AUTOMATIC)
    switch.until(lambda: "Help" in switch.names)
    frame = switch.scanner.frame
    row = frame.grab().toImage()
    switch.key()

    thing = frame.grab().toImage()
    y = THICK_PX - 2
    ink = switch.program.stage.look.colour("text").rgb()
    in_row = [row.pixel(x, y) == ink for x in range(20, row.width() - 20)]
    in_thing = [thing.pixel(x, y) == ink for x in range(20, thing.width() - 20)]
    assert not all(in_row)
    assert any(in_row)
    assert all(in_thing)


def test_what_is_framed_is_said(switch: Switch, monkeypatch: pytest.MonkeyPatch):
    said: list[str] = []
    monkeypatch.setattr(
        scanning, "QAccessibleAnnouncementEvent", lambda _, words: words
    )
    monkeypatch.setattr(QAccessible, "isActive", lambda: True)
    monkeypatch.setattr(QAccessible, "updateAccessibility", said.append)

    switch.read_as(switch=AUTOMATIC)
    switch.until(lambda: "Passphrase" in switch.names)

    assert "Passphrase" in said


def test_after_a_figure_of_a_pin_the_frame_does_not_stay_where_it_was(switch: Switch):
    stage = switch.program.stage
    screen = switch.visitor.screen
    pad = PinPad(stage, "Your PIN", 6)
    screen.body.addWidget(pad)
    switch.read_as(switch=AUTOMATIC)
    first = switch.names

    switch.choose("8")

    assert pad.pin() == "8"
    assert switch.names == first


def test_whoever_types_beside_it_writes_spaces(switch: Switch):
    screen = switch.visitor.on(OpenWardScreen)
    switch.read_as(switch=AUTOMATIC)
    screen.passphrase.setFocus()

    for key in (Qt.Key.Key_A, SPACE, Qt.Key.Key_B):
        switch.key(key)
    typed = screen.passphrase.text()
    switch.seconds.pass_s(10)
    switch.key()

    assert typed.lower() == "a b"
    assert screen.passphrase.text() == typed


def test_a_switch_keeps_the_computer_open_and_answers_its_warning(switch: Switch):
    switch.read_as(switch=AUTOMATIC)
    window = switch.program.window
    window.go(ToHelp())
    touched: list[bool] = []
    privacy = switch.privacy
    privacy.watch.touched.connect(lambda: touched.append(True))

    switch.key()
    privacy._warn()
    warned = switch.visitor.screen
    switch.key()

    assert len(touched) >= 2
    assert isinstance(warned, StillThereScreen)
    assert isinstance(switch.visitor.screen, HelpScreen)


def test_when_it_is_put_off_the_frame_goes(switch: Switch):
    switch.read_as(switch=AUTOMATIC)

    switch.read_as(switch=NO_SWITCH)

    assert not switch.scanner.frame.isVisible()
    assert switch.names == []
