"""Setting up: what the ward is called."""

from __future__ import annotations

from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.set_up import SetUp, SetUpStep, ToSetUpStep
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.names import checked_name


class SetUpWardScreen(Screen):
    """Asks for the name of the ward."""

    def __init__(self, stage: Stage, set_up: SetUp) -> None:
        words = stage.words
        frame = Frame(
            words.text("set_up.ward.title"),
            "ward",
            back=ToSetUpStep(SetUpStep.WELCOME),
            main=Action(words.text("set_up.next"), "next", self._on_asked_on),
            help=words.text("set_up.ward.help"),
        )
        super().__init__(stage, frame)
        self._set_up = set_up
        self.name = LineField(words.text("set_up.ward.label"))
        self.name.set_text(set_up.answers.ward)
        self.name.entered.connect(self._on_asked_on)
        self.body.addWidget(self.name)
        self.body.addStretch(1)

    def left(self) -> None:
        """Keep what was typed for when somebody comes back."""
        self._set_up.note(ward=self.name.text())

    def _on_asked_on(self) -> None:
        try:
            name = checked_name(self.name.text(), ())
        except Problem as problem:
            self.name.show_error(self.sentence(problem))
            self.name.setFocus()
            return
        self.name.set_text(name)
        self.went.emit(ToSetUpStep(SetUpStep.STAFF))
