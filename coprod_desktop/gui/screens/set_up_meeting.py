"""Setting up: what the ward calls its meeting; then the ward is made."""

from __future__ import annotations

from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.set_up import SetUp, SetUpStep, ToSetUpStep
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.waiting import WaitingScreen
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.names import checked_name


class SetUpMeetingScreen(WaitingScreen):
    """Asks for the meeting's name, and makes the ward from all answers."""

    def __init__(self, stage: Stage, set_up: SetUp) -> None:
        words = stage.words
        frame = Frame(
            words.text("set_up.meeting.title"),
            "cpa-meeting",
            back=ToSetUpStep(SetUpStep.CODE_BACK),
            main=Action(words.text("set_up.meeting.make"), None, self._on_asked_on),
            help=words.text("set_up.meeting.help"),
        )
        super().__init__(stage, frame)
        self._set_up = set_up
        self.meeting = LineField(words.text("set_up.meeting.label"))
        usual = words.text("set_up.meeting.default")
        self.meeting.set_text(set_up.answers.meeting or usual)
        self.meeting.entered.connect(self._on_asked_on)
        self.body.addWidget(self.meeting)
        self.body.addStretch(1)

    def left(self) -> None:
        """Keep what was typed for when somebody comes back."""
        self._set_up.note(meeting=self.meeting.text())

    def _on_asked_on(self) -> None:
        try:
            meeting = checked_name(self.meeting.text(), ())
        except Problem as problem:
            self.meeting.show_error(self.sentence(problem))
            self.meeting.setFocus()
            return
        self._set_up.note(meeting=meeting)
        answers = self._set_up.answers
        sentence = self.stage.words.text("set_up.making")
        make = self._set_up.make
        self.wait_for(
            sentence, lambda: make(answers), self._on_ward_made, self.show_problem
        )

    def _on_ward_made(self, ward: object) -> None:
        self._set_up.made(ward)
        # Nobody needs the secrets any more, so nothing holds them.
        self._set_up.note(passphrase="", code="")
        self.went.emit(ToSetUpStep(SetUpStep.DONE))
