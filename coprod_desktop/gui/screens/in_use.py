"""What stands on a covered screen: nothing of anybody, and the time."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer

from coprod_desktop.gui.going import going
from coprod_desktop.gui.lock_places import ToUncover
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.plain import text_label

LOOK_EVERY_MS = 1_000


class InUseScreen(Screen):
    """Calm, and the same for everybody. Keys that were meant for words do nothing."""

    def __init__(self, stage: Stage) -> None:
        words = stage.words
        back = Action(words.text("in_use.back"), None, going(self, ToUncover()))
        super().__init__(
            stage, Frame(words.text("in_use.title"), "computer", outs=(back,))
        )
        self.clock = text_label(self._time(), "part")
        self.body.addWidget(self.clock)
        self.body.addStretch(1)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._looking = QTimer(self)
        self._looking.timeout.connect(self._on_time_passed)
        self._looking.start(LOOK_EVERY_MS)

    def focus_first(self) -> None:
        """Stand on nothing: Space and Enter may still come from writing."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _time(self) -> str:
        now = self.stage.clock().astimezone()
        return self.stage.words.text(
            "in_use.clock", hour=f"{now.hour:02}", minute=f"{now.minute:02}"
        )

    def _on_time_passed(self) -> None:
        if self.clock.text() != self._time():
            self.clock.setText(self._time())
