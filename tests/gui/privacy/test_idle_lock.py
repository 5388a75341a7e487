"""Two minutes without a touch: it is told before, words are saved first."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QAccessible, QAccessibleInterface, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.screens.idle_minutes import IdleMinutes, IdleMinutesScreen
from coprod_desktop.gui.screens.locked import LockedScreen
from coprod_desktop.gui.screens.open_ward import OpenWardScreen
from coprod_desktop.gui.screens.staff import StaffScreen
from coprod_desktop.gui.screens.still_there import StillThereScreen
from coprod_desktop.gui.staff_places import ToIdleMinutes
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.choice_grid import OptionButton, OptionView
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.settings import IDLE_MINUTES
from tests.gui.privacy.desk import CANARY, Desk, FullDisk
from tests.gui.widgets.writing import BY_SAM

WORDS = "the sea"


def kept_words(desk: Desk) -> list[str]:
    """What the store holds of Sam's words."""
    store = desk.session.ward.store
    documents = [one.id for one in store.documents.of(desk.cast.sam)]
    drafts = [
        one for each in documents for one in store.drafts.of(each, [desk.cast.sam])
    ]
    return [one.said.text.text for one in drafts]


def test_it_is_told_twenty_seconds_before_it_locks(desk: Desk):
    desk.wait(99.9)
    before = desk.screen

    desk.wait(0.1)

    assert desk.screen is not before
    assert isinstance(desk.screen, StillThereScreen)
    assert "20 seconds" in desk.screen.notice.words


def test_any_key_goes_on_and_is_not_written(desk: Desk):
    desk.type(WORDS)
    writing = desk.screen
    desk.wait(100)

    desk.type("x")
    gone_on = desk.screen
    desk.type("y")

    assert gone_on is writing
    assert desk.box.words == WORDS + "y"


def test_a_key_of_the_program_goes_on_too_and_does_nothing_else(desk: Desk):
    writing = desk.screen
    desk.wait(100)

    desk.key(Qt.Key.Key_F1)

    assert desk.screen is writing


def test_a_click_goes_on_and_presses_nothing(desk: Desk):
    writing = desk.screen
    lock = desk.program.window.top_bar.lock
    middle = lock.mapTo(desk.program.window, lock.rect().center())
    desk.wait(100)

    desk.click(middle.x(), middle.y())

    assert desk.screen is writing
    desk.click(middle.x(), middle.y())
    assert isinstance(desk.screen, LockedScreen)


def test_the_button_on_the_warning_goes_on(desk: Desk):
    writing = desk.screen
    desk.wait(100)
    warning = desk.screen

    assert warning.frame.main is not None
    warning.frame.main.run()  # as assistive technology presses it
    desk.wait(99)

    assert desk.screen is writing


@pytest.mark.parametrize("touch", ["key", "click", "move"])
def test_whoever_uses_the_computer_is_not_asked(desk: Desk, touch: str):
    writing = desk.screen
    for number in range(5):
        desk.wait(60)
        if touch == "key":
            desk.key(Qt.Key.Key_Shift)
        elif touch == "click":
            desk.click(5, 400)
        else:
            desk.move(100 + 50 * (number % 2), 300)

    assert desk.screen is writing


def test_words_that_come_without_keys_count(desk: Desk):
    writing = desk.screen

    for _ in range(5):
        desk.wait(60)
        dictated = QInputMethodEvent()
        dictated.setCommitString("and then ")
        QApplication.sendEvent(desk.box, dictated)
        desk.settle()

    assert desk.screen is writing
    assert desk.box.words == "and then " * 5


def assistive(widget: QWidget) -> QAccessibleInterface:
    """What assistive technology has in its hands."""
    return QAccessible.queryAccessibleInterface(widget)


@pytest.fixture
def stand(desk: Desk) -> QVBoxLayout:
    """A place in the window to put more; the focus is elsewhere."""
    held = QWidget(desk.program.window)
    stand = QVBoxLayout(held)
    held.show()
    desk.program.window.top_bar.help.setFocus()
    return stand


@pytest.mark.parametrize("verb", ["Press", "Toggle"])
def test_what_assistive_technology_presses_counts(
    desk: Desk, stand: QVBoxLayout, qtbot: QtBot, verb: str
):
    stage, writing = desk.program.stage, desk.screen
    view = OptionView("a", "Tea", None, is_picked=True)
    button = (
        BigButton(stage, "Tea")
        if verb == "Press"
        else OptionButton(stage, view, many=False)
    )
    stand.addWidget(button)
    presses: list[str] = []
    button.clicked.connect(lambda *_: presses.append(verb))

    for count in range(1, 5):
        desk.wait(60)
        assistive(button).actionInterface().doAction(verb)
        qtbot.waitUntil(lambda: len(presses) == count, timeout=60_000)  # noqa: B023

    assert desk.screen is writing


def test_what_assistive_technology_writes_counts(desk: Desk, stand: QVBoxLayout):
    writing = desk.screen
    line = LineField("Another name")
    stand.addWidget(line)

    for box in (desk.box, line.box) * 2:
        desk.wait(60)
        assistive(box).editableTextInterface().insertText(0, "tea ")
        desk.settle()

    assert desk.screen is writing
    assert desk.box.words == "tea tea "
    assert line.text() == "tea tea "


def test_what_the_program_changes_by_itself_is_nobody(desk: Desk, stand: QVBoxLayout):
    line = LineField("Another name")
    stand.addWidget(line)

    desk.wait(60)
    desk.box.show_words(AuthoredText.by(BY_SAM, "tea"))
    line.set_text("tea")
    line.box.clear()
    desk.wait(60)

    assert isinstance(desk.screen, LockedScreen)


def test_a_mouse_that_trembles_is_nobody(desk: Desk):
    for x in (400, 100):
        desk.move(x, 300)
    for number in range(10):
        desk.wait(12)
        desk.move(100 + number % 2, 300)

    assert isinstance(desk.screen, LockedScreen)


def test_words_are_saved_before_it_locks(desk: Desk):
    desk.type(CANARY)

    desk.wait(120)

    assert isinstance(desk.screen, LockedScreen)
    assert kept_words(desk) == [CANARY]
    assert not desk.session.has_sitting


def test_after_a_sleep_it_locks_at_once(desk: Desk):
    desk.wait(8 * 3600)

    assert isinstance(desk.screen, LockedScreen)


def test_words_that_cannot_be_saved_are_not_locked_away(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    disk = FullDisk(monkeypatch, type(desk.session.ward.store.drafts))
    desk.type(CANARY)

    desk.wait(120)

    assert desk.box.words == CANARY
    assert desk.words("store.disk_full") in desk.notices
    disk.is_full = False
    desk.wait(100)
    assert isinstance(desk.screen, StillThereScreen)
    desk.wait(20)
    assert isinstance(desk.screen, LockedScreen)
    assert kept_words(desk) == [CANARY]


def test_a_ward_may_choose_when_it_locks(desk: Desk):
    desk.session.ward.set_setting(IDLE_MINUTES, "5")
    writing = desk.screen

    desk.wait(4 * 60)
    assert desk.screen is writing
    desk.wait(60)

    assert isinstance(desk.screen, LockedScreen)


def test_staff_choose_when_it_locks(desk: Desk):
    window = desk.program.window
    window.go(ToIdleMinutes())
    screen = desk.screen
    assert isinstance(screen, IdleMinutesScreen)
    offered = [one.view.words for one in screen.choices.buttons()]

    screen.choices.buttons()[9].click()
    assert screen.frame.main is not None
    screen.frame.main.run()

    assert offered == ["After 1 minute", *(f"After {n} minutes" for n in range(2, 11))]
    assert isinstance(desk.screen, StaffScreen)
    assert desk.session.idle_s == 600


def test_a_choice_that_cannot_be_kept_is_told(desk: Desk):
    def keep(_: int) -> None:
        raise Problem("store.disk_full")

    screen = IdleMinutesScreen(desk.program.stage, IdleMinutes(2, (1, 2), keep))
    desk.program.window.put_in_place(screen)
    assert screen.frame.main is not None

    screen.frame.main.run()

    assert desk.notices == [desk.words("store.disk_full")]


def test_help_that_covers_the_words_is_locked_too(desk: Desk):
    desk.key(Qt.Key.Key_F1)
    desk.wait(100)

    desk.wait(20)

    assert isinstance(desk.screen, LockedScreen)


def test_a_window_that_asks_something_is_closed_and_then_it_locks(desk: Desk):
    dialog = QFileDialog(desk.program.window)
    screens: list[object] = []

    def time_passes() -> None:
        desk.seconds.now += 120
        desk.privacy.look()

    def ask() -> None:
        QTimer.singleShot(0, dialog, time_passes)
        dialog.exec()
        screens.append(desk.screen)

    ask()
    desk.settle()

    assert not isinstance(screens[0], LockedScreen), "whoever asked goes on first"
    assert isinstance(desk.screen, LockedScreen)


def test_a_closed_ward_and_a_locked_one_stay_as_they_are(desk: Desk):
    desk.wait(120)
    locked = desk.screen
    desk.wait(10_000)
    assert desk.screen is locked
    desk.program.window.close_ward()
    door = desk.screen

    desk.wait(10_000)

    assert isinstance(door, OpenWardScreen)
    assert desk.screen is door
