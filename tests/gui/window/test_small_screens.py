"""The small screens: text size, the end of setting up, waiting, sentences."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.gui.passphrase_pair import SHORTEST, PassphrasePair
from coprod_desktop.gui.screen import Frame
from coprod_desktop.gui.screens.reading import ReadingScreen
from coprod_desktop.gui.screens.set_up_done import SetUpDoneScreen
from coprod_desktop.gui.screens.set_up_meeting import SetUpMeetingScreen
from coprod_desktop.gui.screens.set_up_ward import SetUpWardScreen
from coprod_desktop.gui.screens.who_is_here import WhoIsHereScreen
from coprod_desktop.gui.set_up import SetUpStep, ToSetUpStep
from coprod_desktop.gui.waiting import WaitingScreen
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.keyring import SHORTEST_PASSPHRASE
from tests.gui.window.conftest import Visits


def test_text_grows_from_the_top_bar_and_the_screen_below_stays(
    visits: Visits, ward_folder: Path
):
    visitor = visits(ward_folder)
    below = visitor.screen
    before = visitor.program.stage.look.text_pt

    visitor.press(visitor.words("top.text_size"))
    visitor.on(ReadingScreen)
    visitor.press(visitor.words("text_size.bigger"))
    visitor.press(visitor.words("text_size.done"))

    assert visitor.screen is below
    assert visitor.program.stage.look.text_pt > before


def test_a_meeting_needs_a_name(visits: Visits, tmp_path: Path):
    visitor = visits(tmp_path / "new")
    visitor.program.window.go(ToSetUpStep(SetUpStep.MEETING))
    screen = visitor.on(SetUpMeetingScreen)
    screen.meeting.set_text("  ")

    visitor.press(visitor.words("set_up.meeting.make"))

    assert visitor.screen is screen
    assert screen.meeting.box.hasFocus()
    assert not (tmp_path / "new").exists()


def test_whoever_types_in_big_words_sees_what_they_type(visits: Visits, tmp_path: Path):
    visitor = visits(tmp_path / "new")
    visitor.program.stage.board.set_text_pt(48)
    visitor.program.window.resize(1024, 600)
    visitor.program.window.go(ToSetUpStep(SetUpStep.WARD))
    screen = visitor.on(SetUpWardScreen)

    visitor.write("Larch Ward")

    box = screen.name.box
    caret = box.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle)
    assert box.visibleRegion().boundingRect().contains(caret)


def test_the_end_of_setting_up_says_what_comes_next(visits: Visits, tmp_path: Path):
    visitor = visits(tmp_path / "new")
    visitor.program.window.go(ToSetUpStep(SetUpStep.DONE))

    said = [one.words for one in visitor.screen.findChildren(SaidLine)]

    assert isinstance(visitor.screen, SetUpDoneScreen)
    assert visitor.words("set_up.done.next") in said


def test_the_passphrase_is_as_long_as_the_store_asks():
    assert SHORTEST == SHORTEST_PASSPHRASE


def test_two_equal_passphrases_are_given_and_then_forgotten(
    visits: Visits, ward_folder: Path
):
    pair = PassphrasePair(visits(ward_folder).program.stage)
    for field in (pair.first, pair.second):
        field.field.box.setText("four made up words")

    given = pair.passphrase()
    pair.clear()

    assert given == "four made up words"
    assert pair.passphrase() is None


def test_a_waiting_screen_does_one_thing_at_a_time(visits: Visits, ward_folder: Path):
    visitor = visits(ward_folder)
    screen = WaitingScreen(visitor.program.stage, Frame("Waiting"))
    visitor.program.window.put_in_place(screen)
    told: list[object] = []

    def wait_for(what: int) -> None:
        screen.wait_for("It takes a moment.", lambda: what, told.append, told.append)

    wait_for(1)
    wait_for(2)
    visitor.until(lambda: not screen.is_waiting)

    assert told == [1]


def test_a_problem_while_waiting_is_given_to_the_screen(
    visits: Visits, ward_folder: Path
):
    visitor = visits(ward_folder)
    screen = WaitingScreen(visitor.program.stage, Frame("Waiting"))
    visitor.program.window.put_in_place(screen)
    told: list[object] = []

    def work() -> None:
        raise Problem("store.disk_full")

    screen.wait_for("It takes a moment.", work, told.append, told.append)
    visitor.until(lambda: not screen.is_waiting)

    assert [type(one) for one in told] == [Problem]


def test_what_nobody_foresaw_while_waiting_reaches_the_crash_page(
    visits: Visits, ward_folder: Path, qtbot
):
    visitor = visits(ward_folder)
    screen = WaitingScreen(visitor.program.stage, Frame("Waiting"))
    visitor.program.window.put_in_place(screen)

    def work() -> None:
        raise ValueError("unforeseen")

    with qtbot.captureExceptions() as caught:
        screen.wait_for("It takes a moment.", work, print, print)
        visitor.until(lambda: not screen.is_waiting)

    assert [kind for kind, _, _ in caught] == [ValueError]


@pytest.mark.parametrize("key", [Qt.Key.Key_Escape])
def test_nobody_goes_back_from_who_is_here(visits: Visits, ward_folder: Path, key):
    visitor = visits(ward_folder)
    visitor.write("a quiet green kettle")
    visitor.key(Qt.Key.Key_Return)
    screen = visitor.on(WhoIsHereScreen)

    visitor.key(key)

    assert visitor.screen is screen
