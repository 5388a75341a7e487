"""Leaving the computer: what is forgotten when it is locked or handed over.

Locked: nobody may see the ward, which stays open in memory, so that somebody can go on
without its being read from the disk again. Closing it is :meth:`Session.close_ward`.
"""

from __future__ import annotations

from coprod_desktop.gui.gathering import Gathering
from coprod_desktop.gui.session import Session
from coprod_desktop.model.people import PersonId, Role


def lock(session: Session) -> None:
    """Save, and forget who was here; the ward stays open behind the lock screen.

    Raises:
        Problem: Words could not be saved; everything stays as it was.
    """
    session.leave_people()
    session.ward.voices.close_all()
    session.gathering = Gathering()
    session.is_locked, session.alone = True, None


def hand_over(session: Session) -> None:
    """Save, and send the people away but for the staff who stay in the room.

    Everybody who signed in is signed out, but for who opened the ward and answers for
    who is here.

    Raises:
        Problem: Words could not be saved; everything stays as it was.
    """
    session.leave_people()
    _sign_out_but(session, session.ward.opened_by.id)
    staff = {one.id for one in session.ward.people.staff}
    stay = tuple(one for one in session.gathering.here if one in staff)
    session.gathering = Gathering(None, stay)


def must_sign_in(session: Session) -> bool:
    """Whether whoever covered the screen must show who they are to uncover it.

    Somebody has signed in for themselves: nobody else may go on in their place. Staff
    sign in when they open the ward, so that counts for nobody.
    """
    if not session.has_sitting:
        return False
    voices = session.ward.voices
    here = [one for one in session.sitting.here if not one.is_staff]
    return session.alone is not None or any(voices.is_open(one.id) for one in here)


def sits_here(session: Session, person: PersonId | None) -> bool:
    """Whether somebody is one of the people here."""
    if not session.has_sitting:
        return False
    return any(one.id == person for one in session.sitting.here)


def come_in(session: Session, person: PersonId | None) -> None:
    """Go on with a ward that was locked, for somebody who has shown who they are.

    With staff, who are named by nobody, it begins with who is here. A patient sits down
    alone at their own forms; somebody who stands beside a patient, at what that patient
    shared.

    Raises:
        Problem: What was covered could not be saved; it stays locked.
    """
    session.leave_people()
    session.gathering = Gathering()
    _sign_out_but(session, session.ward.opened_by.id if person is None else person)
    session.is_locked, session.alone = False, None
    if person is None:
        return
    found = session.ward.people[person]
    patient = person if found.role is Role.PATIENT else found.beside
    if patient is None:
        raise LookupError("staff come in with their passphrase")
    session.gather(Gathering(patient, (person,)))
    session.sit_down()
    session.alone = person


def _sign_out_but(session: Session, person: PersonId) -> None:
    voices = session.ward.voices
    for one in session.ward.people.everyone:
        if one.id != person:
            voices.close(one.id)
