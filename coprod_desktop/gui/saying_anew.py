"""What stands on the screens is made anew when another language is spoken."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot

from coprod_desktop.gui.stage import Stage
from coprod_desktop.model.problem import Problem

if TYPE_CHECKING:
    from coprod_desktop.gui.main_window import MainWindow


class SayingAnew(QObject):
    """Speaks as whoever is here reads, and lets the window say it anew."""

    def __init__(self, window: MainWindow, stage: Stage) -> None:
        """Listen for as long as the window is there."""
        super().__init__(window)
        self._window = window
        self._stage = stage
        stage.board.changed.connect(self._on_board_changed)
        # Queued: it is chosen by a press on a screen that then goes.
        queued = Qt.ConnectionType.QueuedConnection
        stage.tongue.changed.connect(self._on_tongue_changed, queued)

    @Slot()
    def _on_board_changed(self) -> None:
        try:
            self._stage.tongue.speak(self._stage.board.reading.language)
        except Problem as problem:
            self._window.tell(problem)

    @Slot()
    def _on_tongue_changed(self) -> None:
        window, spoken = self._window, self._stage.words.language
        window.top_bar.name_buttons()
        try:
            now = window.screen_now
        except LookupError:
            return  # the first screen is still to come
        if window.place is None or now.language == spoken:
            # A page that no place leads to stays; so does what was covered meanwhile:
            # it was made in the language of the one who sees it again.
            return
        again = now.anew
        window.go(window.place)
        if again is not None and window.screen_now.language == spoken:
            window.go(again)
