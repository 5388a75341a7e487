"""Setting up: the recovery code is typed back from its copy."""

from __future__ import annotations

from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.set_up import SetUp, SetUpStep, ToSetUpStep
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.model.problem import Problem


class SetUpCodeBackScreen(Screen):
    """Makes sure that the copy of the recovery code is right."""

    def __init__(self, stage: Stage, set_up: SetUp) -> None:
        words = stage.words
        again = ToSetUpStep(SetUpStep.CODE)
        show_again = Action(
            words.text("set_up.code_back.again"), None, lambda: self.went.emit(again)
        )
        frame = Frame(
            words.text("set_up.code_back.title"),
            "code",
            back=again,
            main=Action(words.text("set_up.next"), "next", self._on_asked_on),
            outs=(show_again,),
            help=words.text("set_up.code_back.help"),
        )
        super().__init__(stage, frame)
        self._set_up = set_up
        self.code = LineField(
            words.text("set_up.code_back.label"), words.text("set_up.code_back.hint")
        )
        self.code.entered.connect(self._on_asked_on)
        self.body.addWidget(self.code)
        self.body.addStretch(1)

    def _on_asked_on(self) -> None:
        if self._is_right():
            self.went.emit(ToSetUpStep(SetUpStep.MEETING))
            return
        self.code.show_error(self.stage.words.text("set_up.code_back.wrong"))
        self.code.box.selectAll()
        self.code.setFocus()

    def _is_right(self) -> bool:
        try:
            return self._set_up.is_same_code(
                self._set_up.answers.code, self.code.text()
            )
        except Problem:
            # A sign was left out or mistyped. The same sentence helps with both.
            return False
