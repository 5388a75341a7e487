"""The people who open this ward: each with what can be done, and adding another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.gui.going import going
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.staff_places import ToAddOpener, ToStaff
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.person_row import PersonRow, RowAction


@dataclass(frozen=True, slots=True)
class OpenerView:
    """Somebody who works on the ward, or did."""

    line: str
    """Their name and what they are."""
    name: str
    state: str
    """Whether they can open the ward, in words."""
    picture: str
    ways: tuple[tuple[str, object], ...] = ()
    """Keys of what can be done, and the places where it is done."""


class OpenersScreen(Screen):
    """A list; nobody is removed without being asked on a screen of its own."""

    def __init__(self, stage: Stage, openers: Sequence[OpenerView]) -> None:
        words = stage.words
        add = Action(words.text("openers.add"), "add", self._add)
        super().__init__(
            stage,
            Frame(
                words.text("openers.title"),
                "unlock",
                ToStaff(),
                add,
                help=words.text("openers.help"),
            ),
        )
        for one in openers:
            self.body.addWidget(self._row(one))
        self.body.addStretch(1)

    def _row(self, one: OpenerView) -> PersonRow:
        words = self.stage.words
        actions = tuple(
            RowAction(
                words.text(key),
                words.text("openers.about", what=words.text(key), name=one.name),
                going(self, place),
            )
            for key, place in one.ways
        )
        return PersonRow(self.stage, one.line, one.state, one.picture, actions)

    def _add(self) -> None:
        going(self, ToAddOpener())()
