"""An open ward: its people, settings and forms."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from coprod_desktop.content.forms import Form, FormShelf
from coprod_desktop.model.bodies import SettingChanged
from coprod_desktop.model.people import People, Person, PersonId, Role
from coprod_desktop.model.permissions import is_round
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.backups import Backups
from coprod_desktop.workspace.desk import WardPlace
from coprod_desktop.workspace.flags import Flags
from coprod_desktop.workspace.guardians import Guardians
from coprod_desktop.workspace.looks import Looks
from coprod_desktop.workspace.names import checked_line, checked_name
from coprod_desktop.workspace.own_log import OwnLog
from coprod_desktop.workspace.reading import HowPeopleRead
from coprod_desktop.workspace.settings import idle_minutes_of, settings_of
from coprod_desktop.workspace.sitting import Sitting
from coprod_desktop.workspace.staff import StaffDoors
from coprod_desktop.workspace.voices import Voices

if TYPE_CHECKING:
    from coprod_desktop.store.keyring import WardKey
    from coprod_desktop.store.places import Folder
    from coprod_desktop.store.vault import Store
    from coprod_desktop.store.world import World

_BESIDE_A_PATIENT = (Role.PARTNER_IN_CARE, Role.ADVOCATE, Role.INTERPRETER)


@dataclass(frozen=True, slots=True)
class Opened:
    """Which ward was opened, with what, and by whom."""

    folder: Folder
    key: WardKey
    by: PersonId


class Ward:
    """A ward that a member of staff has opened. Close it when they leave."""

    def __init__(
        self, opened: Opened, store: Store, world: World, shelf: FormShelf
    ) -> None:
        self._opened = opened
        self.store = store
        self.world = world
        self.shelf = shelf
        self.monotonic: Callable[[], float] = time.monotonic
        self.language = "en"
        """The language of forms and paper."""
        self.looks = Looks(store, lambda: self._opened.by)
        self.own_log = OwnLog(self)
        self.reading = HowPeopleRead(store)
        self.flags = Flags(self)
        folder, key = opened.folder, opened.key
        self.voices = Voices(self, folder)
        self.staff = StaffDoors(self, folder, key, self._take_over)
        self.guardians = Guardians(self, folder, key)
        self.backups = Backups(self, folder, key)

    @property
    def name(self) -> str:
        """What the ward is called."""
        return self.store.record.state().name

    @property
    def people(self) -> People:
        """Everybody of the ward, in the order in which they joined."""
        return self.store.record.state().people

    @property
    def opened_by(self) -> Person:
        """The member of staff who opened the ward."""
        return self.people[self._opened.by]

    @property
    def settings(self) -> dict[str, str]:
        """The ward's settings; what was never set has its usual value."""
        return settings_of(self.store.record.state().settings, self.language)

    @property
    def idle_minutes(self) -> int:
        """After how many minutes without a touch the computer locks."""
        return idle_minutes_of(self.store.record.state().settings)

    @property
    def place(self) -> WardPlace:
        """What an open document needs to know of its ward."""
        return WardPlace(
            self.shelf, self.language, lambda: self.people, self.voices.can_write
        )

    def add_person(
        self,
        name: str,
        role: Role,
        title: str = "",
        beside: PersonId | None = None,
    ) -> Person:
        """Add somebody; who opened the ward signs for it.

        Raises:
            Problem: The name or title cannot stand on a label, the name could be
                mistaken for another, or nobody was named beside whom they stand.
        """
        people = self.people
        if (role in _BESIDE_A_PATIENT) != (beside is not None):
            raise Problem("workspace.person_beside_whom")
        if beside is not None and people[beside].role is not Role.PATIENT:
            raise Problem("workspace.person_beside_whom")
        person = Person(
            PersonId(self.world.ids()),
            checked_name(name, [one.name for one in people.everyone]),
            role,
            checked_line(title),
            beside,
        )
        self.store.people.add(person, self._opened.by)
        return person

    def let_open(self, person: PersonId, passphrase: str) -> None:
        """Let a member of staff open the ward: see ``staff``.

        Raises:
            Problem: They are not staff, have a passphrase already, the new one is too
                short, or it could not be saved.
        """
        self.staff.let_open(person, passphrase)

    def set_setting(self, name: str, value: str) -> None:
        """Change a setting.

        Raises:
            Problem: The value is empty, too long or holds signs that cannot be seen.
        """
        value = checked_line(value)
        if not value:
            raise Problem("workspace.setting_empty")
        self.store.record.append(self._opened.by, [("", SettingChanged(name, value))])

    def forms(self) -> tuple[Form, ...]:
        """Return every form in its newest version, in the ward's language."""
        settings = self.settings
        return tuple(
            replace(one, words=one.words.filled(settings))
            for one in self.shelf.forms(self.language)
        )

    def form(
        self, template: str, version: int | None = None, language: str | None = None
    ) -> Form:
        """Return a form, in its newest version where none is asked for.

        Of a certain version in another language than the ward's, where one is given.

        Raises:
            Problem: There is no such form or version, or it is broken.
        """
        if version is None:
            newest = [one for one in self.forms() if one.template.id == template]
            if not newest:
                raise Problem("workspace.no_such_form", form=template)
            return newest[0]
        spoken = language or self.language
        found = self.shelf.form(template, version, spoken)
        settings = settings_of(self.store.record.state().settings, spoken)
        return replace(found, words=found.words.filled(settings))

    def sit_down(self, patient: PersonId, others: tuple[PersonId, ...] = ()) -> Sitting:
        """Start a sitting with a patient who is here, and others who are here too.

        Raises:
            Problem: Somebody stands beside another patient, or is one.
        """
        people = self.people
        here = tuple(people[one] for one in dict.fromkeys((patient, *others)))
        return self._sitting(people[patient], here)

    def sit_down_about(
        self, patient: PersonId, others: tuple[PersonId, ...]
    ) -> Sitting:
        """Start a sitting about a patient who is not here.

        Raises:
            Problem: Nobody is here, or somebody stands beside another patient.
        """
        people = self.people
        here = tuple(people[one] for one in dict.fromkeys(others) if one != patient)
        if not here:
            raise Problem("workspace.nobody_here")
        return self._sitting(people[patient], here)

    def come_back(self, opened: Opened) -> None:
        """Go on for a member of staff who has just shown their passphrase.

        Raises:
            Problem: What they opened is the key of another ward, or they have left.
        """
        if opened.key != self._opened.key:
            raise Problem("store.wrong_key")
        if opened.by in self.people.left:
            raise Problem("workspace.has_left")
        self._opened = opened

    def close(self) -> None:
        """Close the ward; nothing of it stays open."""
        self.backups.stop()
        self.store.close()

    def _take_over(self, person: PersonId) -> None:
        self._opened = replace(self._opened, by=person)

    def _sitting(self, patient: Person, here: tuple[Person, ...]) -> Sitting:
        if patient.role is not Role.PATIENT:
            raise Problem("workspace.which_patient")
        for one in here:
            if not is_round(one, patient.id):
                raise Problem("workspace.beside_another")
        return Sitting(self, patient, here)
