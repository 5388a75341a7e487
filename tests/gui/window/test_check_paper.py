"""On the screen a printed page is checked by its code, or a file is chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.screens.check_paper import (
    MOST_PLACES,
    CheckDesk,
    CheckPaperScreen,
)
from coprod_desktop.gui.stage import Stage
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress
from coprod_desktop.workspace.paper_checking import Answer

SAME = Answer("The words are the same.", (), "Look at the page itself.", "good")
PAPER = Path("paper.pdf")
Made = Callable[..., CheckPaperScreen]


class Checks:
    """Answers in the record's place, and keeps what it was asked."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self.passwords: list[str] = []
        self.may_go_on = Event()
        self.may_go_on.set()
        self.answer = SAME
        self.password = ""

    def code(self, typed: str, step: Progress) -> Answer:
        self.codes.append(typed)
        if len(typed) < 8:
            raise Problem("pdf.problem.code_length", count=len(typed))
        self.may_go_on.wait(10)
        step(1, 2)
        return self.answer

    def file(self, place: Path, password: str) -> Answer:
        self.passwords.append(password)
        if password != self.password:
            key = "wrong_password" if password else "locked"
            raise Problem(f"pdf.problem.{key}")
        return self.answer


@pytest.fixture
def checks() -> Iterator[Checks]:
    found = Checks()
    yield found
    found.may_go_on.set()


@pytest.fixture
def screen(qtbot: QtBot, stage: Stage, checks: Checks) -> CheckPaperScreen:
    desk = CheckDesk("back", checks.code, checks.file, lambda _, __, then: then(PAPER))
    made = CheckPaperScreen(stage, desk)
    qtbot.addWidget(made)
    made.resize(1000, 900)
    made.show()
    made.focus_first()
    return made


def sees(screen: CheckPaperScreen, words: str) -> bool:
    labels = screen.findChildren(QLabel)
    return any(words in one.text() for one in labels if one.isVisible())


def enter(qtbot: QtBot, screen: CheckPaperScreen, code: str) -> None:
    screen.code.box.setText(code)
    qtbot.keyClick(screen.code.box, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not screen.is_waiting)


def choose(qtbot: QtBot, screen: CheckPaperScreen) -> None:
    screen.frame.outs[0].run()
    qtbot.waitUntil(lambda: not screen.is_waiting)


def test_a_code_is_typed_and_the_answer_has_the_focus(qtbot, screen, checks):
    enter(qtbot, screen, "7f3k 9qwd")

    assert checks.codes == ["7f3k 9qwd"]
    assert sees(screen, "The words are the same.")
    assert sees(screen, "Look at the page itself.")
    focus = screen.focusWidget()
    assert focus is not None
    assert focus.accessibleName() == "The words are the same."


def test_the_code_stands_in_big_signs_from_the_left(screen, stage):
    box = screen.code.box

    assert box.font().pixelSize() == stage.look.heading_px
    assert box.layoutDirection() is Qt.LayoutDirection.LeftToRight
    assert box.height() >= 44


def test_a_slip_is_told_beside_the_code_which_can_be_typed_over(qtbot, screen):
    enter(qtbot, screen, "7F3K")

    assert sees(screen, "Yours has 4.")
    assert screen.code.box.hasFocus()
    assert screen.code.box.selectedText() == "7F3K"


def test_no_code_is_asked_for_kindly(qtbot, screen, checks):
    enter(qtbot, screen, "  ")

    assert checks.codes == []
    assert sees(screen, "Please type the code first.")


def test_going_back_stops_a_search_and_says_so(qtbot, screen, checks):
    checks.may_go_on.clear()
    screen.code.box.setText("7F3K-9QWD")
    screen.code.entered.emit()
    assert screen.is_waiting

    screen.go_back()
    checks.may_go_on.set()
    qtbot.waitUntil(lambda: not screen.is_waiting)

    assert sees(screen, "The search was stopped.")
    with qtbot.waitSignal(screen.went) as went:
        screen.go_back()
    assert went.args == ["back"]


def test_where_a_file_differs_stands_in_a_list(qtbot, screen, checks):
    where = tuple(f"Page {page}: words." for page in range(1, MOST_PLACES + 3))
    checks.answer = Answer("It differs here:", where)

    choose(qtbot, screen)

    assert sees(screen, "It differs here:")
    assert sees(screen, f"Page {MOST_PLACES}: words.")
    assert not sees(screen, f"Page {MOST_PLACES + 1}: words.")
    assert sees(screen, "It differs in more places too.")


def test_a_file_with_a_password_asks_for_it_and_forgets_it(qtbot, screen, checks):
    checks.password = "five slow green boats"
    assert not screen.password.isVisible()

    choose(qtbot, screen)

    assert screen.password.isVisible()
    assert sees(screen, "This PDF has a password.")
    screen.password.field.box.setText("another one")
    screen.open_with.click()
    qtbot.waitUntil(lambda: sees(screen, "This password does not open the file."))
    assert screen.password.text() == ""
    screen.password.field.box.setText("five slow green boats")
    screen.password.entered.emit()
    qtbot.waitUntil(lambda: sees(screen, "The words are the same."))
    assert screen.password.text() == ""
    assert not screen.password.isVisible()
    assert checks.passwords == ["", "another one", "five slow green boats"]


def test_nobody_who_chose_no_file_is_told_anything(qtbot, stage, checks):
    desk = CheckDesk("back", checks.code, checks.file, lambda *_: None)
    screen = CheckPaperScreen(stage, desk)
    qtbot.addWidget(screen)

    screen.frame.outs[0].run()
    screen.password.entered.emit()

    assert not screen.is_waiting
    assert checks.passwords == []


def test_a_file_that_cannot_be_read_is_told(qtbot, screen, checks, monkeypatch):
    def cannot(place: Path, password: str) -> Answer:
        raise Problem("check_paper.cannot_read")

    screen._desk = screen._desk._replace(file=cannot)

    choose(qtbot, screen)

    assert sees(screen, "This file cannot be read.")


def test_an_earlier_answer_makes_room_for_the_next(qtbot, screen, checks):
    enter(qtbot, screen, "7F3K-9QWD")
    checks.answer = Answer("No paper from this ward has this code.")

    enter(qtbot, screen, "7F3K-9QWE")

    assert not sees(screen, "The words are the same.")
    assert sees(screen, "No paper from this ward has this code.")


def test_leaving_leaves_no_password_behind(screen):
    screen.password.field.box.setText("five slow green boats")

    screen.left()

    assert screen.password.text() == ""
