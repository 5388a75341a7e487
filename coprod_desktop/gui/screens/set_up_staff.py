"""Setting up: the first member of staff."""

from __future__ import annotations

from coprod_desktop.gui.roles import STAFF, role_options
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.set_up import SetUp, SetUpStep, ToSetUpStep
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.model.people import Role
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.names import checked_line, checked_name


class SetUpStaffScreen(Screen):
    """Asks who sets the ward up: name, work and job title."""

    def __init__(self, stage: Stage, set_up: SetUp) -> None:
        words = stage.words
        frame = Frame(
            words.text("set_up.staff.title"),
            "staff",
            back=ToSetUpStep(SetUpStep.WARD),
            main=Action(words.text("set_up.next"), "next", self._on_asked_on),
            help=words.text("set_up.staff.help"),
        )
        super().__init__(stage, frame)
        self._set_up = set_up
        self._role = set_up.answers.role
        self.name = LineField(words.text("set_up.staff.name"))
        self.name.set_text(set_up.answers.name)
        self.title = LineField(
            words.text("set_up.staff.title_label"),
            words.text("set_up.staff.title_help"),
        )
        self.title.set_text(set_up.answers.title)
        label = words.text("set_up.staff.role")
        options = role_options(words, STAFF, self._role)
        self.roles = ChoiceGrid(stage, options, label, columns=4)
        self.roles.picked.connect(self._on_role_picked)
        for field in (self.name, self.title):
            field.entered.connect(self._on_asked_on)
        self.body.addWidget(self.name)
        self.body.addWidget(text_label(label, "strong"))
        self.body.addWidget(self.roles)
        self.body.addWidget(self.title)
        self.body.addStretch(1)

    def left(self) -> None:
        """Keep what was typed for when somebody comes back."""
        self._set_up.note(
            name=self.name.text(), title=self.title.text(), role=self._role
        )

    def _on_role_picked(self, role: str) -> None:
        self.hide_notice()
        self._role = Role(role)
        self.roles.show_options(role_options(self.stage.words, STAFF, self._role))

    def _on_asked_on(self) -> None:
        for field, check in (
            (self.name, lambda name: checked_name(name, ())),
            (self.title, checked_line),
        ):
            try:
                field.set_text(check(field.text()))
            except Problem as problem:
                field.show_error(self.sentence(problem))
                field.setFocus()
                return
        if self._role is None:
            self.show_notice(self.stage.words.text("set_up.staff.role_missing"))
            return
        self.went.emit(ToSetUpStep(SetUpStep.PASSPHRASE))
