"""Sam sits at a question of a form; keys come through the window, as real ones do."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.places import ToQuestion
from coprod_desktop.gui.privacy import Privacy
from coprod_desktop.gui.program import Program
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.session import Session
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.model.problem import Problem
from tests.fakes import FakeClock
from tests.workspace.wards import FORM, QUESTION, Cast

CANARY = "kittiwake"
"""A word that stands nowhere else."""

HIDE, LEFT = Qt.Key.Key_F8, Qt.MouseButton.LeftButton


class FullDisk:
    """Stands before the real drafts: full until somebody makes room."""

    def __init__(self, patch: pytest.MonkeyPatch, drafts: type) -> None:
        self.is_full = True
        real = drafts.save  # type: ignore[attr-defined]

        def save(this: Any, *told: Any, **named: Any) -> None:
            if self.is_full:
                raise Problem("store.disk_full")
            real(this, *told, **named)

        patch.setattr(drafts, "save", save)


class Seconds:
    """Seconds that pass when they are told to."""

    def __init__(self) -> None:
        self.now = 1_000.0

    def __call__(self) -> float:
        return self.now


@dataclass(repr=False)
class Desk:
    """The program with somebody in front of it."""

    program: Program
    cast: Cast
    clock: FakeClock
    seconds: Seconds = field(default_factory=Seconds)

    def __post_init__(self) -> None:
        self.privacy: Privacy = self.program.keep_watch(self.seconds)

    @property
    def session(self) -> Session:
        return self.program.routes.session

    @property
    def screen(self) -> Screen:
        return self.program.window.screen_now

    @property
    def system_window(self) -> QWindow:
        """The window as the system knows it."""
        found = self.program.window.windowHandle()
        assert found is not None
        return found

    @property
    def box(self) -> AnswerEditor:
        """The box that Sam writes in."""
        screen = self.screen
        assert isinstance(screen, QuestionScreen)
        return screen.cards.answer.findChildren(AnswerEditor)[0]

    @property
    def notices(self) -> list[str]:
        """What the calm panels say."""
        found = self.program.window.findChildren(Notice)
        return [one.words for one in found if one.isVisible()]

    def words(self, key: str) -> str:
        return self.program.stage.words.text(key)

    def open_question(self) -> None:
        self.session.open_form(FORM)
        self.program.window.go(ToQuestion(QUESTION))
        self.box.setFocus()
        self.settle()

    def key(self, key: Qt.Key) -> None:
        QTest.keyClick(self.system_window, key)
        self.settle()

    def type(self, words: str) -> None:
        for letter in words:
            QTest.keyClick(self.system_window, Qt.Key(ord(letter.upper())))
        self.settle()

    def click(self, x: int, y: int) -> None:
        place = QPoint(x, y)
        QTest.mouseClick(
            self.system_window, LEFT, Qt.KeyboardModifier.NoModifier, place
        )
        self.settle()

    def move(self, x: int, y: int) -> None:
        QTest.mouseMove(self.system_window, QPoint(x, y))
        self.settle()

    def wait(self, seconds: float) -> None:
        """Let time pass, in which nobody touches anything."""
        self.seconds.now += seconds
        self.privacy.look()
        self.settle()

    def leave(self) -> None:
        """Close the ward, and watch no longer."""
        assert self.program.window.close_ward(), self.notices
        self.privacy.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def settle(self) -> None:
        for _ in range(4):
            QApplication.processEvents()
