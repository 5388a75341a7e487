"""One key covers the screen at once, and brings it back to whoever may see it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.lock_places import ToComeIn
from coprod_desktop.gui.places import ToWhoIsHere
from coprod_desktop.gui.screens.home import HomeScreen
from coprod_desktop.gui.screens.in_use import InUseScreen
from coprod_desktop.gui.screens.locked import LockedScreen
from coprod_desktop.gui.screens.open_ward import OpenWardScreen
from coprod_desktop.gui.screens.who_is_here import WhoIsHereScreen
from tests.gui.privacy.desk import CANARY, HIDE, Desk, FullDisk


def test_one_key_covers_what_was_written_and_brings_it_back(desk: Desk):
    desk.type(CANARY)
    writing, title = desk.screen, desk.program.window.windowTitle()

    desk.key(HIDE)
    covered, covered_title = desk.screen, desk.program.window.windowTitle()
    desk.key(HIDE)

    assert isinstance(covered, InUseScreen)
    assert covered_title == "This computer is in use – Coprod Desktop"
    assert desk.screen is writing
    assert desk.program.window.windowTitle() == title
    assert desk.box.words == CANARY
    assert desk.box.hasFocus()


def test_the_button_at_the_top_covers_and_another_brings_back(desk: Desk):
    writing = desk.screen

    desk.program.window.top_bar.hide_all.click()
    covered = desk.screen
    covered.frame.outs[0].run()

    assert isinstance(covered, InUseScreen)
    assert desk.screen is writing


def test_keys_that_were_meant_for_words_do_nothing_while_it_is_covered(desk: Desk):
    desk.type(CANARY)
    desk.key(HIDE)

    desk.type("a b")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Escape):
        desk.key(key)
    covered = desk.screen
    desk.key(HIDE)

    assert isinstance(covered, InUseScreen)
    assert desk.box.words == CANARY


def test_help_that_was_open_is_open_again(desk: Desk):
    desk.key(Qt.Key.Key_F1)
    reading = desk.screen

    desk.key(HIDE)
    desk.key(HIDE)

    assert desk.screen is reading
    desk.key(Qt.Key.Key_Escape)
    assert desk.box.hasFocus()


def test_the_time_stands_there_and_goes_on(desk: Desk):
    desk.key(HIDE)
    screen = desk.screen
    assert isinstance(screen, InUseScreen)
    before = screen.clock.text()

    desk.clock.tick(61 * 60)
    screen._on_time_passed()

    assert screen.clock.text() != before
    assert len(before) == len("09:00")


def test_nobody_covers_what_is_locked(desk: Desk):
    desk.program.window.lock()
    locked = desk.screen

    desk.key(HIDE)

    assert desk.screen is locked


def test_the_door_can_be_covered_too(at_the_door: Desk):
    desk = at_the_door
    door = desk.screen

    desk.key(HIDE)
    covered = desk.screen
    desk.key(HIDE)

    assert isinstance(covered, InUseScreen)
    assert desk.screen is door


def test_what_is_covered_is_saved_and_locked_after_a_while(desk: Desk):
    desk.type(CANARY)
    desk.key(HIDE)

    desk.wait(119)
    covered = desk.screen
    desk.wait(1)

    assert isinstance(covered, InUseScreen), "nothing is asked of whoever comes by"
    assert isinstance(desk.screen, LockedScreen)
    assert not desk.program.window.is_covered
    assert not desk.session.has_sitting


def test_what_is_covered_and_cannot_be_saved_stays_there(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    disk = FullDisk(monkeypatch, type(desk.session.ward.store.drafts))
    desk.type(CANARY)
    desk.key(HIDE)

    desk.wait(120)

    assert isinstance(desk.screen, InUseScreen)
    assert desk.words("store.disk_full") in desk.notices
    desk.key(HIDE)
    assert desk.box.words == CANARY
    disk.is_full = False


def sam_alone(desk: Desk) -> None:
    """Sam comes in with a sign-in of their own."""
    desk.program.window.lock()
    desk.program.window.go(ToComeIn(desk.cast.sam))
    desk.open_question()


def test_whoever_signed_in_for_themselves_must_do_so_again(desk: Desk):
    sam_alone(desk)
    desk.type(CANARY)
    writing = desk.screen

    desk.key(HIDE)
    desk.key(HIDE)
    asked = desk.screen
    desk.program.window.go(ToComeIn(desk.cast.sam))

    assert isinstance(asked, LockedScreen)
    assert desk.screen is writing
    assert desk.box.words == CANARY
    assert desk.session.alone == desk.cast.sam


def test_staff_who_come_instead_see_nothing_of_what_was_covered(desk: Desk):
    sam_alone(desk)
    desk.type(CANARY)
    desk.key(HIDE)
    desk.key(HIDE)

    desk.program.window.go(ToComeIn())

    assert isinstance(desk.screen, WhoIsHereScreen)
    assert not desk.program.window.is_covered
    assert desk.session.alone is None
    assert not desk.session.has_sitting


def test_another_person_who_comes_instead_sits_at_their_own_forms(desk: Desk):
    sam_alone(desk)
    desk.key(HIDE)
    desk.key(HIDE)

    desk.program.window.go(ToComeIn(desk.cast.alex))

    assert isinstance(desk.screen, HomeScreen)
    assert desk.session.sitting.patient.id == desk.cast.alex
    assert [one.id for one in desk.session.sitting.here] == [desk.cast.alex]


def test_whoever_came_in_alone_cannot_say_who_else_is_here(desk: Desk):
    sam_alone(desk)

    desk.program.window.go(ToWhoIsHere())

    assert isinstance(desk.screen, LockedScreen)
    assert desk.session.alone is None


def test_whoever_comes_before_words_could_be_saved_is_signed_out_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
):
    voices, alex = desk.session.ward.voices, desk.cast.alex
    voices.make_pin(alex, "719384")
    voices.close(alex)
    disk = FullDisk(monkeypatch, type(desk.session.ward.store.drafts))
    desk.type(CANARY)
    desk.key(HIDE)
    voices.sign_in_with_pin(alex, "719384")

    desk.program.window.go(ToComeIn(alex))

    assert isinstance(desk.screen, InUseScreen)
    assert not voices.is_open(alex)
    disk.is_full = False


def test_whoever_signed_in_before_is_signed_out_when_another_comes(desk: Desk):
    voices, alex = desk.session.ward.voices, desk.cast.alex
    voices.make_pin(alex, "719384")

    desk.program.window.lock()
    voices.sign_in_with_pin(alex, "719384")
    desk.program.window.go(ToComeIn(desk.cast.sam))

    assert not voices.is_open(alex)


def test_what_ended_while_it_was_covered_is_gone_to_when_it_is_uncovered(
    at_the_door: Desk, qtbot
):
    desk = at_the_door
    door = desk.screen
    assert isinstance(door, OpenWardScreen)
    door.passphrase.field.set_text("a quiet green kettle")
    door.passphrase.entered.emit()

    desk.key(HIDE)
    qtbot.waitUntil(lambda: desk.session.has_ward)
    desk.settle()
    covered = desk.screen
    desk.key(HIDE)

    assert isinstance(covered, InUseScreen)
    assert isinstance(desk.screen, WhoIsHereScreen)
    assert QApplication.focusWidget() is not None
