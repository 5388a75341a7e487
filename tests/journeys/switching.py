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
        for _ in range(MOST_STEPS):
            framed = self._one.scanner.framed
            if framed == (wanted,):
                self._space()
                return
            if any(one is wanted for one in framed):
                self._space()
            else:
                self._tick()
        raise AssertionError(f"never came to {wanted.accessibleName()!r}")

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
