"""Covering, locking, handing over: what the next person finds of the last one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.screens.home import HomeScreen
from coprod_desktop.gui.screens.in_use import InUseScreen
from coprod_desktop.gui.screens.locked import LockedScreen
from coprod_desktop.gui.screens.who_is_here import WhoIsHereScreen
from tests.gui.privacy.traces import spoken, tell, titles
from tests.journeys.hands import Hands
from tests.journeys.signing import PIN, SigningComputer
from tests.journeys.stories import open_form
from tests.journeys.test_signing_in import BOTH_HANDS

CANARY = "kittiwake"
"""A word that stands nowhere else."""

WORDS = f"I feel like a {CANARY} today."


def begin_to_write(desk: SigningComputer) -> None:
    """Sam has signed in, begun a form, and copied what stands there."""
    desk.give_sam_a_pin()
    desk.press("Go on")
    desk.sign_in(PIN)
    open_form(desk, "My care plan")
    desk.write(WORDS)
    desk.key(Qt.Key.Key_A, ctrl=True)
    desk.key(Qt.Key.Key_C, ctrl=True)
    assert CANARY in QApplication.clipboard().text()


def left_of(desk: SigningComputer) -> list[str]:
    """What still tells of Sam's words: seen, spoken, titled or copied."""
    found = [*desk.all_words(), *spoken(), *titles(), QApplication.clipboard().text()]
    return tell(found, CANARY)


@pytest.fixture
def watched(desk: SigningComputer) -> Iterator[SigningComputer]:
    """The computer, with keys that are heard wherever the focus is."""
    watch = desk.program.keep_watch(lambda: 0.0)
    yield desk
    watch.deleteLater()
    QApplication.sendPostedEvents(watch, QEvent.Type.DeferredDelete)


@pytest.mark.parametrize("is_by_key", [False, True], ids=["button", "key"])
def test_one_press_covers_everything_and_sam_alone_brings_it_back(
    watched: SigningComputer, is_by_key: bool
):
    desk = watched
    begin_to_write(desk)

    if is_by_key:
        QTest.keyClick(desk.window.windowHandle(), Qt.Key.Key_F8)
    else:
        desk.press("Hide")
    covered, left = desk.screen, tell([*desk.all_words(), *spoken(), *titles()], CANARY)
    desk.press("Come back (F8)")

    assert isinstance(covered, InUseScreen)
    assert left == []
    assert isinstance(desk.screen, LockedScreen)
    desk.press("I have my own sign-in")
    desk.press("Sam")
    desk.sign_in(PIN)
    assert desk.box.words == WORDS


@BOTH_HANDS
def test_a_locked_computer_holds_nothing_of_sam_and_sam_finds_it_all_again(
    desk: SigningComputer, hands: Hands
):
    desk.hands = hands
    begin_to_write(desk)

    desk.press("Finish and lock")

    assert isinstance(desk.screen, LockedScreen)
    assert left_of(desk) == []
    desk.press("I have my own sign-in")
    desk.press("Sam")
    desk.sign_in(PIN)
    open_form(desk, "My care plan")
    assert desk.box.words == WORDS
    desk.hands.reach(desk.box)
    desk.key(Qt.Key.Key_Z, ctrl=True)
    assert desk.box.words == WORDS


def test_staff_who_unlock_it_come_to_who_is_here_and_to_no_words(desk: SigningComputer):
    begin_to_write(desk)
    desk.press("Finish and lock")

    desk.staff_return()

    assert isinstance(desk.screen, WhoIsHereScreen)
    assert left_of(desk) == []
    assert not desk.ward.voices.is_open(desk.people.sam)


def test_handing_over_lets_the_next_person_begin_with_nothing_of_the_last(
    desk: SigningComputer,
):
    begin_to_write(desk)

    desk.press("Hand over")

    assert isinstance(desk.screen, WhoIsHereScreen)
    assert left_of(desk) == []
    desk.press("Alex")
    desk.press("Go on")
    assert isinstance(desk.screen, HomeScreen)
    open_form(desk, "My care plan")
    assert desk.box.words == ""
    desk.hands.reach(desk.box)
    desk.key(Qt.Key.Key_V, ctrl=True)
    desk.key(Qt.Key.Key_Z, ctrl=True)
    assert left_of(desk) == []
