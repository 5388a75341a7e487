"""Roles as pictures and words, for choosing and for labels."""

from __future__ import annotations

from coprod_desktop.gui.widgets.choice_grid import OptionView
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.model.people import Person, Role

STAFF = (Role.NURSE, Role.DOCTOR, Role.OTHER_STAFF, Role.PEER_SUPPORT_WORKER)
"""In the order in which they are offered."""

BESIDE = (Role.PARTNER_IN_CARE, Role.ADVOCATE, Role.INTERPRETER)
"""People who stand beside one patient, in the order in which they are offered."""

PICTURES = {
    Role.PATIENT: "patient",
    Role.PARTNER_IN_CARE: "partner-in-care",
    Role.NURSE: "nurse",
    Role.DOCTOR: "doctor",
    Role.OTHER_STAFF: "staff",
    Role.PEER_SUPPORT_WORKER: "peer-worker",
    Role.ADVOCATE: "advocate",
    Role.INTERPRETER: "interpreter",
}


def role_options(
    words: Catalogue, roles: tuple[Role, ...], picked: Role | None
) -> tuple[OptionView, ...]:
    """Return roles to choose from."""
    return tuple(
        OptionView(one.value, role_words(words, one), PICTURES[one], one is picked)
        for one in roles
    )


def role_words(words: Catalogue, role: Role) -> str:
    """Return a role in words."""
    return words.text(f"role.{role.value}")


def name_and_work(words: Catalogue, person: Person) -> str:
    """Return somebody's name, and what they are but for a patient."""
    if person.role is Role.PATIENT:
        return person.name
    what = person.title or role_words(words, person.role)
    return words.text("who_is_here.person", name=person.name, what=what)


def person_option(words: Catalogue, person: Person, *, is_picked: bool) -> OptionView:
    """Return somebody to choose or tick: their name, and what they are."""
    line = name_and_work(words, person)
    return OptionView(person.id, line, PICTURES[person.role], is_picked)
