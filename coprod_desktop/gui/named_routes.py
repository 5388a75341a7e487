"""Where staff see to the two named people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.gui import staff_places as to
from coprod_desktop.gui.roles import PICTURES, name_and_work, person_option
from coprod_desktop.gui.screens.add_outside import AddOutsideScreen
from coprod_desktop.gui.screens.let_open import LetOpenScreen
from coprod_desktop.gui.screens.name_person import NamePersonScreen, Naming
from coprod_desktop.gui.screens.named_people import (
    NamedPeopleScreen,
    NamedSides,
    NamedView,
)
from coprod_desktop.model.documents import Side
from coprod_desktop.model.people import Person, PersonId

if TYPE_CHECKING:
    from coprod_desktop.gui.screen import Screen
    from coprod_desktop.gui.session import Session
    from coprod_desktop.gui.stage import Stage
    from coprod_desktop.workspace.ward import Ward


class NamedRoutes:
    """Makes the screens of naming."""

    def __init__(self, stage: Stage, session: Session) -> None:
        self._stage = stage
        self._session = session

    def screen_for(self, place: object) -> Screen:
        """Make the screen for a place.

        Raises:
            LookupError: Nobody is named there.
        """
        match place:
            case to.ToNamedPeople():
                return self._named_people()
            case to.ToNamePerson(side):
                return self._name_person(side)
            case to.ToAddOutside():
                return AddOutsideScreen(self._stage, self._add_outside)
            case to.ToOutsidePassphrase(person):
                return self._outside_passphrase(person)
        raise LookupError(type(place).__name__)

    @property
    def _ward(self) -> Ward:
        return self._session.ward

    def _named_people(self) -> Screen:
        guardians = self._ward.guardians
        ward, outside = (
            tuple(self._view(one) for one in guardians.named(side))
            for side in (Side.WARD, Side.OUTSIDE)
        )
        sides = NamedSides(ward, outside, guardians.end)
        return NamedPeopleScreen(self._stage, sides)

    def _view(self, person: Person) -> NamedView:
        line = name_and_work(self._stage.words, person)
        return NamedView(person.id, person.name, line, PICTURES[person.role])

    def _name_person(self, side: Side) -> Screen:
        guardians, words = self._ward.guardians, self._stage.words

        def name(person: PersonId) -> object:
            guardians.name(person, side)
            return to.ToNamedPeople()

        people = tuple(
            person_option(words, one, is_picked=False)
            for one in guardians.may_be_named(side)
        )
        return NamePersonScreen(self._stage, Naming(side, people, name))

    def _add_outside(self, name: str, title: str) -> object:
        person = self._ward.guardians.add_outside(name, title)
        return to.ToOutsidePassphrase(person.id)

    def _outside_passphrase(self, person: PersonId) -> Screen:
        ward, name = self._ward, self._ward.people[person].name

        def keep(passphrase: str) -> None:
            ward.voices.make_passphrase(person, passphrase)
            # They came to be named, and not to write now.
            ward.voices.close(person)
            ward.guardians.name(person, Side.OUTSIDE)

        return LetOpenScreen(self._stage, name, keep, to.ToNamedPeople())
