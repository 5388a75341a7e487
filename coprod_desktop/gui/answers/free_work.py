"""The pen at work on words that answer no question: what is not fair, an answer."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coprod_desktop.gui.answers.trying import Trying
from coprod_desktop.gui.answers.words_box import Inkwell
from coprod_desktop.gui.clipping import Clipping
from coprod_desktop.gui.saving import SaveWatch
from coprod_desktop.model.people import People, Person, PersonId
from coprod_desktop.workspace.free_writing import FreeWriting
from coprod_desktop.workspace.pens import PenChoice


@dataclass(frozen=True, slots=True)
class WardPeople:
    """Everybody of the ward, to be asked for by id."""

    people: Callable[[], People]

    def person(self, person: PersonId) -> Person:
        """Return somebody of the ward.

        Raises:
            KeyError: Nobody has this id.
        """
        return self.people()[person]

    def name(self, person: str) -> str:
        """Return how somebody likes to be called."""
        return self.person(PersonId(person)).name


class FreeWork(Trying):
    """Writes with the pen that is held now. Lives as long as the writing is open."""

    def __init__(
        self, writing: FreeWriting, people: WardPeople, patient: PersonId
    ) -> None:
        super().__init__()
        self.writing = writing
        self.people = people
        self.patient_id = patient
        self.clipping = Clipping()
        self.saving = SaveWatch()
        writing.watch_saving(self.saving.tell)

    @property
    def pen(self) -> PenChoice:
        """Who holds the pen now."""
        return self.writing.pen

    def pens(self) -> tuple[PenChoice, ...]:
        """Return the pens that the people here can hold."""
        return self.writing.pens

    def person(self, person: PersonId) -> Person:
        """Return somebody of the ward."""
        return self.people.person(person)

    def name(self, person: str) -> str:
        """Return how somebody likes to be called."""
        return self.people.name(person)

    @property
    def inkwell(self) -> Inkwell:
        """Where the box's words come from and where they go."""
        writing = self.writing
        return Inkwell(
            lambda: writing.text,
            writing.change,
            lambda change: writing.change(change, pasted=True),
            writing.paste,
        )

    def undo(self) -> None:
        """Take the last step back; words go to their author."""
        self.attempt(self.writing.undo)

    def redo(self) -> None:
        """Do the last undone step again."""
        self.attempt(self.writing.redo)
