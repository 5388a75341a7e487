"""A screen that waits for something slow and says how far it is."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QTimer

from coprod_desktop.gui.screen import Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.waiting import WaitingScreen
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress

Outcome = TypeVar("Outcome")

LOOK_MS = 300
"""How often the words are brought up to date."""


class ProgressScreen(WaitingScreen):
    """Says so many per cent; one number at a time is read aloud, not each."""

    def __init__(self, stage: Stage, frame: Frame) -> None:
        super().__init__(stage, frame)
        self._percent, self._key = 0, ""
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._on_timer_ran_out)

    def wait_long_for(
        self,
        key: str,
        work: Callable[[Progress], Outcome],
        done: Callable[[Outcome], None],
        failed: Callable[[Problem], None],
    ) -> None:
        """Wait as ``wait_for`` does; ``key`` names a sentence with ``percent``."""
        self._percent, self._key = 0, key
        self.wait_for(self._said(), lambda: work(self._step), done, failed)
        self._timer.start()

    def _step(self, done: int, of: int) -> None:
        # From beside the window: a number is set, and looked at by the timer.
        self._percent = 100 * done // max(1, of)

    def _said(self) -> str:
        return self.stage.words.text(self._key, percent=self._percent)

    def _on_timer_ran_out(self) -> None:
        if self._waiting is None:
            self._timer.stop()
        else:
            self._waiting.show_words(self._said())
