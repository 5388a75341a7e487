"""Screens of signing in, each alone in a window of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.content.own_pictures import PAGES
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.picture_rounds import PictureRounds
from coprod_desktop.model.problem import Problem

Kind = TypeVar("Kind", bound=Screen)
MINE = ("moon", "cat", "cake", "bus")
"""Pictures that somebody chose, page by page."""


@dataclass
class FakeDoor:
    """A door whose tries a test sets."""

    kind: str = "pin"
    tries_left: int = 10
    wait_s: float = 0
    is_closed: bool = False
    grids: tuple[tuple[str, ...], ...] = PAGES
    secret: object = "271828"
    tried: list[object] = field(default_factory=list)

    def open(self, secret: object) -> str:
        """Open with the one right secret; count the others."""
        self.tried.append(secret)
        if secret != self.secret:
            self.tries_left -= 1
            raise Problem("store.wrong_pin", left=self.tries_left, seconds=0)
        return "opened"


class Shown:
    """Hands and eyes on one screen."""

    def __init__(self, bot: QtBot, stage: Stage, screen: Screen) -> None:
        self._bot = bot
        self._stage = stage
        self.screen = screen
        self.went: list[object] = []
        screen.went.connect(self.went.append)
        bot.addWidget(screen)
        screen.resize(1366, 768)
        screen.show()
        screen.activateWindow()
        screen.focus_first()
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is being done beside the window."""
        QApplication.processEvents()
        self._bot.waitUntil(lambda: self._stage.background.is_idle)
        QApplication.processEvents()

    def key(self, key: Qt.Key) -> None:
        """Press a key where the focus is."""
        QTest.keyClick(self.focus(), key)
        self.rest()

    def type(self, words: str) -> None:
        """Type where the focus is."""
        QTest.keyClicks(self.focus(), words)
        self.rest()

    def press(self, words: str) -> None:
        """Press the button that says this."""
        self.button(words).click()
        self.rest()

    def button(self, words: str) -> QAbstractButton:
        """Return the button that says this."""
        found = [
            one
            for one in self.screen.findChildren(QAbstractButton)
            if one.accessibleName() == words and one.isVisible()
        ]
        assert found, f"nothing says {words!r}"
        return found[0]

    def pick(self, *pictures: str) -> None:
        """Pick these pictures, one a page."""
        for picture in pictures:
            rounds = next(
                one
                for one in self.screen.findChildren(PictureRounds)
                if one.isVisible()
            )
            next(one for one in rounds.pictures() if one.view.id == picture).click()
            self.rest()

    def sees(self, words: str) -> bool:
        """Whether these words stand on the screen."""
        labels = [
            one.text() for one in self.screen.findChildren(QLabel) if one.isVisible()
        ]
        return any(words in one for one in labels)

    @property
    def notice(self) -> str:
        """What the newest calm panel says."""
        found = [one for one in self.screen.findChildren(Notice) if one.isVisible()]
        return found[-1].words if found else ""

    def focus(self) -> QWidget:
        """Return what has the focus."""
        found = QApplication.focusWidget()
        assert found is not None
        return found


@pytest.fixture
def show(qtbot: QtBot, stage: Stage) -> Callable[[Screen], Shown]:
    """Show a screen in a window of its own."""
    return lambda screen: Shown(qtbot, stage, screen)
