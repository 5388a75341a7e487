"""The people who help when a secret is forgotten: of the ward, and from outside it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from coprod_desktop.gui.going import going
from coprod_desktop.gui.screen import Frame, Screen
from coprod_desktop.gui.staff_places import ToNamedPeople, ToNamePerson, ToStaff
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.person_row import PersonRow, RowAction
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.model.documents import Side
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem


@dataclass(frozen=True, slots=True)
class NamedView:
    """Somebody who is named."""

    id: PersonId
    name: str
    line: str
    """Their name and what they are."""
    picture: str


@dataclass(frozen=True, slots=True)
class NamedSides:
    """Who is named on each side, and how that ends."""

    ward: Sequence[NamedView]
    outside: Sequence[NamedView]
    end: Callable[[PersonId], None]
    """Raises Problem."""


class NamedPeopleScreen(Screen):
    """Two lists. Nothing is taken away from anybody by not being named any more."""

    def __init__(self, stage: Stage, sides: NamedSides) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("named_people.title"),
                "people",
                ToStaff(),
                help=words.text("named_people.help"),
            ),
        )
        self._sides = sides
        for key, picture in (("can", "key"), ("cannot", "safe"), ("told", "eye")):
            line = SaidLine(stage, words.text(f"named_people.{key}"), picture)
            self.body.addWidget(line)
        self._show_side(Side.WARD, sides.ward)
        self._show_side(Side.OUTSIDE, sides.outside)
        self.body.addStretch(1)

    def _show_side(self, side: Side, named: Sequence[NamedView]) -> None:
        words = self.stage.words
        title = words.text(f"named_people.{side.value}")
        self.body.addWidget(Heading(title, level=2))
        if not named:
            nobody = words.text(f"named_people.nobody_{side.value}")
            self.body.addWidget(text_label(nobody, "quiet"))
        for one in named:
            self.body.addWidget(self._row(one))
        add = words.text(f"named_people.add_{side.value}")
        go = going(self, ToNamePerson(side))
        self.body.addLayout(in_a_row(BigButton(self.stage, add, "add", run=go)))

    def _row(self, one: NamedView) -> PersonRow:
        words = self.stage.words
        end = words.text("named_people.end")
        spoken = words.text("openers.about", what=end, name=one.name)
        action = RowAction(end, spoken, partial(self._end, one.id))
        return PersonRow(self.stage, one.line, "", one.picture, (action,))

    def _end(self, person: PersonId) -> None:
        try:
            self._sides.end(person)
        except Problem as problem:
            self.show_problem(problem)
            return
        self.went.emit(ToNamedPeople())
