"""Adding somebody from outside the ward, who stands beside no one patient."""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.staff_places import ToNamePerson
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.model.documents import Side
from coprod_desktop.model.problem import Problem


class AddOutsideScreen(Screen):
    """``add`` takes a name and what they are, and returns the place to go to."""

    def __init__(self, stage: Stage, add: Callable[[str, str], object]) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("add_outside.title"),
                "advocate",
                ToNamePerson(Side.OUTSIDE),
                Action(words.text("add_person.add"), "add", self._on_asked_add),
                help=words.text("add_outside.help"),
            ),
        )
        self._add = add
        self.name = LineField(
            words.text("add_person.name"), words.text("add_person.name_help")
        )
        self.title = LineField(
            words.text("add_outside.what"), words.text("add_outside.what_help")
        )
        self.name.entered.connect(self.title.setFocus)
        self.title.entered.connect(self._on_asked_add)
        for field in (self.name, self.title):
            self.body.addWidget(field)
        self.body.addStretch(1)

    def _on_asked_add(self) -> None:
        try:
            place = self._add(self.name.text(), self.title.text())
        except Problem as problem:
            self.name.show_error(self.sentence(problem))
            self.name.setFocus()
            return
        self.went.emit(place)
