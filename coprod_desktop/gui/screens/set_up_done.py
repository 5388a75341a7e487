"""Setting up has ended."""

from __future__ import annotations

from coprod_desktop.gui.places import ToWhoIsHere
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.set_up import SetUp
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.said_line import SaidLine


class SetUpDoneScreen(Screen):
    """Says that the ward is ready, and what comes next."""

    def __init__(self, stage: Stage, set_up: SetUp) -> None:
        words = stage.words
        start = Action(words.text("set_up.done.start"), "next", self._on_start_pressed)
        title = words.text("set_up.done.title")
        super().__init__(stage, Frame(title, "yes", main=start))
        for key, picture in (("what", "lock"), ("next", "people")):
            line = SaidLine(stage, words.text(f"set_up.done.{key}"), picture)
            self.body.addWidget(line)
        self.body.addStretch(1)

    def _on_start_pressed(self) -> None:
        self.went.emit(ToWhoIsHere())
