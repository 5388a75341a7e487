"""The first screen that anybody sees: what this is, and what it is not."""

from __future__ import annotations

from coprod_desktop.gui.backup_places import ToPutBack
from coprod_desktop.gui.other_languages import other_languages
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.set_up import SetUp, SetUpStep, ToSetUpStep
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.said_line import SaidLine


class SetUpWelcomeScreen(Screen):
    """Says honestly what the program does, before anything is asked."""

    def __init__(self, stage: Stage, set_up: SetUp) -> None:
        words = stage.words
        start = Action(
            words.text("set_up.welcome.start"), "next", self._on_start_pressed
        )
        title = words.text("set_up.welcome.title")
        have = words.text("set_up.welcome.have_backup")
        backup = Action(have, None, self._on_backup_pressed)
        outs = (backup, other_languages(self, words))
        super().__init__(stage, Frame(title, "ward", main=start, outs=outs))
        for key, picture in (
            ("what", "write"),
            ("keeps", "print"),
            ("not_crisis", "crisis"),
            ("not_record", "paper"),
            ("honest", "idea"),
            ("need", "clock"),
        ):
            line = SaidLine(stage, words.text(f"set_up.welcome.{key}"), picture)
            self.body.addWidget(line)
        self.body.addStretch(1)

    def _on_backup_pressed(self) -> None:
        self.went.emit(ToPutBack())

    def _on_start_pressed(self) -> None:
        self.went.emit(ToSetUpStep(SetUpStep.WARD))
