"""The people beside the form: who they are and how they like to be called."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

PersonId = NewType("PersonId", str)


class Role(StrEnum):
    """What somebody is to the patient (FHIR Patient, RelatedPerson, Practitioner)."""

    PATIENT = "patient"
    PARTNER_IN_CARE = "partner_in_care"
    NURSE = "nurse"
    DOCTOR = "doctor"
    OTHER_STAFF = "other_staff"
    PEER_SUPPORT_WORKER = "peer_support_worker"
    ADVOCATE = "advocate"
    INTERPRETER = "interpreter"


class VoiceKind(StrEnum):
    """How a voice is told apart by border and label; see LOOK, whose words."""

    PATIENT = "patient"
    STAFF = "staff"
    PARTNER = "partner"
    SUPPORTER = "supporter"
    TOGETHER = "together"


_KIND_OF_ROLE = {
    Role.PATIENT: VoiceKind.PATIENT,
    Role.PARTNER_IN_CARE: VoiceKind.PARTNER,
    Role.NURSE: VoiceKind.STAFF,
    Role.DOCTOR: VoiceKind.STAFF,
    Role.OTHER_STAFF: VoiceKind.STAFF,
    Role.PEER_SUPPORT_WORKER: VoiceKind.SUPPORTER,
    Role.ADVOCATE: VoiceKind.SUPPORTER,
    Role.INTERPRETER: VoiceKind.SUPPORTER,
}

STAFF_ROLES = frozenset(
    {Role.NURSE, Role.DOCTOR, Role.OTHER_STAFF, Role.PEER_SUPPORT_WORKER}
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody of the ward, a patient, or somebody who stands beside a patient."""

    id: PersonId
    name: str
    """How they like to be called."""
    role: Role
    title: str = ""
    """Job title of staff; relation of a partner in care ("Mum"); may be empty."""
    beside: PersonId | None = None
    """The patient whom a partner in care, advocate or interpreter stands beside."""

    @property
    def kind(self) -> VoiceKind:
        """Which border and label this person's words wear."""
        return _KIND_OF_ROLE[self.role]

    @property
    def is_staff(self) -> bool:
        """Whether the person works on the ward."""
        return self.role in STAFF_ROLES

    @property
    def initial(self) -> str:
        """The letter in the ring beside their words; ``?`` where there is none."""
        return next((char.upper() for char in self.name if char.isalnum()), "?")


@dataclass(frozen=True, slots=True)
class People:
    """A look-up of people by id, in the order in which they joined."""

    everyone: tuple[Person, ...] = ()
    left: frozenset[PersonId] = frozenset()
    """Staff whose door was closed. Their names stay, for their words."""

    def get(self, person: PersonId) -> Person | None:
        """Return the person, or None where nobody has this id."""
        return next((one for one in self.everyone if one.id == person), None)

    def __getitem__(self, person: PersonId) -> Person:
        found = self.get(person)
        if found is None:
            raise KeyError(person)
        return found

    def of(self, *roles: Role) -> tuple[Person, ...]:
        """Return the people who have one of these roles."""
        return tuple(one for one in self.everyone if one.role in roles)

    @property
    def staff(self) -> tuple[Person, ...]:
        """Return the people who work on the ward and have not left."""
        here = (one for one in self.everyone if one.id not in self.left)
        return tuple(one for one in here if one.is_staff)

    def beside(self, patient: PersonId) -> tuple[Person, ...]:
        """Return partners in care, advocates and interpreters of one patient."""
        return tuple(one for one in self.everyone if one.beside == patient)
