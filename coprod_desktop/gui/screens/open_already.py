"""A second window says that the first comes to the front, and ends."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer

from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.notice import Notice

LOOK_EVERY_MS = 100
STAYS_MS = 10_000
"""How long it can be read after the first window has heard."""


class OpenAlreadyScreen(Screen):
    """Opens nothing. Where the first window does not hear, it stays until pressed."""

    def __init__(
        self, stage: Stage, was_heard: Callable[[], bool], end: Callable[[], None]
    ) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("open_already.title"),
                "ward",
                main=Action(words.text("open_already.close"), None, end),
            ),
        )
        self._was_heard = was_heard
        self._end = end
        self.notice = Notice(stage, words.text("open_already.look"))
        self.body.addWidget(self.notice)
        self.body.addStretch(1)
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._on_time_to_look)
        self._looking.start(LOOK_EVERY_MS)

    def _on_time_to_look(self) -> None:
        if self._was_heard():
            self._looking.stop()
            QTimer.singleShot(STAYS_MS, self, self._end)
