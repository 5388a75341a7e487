"""Naming somebody who helps when a secret is forgotten."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coprod_desktop.gui.going import going
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.staff_places import ToAddOutside, ToNamedPeople
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.model.documents import Side
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem


@dataclass(frozen=True, slots=True)
class Naming:
    """Which side, who could be named, and how."""

    side: Side
    people: Sequence[OptionView]
    name: Callable[[PersonId], object]
    """Names somebody and returns the place to go to. Raises Problem."""


class NamePersonScreen(Screen):
    """One choice. Somebody from outside can be added here."""

    def __init__(self, stage: Stage, naming: Naming) -> None:
        words, side = stage.words, naming.side
        outs: tuple[Action, ...] = ()
        if side is Side.OUTSIDE:
            add = words.text("name_person.add_outside")
            outs = (Action(add, None, going(self, ToAddOutside())),)
        super().__init__(
            stage,
            Frame(
                words.text(f"name_person.{side.value}"),
                "people",
                ToNamedPeople(),
                Action(words.text("name_person.name"), "add", self._on_asked_name),
                outs,
                words.text(f"name_person.{side.value}_help"),
            ),
        )
        self._naming = naming
        self._person: PersonId | None = None
        self.people = ChoiceGrid(
            stage, self._options(), words.text("name_person.who"), columns=4
        )
        self.people.picked.connect(self._on_person_picked)
        if naming.people:
            self.people.keep_places()
            self.body.addWidget(self.people)
        else:
            nobody = words.text(f"name_person.nobody_{side.value}")
            self.body.addWidget(Notice(stage, nobody))
            self.set_main(None)
        self.body.addStretch(1)

    def _options(self) -> tuple[OptionView, ...]:
        return tuple(
            one._replace(is_picked=one.id == self._person)
            for one in self._naming.people
        )

    def _on_person_picked(self, person: str) -> None:
        self.hide_notice()
        self._person = PersonId(person)
        self.people.show_options(self._options())

    def _on_asked_name(self) -> None:
        if self._person is None:
            self.show_notice(self.stage.words.text("name_person.missing"))
            return
        try:
            place = self._naming.name(self._person)
        except Problem as problem:
            self.show_problem(problem)
            return
        self.went.emit(place)
