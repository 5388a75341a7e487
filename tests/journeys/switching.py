"""Somebody with one switch: a frame moves by itself, and one key presses."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from coprod_desktop.gui.program import Program
from tests.fakes import FakeMonotonic
from tests.journeys.driver import WardComputer

MOST_STEPS = 200


class HandPace(QTimer):
    """A timer that goes off when a test says so."""

    def start(self, *_: Any) -> None:
        """Wait for nothing."""


class SwitchHands:
    """Waits until the frame is there, and presses the space bar: nothing else."""

    def __init__(self, program: Program) -> None:
        self._window = program.window
        self._seconds = FakeMonotonic()
        self.pressed = 0
        privacy = program.keep_watch(lambda: 0.0)
        privacy.watch.watch(program.window.windowHandle())
        self._one = program.serve_one_switch(privacy, self._seconds, HandPace())

    def hold(self) -> None:
        """Hold the space bar until the frame comes."""
        handle = self._window.windowHandle()
        assert handle is not None
        QTest.keyPress(handle, Qt.Key.Key_Space)
        self._one.hold.timeout.emit()
        QTest.keyRelease(handle, Qt.Key.Key_Space)

    def press(self, button: QAbstractButton) -> None:
        """Press a button."""
        self._take(button)

    def reach(self, box: QWidget) -> None:
        """Open the board for a box to write in."""
        self._take(box)

    def _take(self, wanted: QWidget) -> None:
        """Press until it was pressed: what has just changed takes no press."""
        on_board: Any = self._one.scanner.box_pressed
        told = wanted.clicked if isinstance(wanted, QAbstractButton) else on_board
        name, taken = wanted.accessibleName(), list[QWidget]()
        link = told.connect(lambda *_: taken.append(wanted))
        for _ in range(MOST_STEPS):
            if any(one is wanted for one in self._one.scanner.framed):
                self._space()
            else:
                self._tick()
            if taken:
                break
        else:
            raise AssertionError(f"never pressed {name!r}")
        if told is on_board:
            told.disconnect(link)

    def _tick(self) -> None:
        self._seconds.pass_s(2)
        self._one.pace.timeout.emit()
        QApplication.processEvents()

    def _space(self) -> None:
        handle = self._window.windowHandle()
        assert handle is not None
        self._seconds.pass_s(1)
        QTest.keyClick(handle, Qt.Key.Key_Space)
        self.pressed += 1
        QApplication.processEvents()


def spell(pc: WardComputer, box: QWidget, *parts: str) -> None:
    """Write into a box by the board: phrases of more than one letter are keys too."""
    pc.hands.reach(box)
    pc.rest()
    for part in parts:
        pc.press("Space" if part == " " else part)
    pc.press("Done")
