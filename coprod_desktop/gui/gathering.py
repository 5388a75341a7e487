"""Who was ticked on the screen "Who is here?"."""

from __future__ import annotations

from typing import NamedTuple

from coprod_desktop.model.people import People, Person, PersonId, Role


class Gathering(NamedTuple):
    """The patient whom it is about, and everybody who is in the room."""

    patient: PersonId | None = None
    here: tuple[PersonId, ...] = ()
    """In the order of ticking; the patient too, when they are here."""

    @property
    def is_patient_here(self) -> bool:
        """Whether the patient was ticked."""
        return self.patient in self.here

    @property
    def others(self) -> tuple[PersonId, ...]:
        """Everybody who is here but the patient."""
        return tuple(one for one in self.here if one != self.patient)

    def about(self, patient: PersonId, people: People) -> Gathering:
        """Choose the patient, who is taken to be here until they are unticked.

        Staff stay ticked; who stands beside another patient does not.
        """
        staff = {one.id for one in people.staff}
        kept = tuple(one for one in self.here if one in staff)
        return Gathering(patient, (patient, *kept))

    def turned(self, person: PersonId) -> Gathering:
        """Tick somebody, or take their tick away."""
        if person in self.here:
            return self._replace(here=tuple(one for one in self.here if one != person))
        return self._replace(here=(*self.here, person))

    def with_new(self, person: Person, people: People) -> Gathering:
        """Take in somebody who was just added: they are here."""
        if person.role is Role.PATIENT:
            return self.about(person.id, people)
        return self if person.id in self.here else self.turned(person.id)
