"""Somebody with one switch in front of the window; time passes when it is told to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.privacy import Privacy
from coprod_desktop.gui.program import Program
from coprod_desktop.gui.scanning.one_switch import OneSwitch
from coprod_desktop.gui.scanning.scanner import Scanner
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.model.reading import Reading
from tests.fakes import FakeMonotonic
from tests.gui.window.conftest import (  # noqa: F401 - fixtures
    visits,
    ward_folder,
    ward_pattern,
)

MOST_STEPS = 200


class HandPace(QTimer):
    """A timer that goes off when a test says so."""

    def start(self, *_: Any) -> None:
        """Wait for nothing."""


@dataclass
class Switch:
    """The switch, and what it works."""

    visitor: Visitor
    one: OneSwitch
    seconds: FakeMonotonic
    privacy: Privacy

    @property
    def program(self) -> Program:
        return self.visitor.program

    @property
    def scanner(self) -> Scanner:
        return self.one.scanner

    @property
    def names(self) -> list[str]:
        """What is framed."""
        return [one.accessibleName() for one in self.scanner.framed]

    def read_as(self, **chosen: Any) -> None:
        board = self.program.stage.board
        board.read_as(board.reading._replace(**chosen))
        self.visitor.settle()

    @property
    def reading(self) -> Reading:
        return self.program.stage.board.reading

    def tick(self) -> None:
        """Let one step's time pass."""
        self.seconds.pass_s(self.reading.switch_ms / 1_000)
        self.one.pace.timeout.emit()
        self.visitor.settle()

    def key(self, key: Qt.Key = Qt.Key.Key_Space) -> None:
        """Press a key as the system tells of it."""
        handle = self.program.window.windowHandle()
        assert handle is not None
        QTest.keyClick(handle, key)
        self.visitor.settle()

    def button(self, which: Qt.MouseButton = Qt.MouseButton.LeftButton) -> None:
        """Press a mouse button, wherever the mouse is."""
        handle = self.program.window.windowHandle()
        assert handle is not None
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(handle, which, none, QPoint(3, 300))
        self.visitor.settle()

    def until(self, is_there: Callable[[], bool]) -> None:
        for _ in range(MOST_STEPS):
            if is_there():
                return
            self.tick()
        raise AssertionError(f"the frame never came there, but stands on {self.names}")

    def choose(self, words: str) -> None:
        """Wait for a row, press, wait for its thing, press."""
        self.until(lambda: words in self.names)
        if len(self.names) > 1:
            self.key()
            self.seconds.pass_s(1)
            self.until(lambda: self.names == [words])
        self.key()
        self.seconds.pass_s(1)


@pytest.fixture
def switch(visits: Any, ward_folder: Path) -> Iterator[Switch]:  # noqa: F811
    """The switch on the door of a ward, not yet in use."""
    visitor, seconds = visits(ward_folder), FakeMonotonic()
    program = visitor.program
    privacy = program.keep_watch(lambda: 0.0)
    handle = program.window.windowHandle()
    assert handle is not None
    privacy.watch.watch(handle)
    one = program.serve_one_switch(privacy, seconds, HandPace())
    yield Switch(visitor, one, seconds, privacy)
    privacy.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
