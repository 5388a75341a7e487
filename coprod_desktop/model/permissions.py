"""What each person may do with words on a patient's form. The one place that is asked.

It is told for somebody who sits at the screen without anybody else. Whoever sits beside
others sees what they see, and writes down what they say; the pen says so.

Staff may do nothing with shared words that the patient may not do as well. The table of
all of it stands in docs/permissions.md, and every cell of it is tried on a real ward.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from enum import StrEnum

from coprod_desktop.model.documents import Standing, Statement
from coprod_desktop.model.people import People, Person, PersonId, Role


class Who(StrEnum):
    """What somebody is to the patient whose form it is."""

    PATIENT = "patient"
    ANOTHER_PATIENT = "another_patient"
    PARTNER_IN_CARE = "partner_in_care"
    ADVOCATE = "advocate"
    INTERPRETER = "interpreter"
    BESIDE_ANOTHER = "beside_another"
    """Partner in care, advocate or interpreter of another patient."""
    NURSE = "nurse"
    DOCTOR = "doctor"
    OTHER_STAFF = "other_staff"
    PEER_SUPPORT_WORKER = "peer_support_worker"


class State(StrEnum):
    """How far words are, from private to answered."""

    PRIVATE = "private"
    """A draft in one's own hand."""
    WRITTEN_FOR = "written_for"
    """A draft that somebody wrote down, not agreed yet."""
    SHARED = "shared"
    SHARED_NOT_AGREED = "shared_not_agreed"
    """Written down by somebody, shared, and not agreed yet."""
    MARKED = "marked"
    """Shared, and the voice says that they did not write it, or were pressed."""
    DISPUTED = "disputed"
    """Shared, and somebody sees it differently."""
    FLAG_KEPT = "flag_kept"
    """Something is not fair; kept private, or for the advocate."""
    FLAG_TOLD = "flag_told"
    """Something is not fair; the meeting was told."""
    FLAG_ANSWERED = "flag_answered"
    PHOTOGRAPH = "photograph"
    """The patient's handwriting on a sheet, kept as a photograph. It is kept as it
    came: what is read off it is shared, agreed and marked as words are."""


class Action(StrEnum):
    """What can be done with words."""

    READ = "read"
    PRINT = "print"
    EXPORT = "export"
    SEE_HISTORY = "see_history"
    """See that there were earlier versions, and when they were shared."""
    SEE_DIFFERENTLY = "see_differently"
    """Say what one thinks of them, beside them."""
    ANSWER_FLAG = "answer_flag"
    CHANGE = "change"
    """Write them anew; of shared words the former version stays."""
    SHARE = "share"
    AGREE = "agree"
    """Answer whether what was written down is right."""
    MARK = "mark"
    TAKE_MARK_BACK = "take_mark_back"
    KEEP_MARK_OFF_PAPER = "keep_mark_off_paper"
    ERASE = "erase"
    """Rub them out for good."""
    DELETE = "delete"
    """Take away what is in the record. Nobody can."""


DRAFTS = frozenset({State.PRIVATE, State.WRITTEN_FOR})
SHARED = frozenset(
    {State.SHARED, State.SHARED_NOT_AGREED, State.MARKED, State.DISPUTED}
)
TOLD = frozenset({State.FLAG_TOLD, State.FLAG_ANSWERED})
STAFF = frozenset({Who.NURSE, Who.DOCTOR, Who.OTHER_STAFF, Who.PEER_SUPPORT_WORKER})

_STRANGERS = frozenset({Who.ANOTHER_PATIENT, Who.BESIDE_ANOTHER})
_PRIVATE = DRAFTS | {State.FLAG_KEPT}
_IN_THE_RECORD = SHARED | TOLD

_READERS: dict[Action, frozenset[State]] = {
    Action.READ: _IN_THE_RECORD | {State.PHOTOGRAPH},
    Action.PRINT: _IN_THE_RECORD,
    Action.EXPORT: _IN_THE_RECORD,
    Action.SEE_HISTORY: SHARED,
}
"""What everybody round the patient may do, with anybody's words."""

_OTHERS: dict[Action, frozenset[State]] = {
    Action.SEE_DIFFERENTLY: SHARED,
    Action.ANSWER_FLAG: TOLD,
}
"""What everybody round the patient may do, with words of anybody but themselves."""

_VOICE: dict[Action, frozenset[State]] = {
    Action.READ: _PRIVATE,
    Action.PRINT: frozenset({State.FLAG_KEPT}),
    Action.EXPORT: frozenset({State.FLAG_KEPT}),
    Action.CHANGE: _PRIVATE | SHARED,
    Action.SHARE: _PRIVATE,
    Action.AGREE: frozenset({State.WRITTEN_FOR, State.SHARED_NOT_AGREED}),
    Action.MARK: SHARED,
    Action.TAKE_MARK_BACK: frozenset({State.MARKED}),
    Action.KEEP_MARK_OFF_PAPER: frozenset({State.MARKED}),
    Action.ERASE: _PRIVATE,
}
"""What only the person whose words they are may do, besides."""

_NOTHING: frozenset[State] = frozenset()


def who_is(person: Person, patient: PersonId) -> Who:
    """Return what somebody is to a patient."""
    if person.role is Role.PATIENT:
        return Who.PATIENT if person.id == patient else Who.ANOTHER_PATIENT
    if person.is_staff:
        return Who(person.role.value)
    return Who(person.role.value) if person.beside == patient else Who.BESIDE_ANOTHER


def is_round(person: Person, patient: PersonId) -> bool:
    """Whether somebody may sit down with a patient's forms at all."""
    return who_is(person, patient) not in _STRANGERS


def may(who: Who, action: Action, state: State, *, is_own: bool) -> bool:
    """Whether somebody may do this with words in this state.

    ``is_own`` is whether they are their own words.
    """
    if who in _STRANGERS:
        return False
    if state in _READERS.get(action, _NOTHING):
        return True
    kept = _VOICE if is_own else _OTHERS
    return state in kept.get(action, _NOTHING)


def states_of(statement: Statement) -> frozenset[State]:
    """Return every state that shared words are in."""
    found = {State.SHARED}
    if statement.standing not in (Standing.OWN_HAND, Standing.AGREED):
        found.add(State.SHARED_NOT_AGREED)
    if statement.marks:
        found.add(State.MARKED)
    if statement.differing:
        found.add(State.DISPUTED)
    return frozenset(found)


def may_with(
    person: Person, patient: PersonId, action: Action, statement: Statement
) -> bool:
    """Whether somebody may do this with a statement on a patient's form."""
    who, is_own = who_is(person, patient), statement.voice == person.id
    return any(may(who, action, one, is_own=is_own) for one in states_of(statement))


def may_explain_words(person: Person) -> bool:
    """Whether somebody may add, change and take away hard words of the ward.

    Everybody reads them in Help. They are no words of a patient, and stand on no form.
    """
    return person.is_staff


def readers(
    people: People, patient: PersonId, left: Collection[PersonId] = ()
) -> Iterator[Person]:
    """Yield who reads what is shared on a patient's forms: the patient first.

    ``left`` are those whose door was closed.
    """
    yield people[patient]
    for one in (*people.beside(patient), *people.staff):
        if one.id not in left:
            yield one
