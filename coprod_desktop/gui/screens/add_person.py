"""Adding somebody: a patient, staff, or somebody who stands beside a patient."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coprod_desktop.gui.places import ToWhoIsHere
from coprod_desktop.gui.roles import BESIDE, PICTURES, STAFF, role_options
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.model.people import Role
from coprod_desktop.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Adding:
    """Whom somebody wants to add, and how that is done."""

    roles: tuple[Role, ...]
    """What they may be; one alone is not asked for."""
    beside: str
    """The name of the patient beside whom they will stand; empty for others."""
    add: Callable[[str, Role, str], object]
    """Adds a name, role and title; returns the place to go to. Raises Problem."""


def roles_beside(role: Role) -> tuple[Role, ...]:
    """Return what somebody may be who is added by the button for ``role``."""
    if role is Role.PATIENT:
        return (Role.PATIENT,)
    return BESIDE if role in BESIDE else STAFF


class AddPersonScreen(Screen):
    """Asks how they like to be called, and what they are to the patient."""

    def __init__(self, stage: Stage, adding: Adding) -> None:
        words = stage.words
        is_patient = adding.roles == (Role.PATIENT,)
        title = "add_person.patient_title" if is_patient else "add_person.title"
        beside = words.text("add_person.beside", name=adding.beside)
        frame = Frame(
            words.text(title),
            PICTURES[adding.roles[0]],
            back=ToWhoIsHere(),
            main=Action(words.text("add_person.add"), "add", self._on_asked_to_add),
            help=beside if adding.beside else "",
        )
        super().__init__(stage, frame)
        self._adding = adding
        self._role = adding.roles[0] if len(adding.roles) == 1 else None
        key = "add_person.role" if adding.roles == BESIDE else "add_person.work"
        label = words.text(key)
        self.roles = ChoiceGrid(stage, self._options(), label, columns=4)
        self.roles.picked.connect(self._on_role_picked)
        self.name = LineField(
            words.text("add_person.name"), words.text("add_person.name_help")
        )
        self.title = self._title_field()
        if self._role is None:
            self.body.addWidget(text_label(label, "strong"))
            self.body.addWidget(self.roles)
        self.body.addWidget(self.name)
        if not is_patient:
            self.body.addWidget(self.title)
        for field in (self.name, self.title):
            field.entered.connect(self._on_asked_to_add)
        self.body.addStretch(1)

    def focus_first(self) -> None:
        """Stand on the roles, or in the name where there is nothing to choose."""
        if self._role is None:
            self.roles.buttons()[0].setFocus()
        else:
            self.name.setFocus()

    def _title_field(self) -> LineField:
        words = self.stage.words
        if self._adding.roles == BESIDE:
            return LineField(
                words.text("add_person.relation"),
                words.text("add_person.relation_help"),
            )
        return LineField(
            words.text("add_person.job"), words.text("set_up.staff.title_help")
        )

    def _options(self) -> tuple[OptionView, ...]:
        return role_options(self.stage.words, self._adding.roles, self._role)

    def _on_role_picked(self, role: str) -> None:
        self.hide_notice()
        self._role = Role(role)
        self.roles.show_options(self._options())

    def _on_asked_to_add(self) -> None:
        if self._role is None:
            self.show_notice(self.stage.words.text("add_person.role_missing"))
            return
        try:
            place = self._adding.add(self.name.text(), self._role, self.title.text())
        except Problem as problem:
            self.name.show_error(self.sentence(problem))
            self.name.setFocus()
            return
        self.went.emit(place)
