"""What happened with one person's words, folded from the record.

Every person may read their own: who shared, opened, printed, exported and answered
what they said, and what was done with their key and their drafts.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from coprod_desktop.model.acts import (
    CoSigned,
    DraftsOpened,
    FlagAnswered,
    FlagRaised,
    KeyMade,
    KeySucceeded,
    Marked,
    PersonLeft,
    PhotographKept,
    Restored,
    Way,
    WordsSeen,
)
from coprod_desktop.model.bodies import (
    Body,
    Confirmed,
    DocumentStarted,
    PersonJoined,
    StanceTaken,
    StatementShared,
)
from coprod_desktop.model.documents import (
    DocumentId,
    FlagId,
    MarkKind,
    StatementId,
)
from coprod_desktop.model.entries import Entry
from coprod_desktop.model.people import Person, PersonId
from coprod_desktop.model.permissions import is_round
from coprod_desktop.model.record import body_of
from coprod_desktop.model.wire import instant_from_json


class Happened(StrEnum):
    """What was done with somebody's words, key or drafts."""

    SHARED = "shared"
    OPENED = "opened"
    PRINTED = "printed"
    EXPORTED = "exported"
    WARD_EXPORTED = "ward_exported"
    """Every document of the ward was exported at once."""
    READ_BACK = "read_back"
    """Somebody else told the record what the person answered."""
    ANSWERED = "answered"
    """Somebody said what they think of it."""
    NOT_MINE = "not_mine"
    PRESSED = "pressed"
    UNMARKED = "unmarked"
    KEPT_OFF_PAPER = "kept_off_paper"
    FLAG_RAISED = "flag_raised"
    FLAG_ANSWERED = "flag_answered"
    DRAFTS_OPENED = "drafts_opened"
    KEY_MADE = "key_made"
    KEY_RENEWED = "key_renewed"
    RESTORED = "restored"
    PHOTOGRAPH_KEPT = "photograph_kept"
    """Somebody kept a photograph of a sheet that the person wrote by hand."""


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened."""

    number: int
    """The number of the newest entry that tells of it."""
    at: datetime
    what: Happened
    by: PersonId
    """Who did it, by the record."""
    signer: PersonId
    """Whose key signed for it; mostly the same."""
    document: DocumentId = DocumentId("")  # noqa: RUF009 - a text
    questions: tuple[str, ...] = ()
    """Of the statements that it is about, in the order in which they were shared."""
    second: PersonId | None = None
    """Who signed beside, where it took two people."""
    seen_by: tuple[PersonId, ...] = ()
    """Who could read what was shared, from then on."""
    reason: str = ""
    minutes: int = 0


_WAYS = {
    Way.OPENED: Happened.OPENED,
    Way.PRINTED: Happened.PRINTED,
    Way.EXPORTED: Happened.EXPORTED,
}
_MARKS = {
    MarkKind.NOT_MINE: Happened.NOT_MINE,
    MarkKind.PRESSED: Happened.PRESSED,
}


def fold_own_log(entries: Iterable[Entry], person: PersonId) -> tuple[Happening, ...]:
    """Return what happened with a person's words, oldest first.

    ``entries`` are in order: those of the ward, and those of every document in which
    the person may have words.
    """
    folding = _Folding(person)
    found: list[Happening] = []
    for entry in entries:
        for one in folding.happenings(entry):
            if found and _is_one_act(found[-1], one):
                questions = (*found[-1].questions, *one.questions)
                found[-1] = replace(found[-1], number=one.number, questions=questions)
            else:
                found.append(one)
    return tuple(found)


def _is_one_act(before: Happening, one: Happening) -> bool:
    """Whether statements were shared together: in one transaction, by one hand."""
    is_shared = before.what is one.what is Happened.SHARED
    together = (before.at, before.by, before.document) == (one.at, one.by, one.document)
    return is_shared and together


class _Folding:
    """What has to be known of earlier entries to tell of a later one."""

    def __init__(self, person: PersonId) -> None:
        self._person = person
        self._people: dict[PersonId, Person] = {}
        self._left: set[PersonId] = set()
        self._patients: dict[str, PersonId] = {}
        self._own: dict[tuple[str, StatementId], str] = {}
        self._with_words: set[str] = set()
        self._flags: set[FlagId] = set()

    def happenings(self, entry: Entry) -> Iterator[Happening]:
        """Yield what an entry tells the person: nothing, or one thing."""
        body = body_of(entry)
        match body:
            case PersonJoined():
                self._people[body.person.id] = body.person
            case PersonLeft():
                self._left.add(body.person)
            case DocumentStarted():
                self._patients[entry.unsigned.document] = body.patient
            case StatementShared():
                yield from self._shared(entry, body)
            case WordsSeen():
                yield from self._seen(entry, body)
            case Confirmed() | StanceTaken() | Marked():
                yield from self._about_words(entry, body)
            case FlagRaised() | FlagAnswered():
                yield from self._flag(entry, body)
            case PhotographKept():
                if self._patients.get(entry.unsigned.document) == self._person:
                    yield _told(entry, Happened.PHOTOGRAPH_KEPT)
            case _:
                yield from self._about_person(entry, body)

    def _shared(self, entry: Entry, body: StatementShared) -> Iterator[Happening]:
        if body.voice != self._person:
            return
        document = entry.unsigned.document
        self._own[document, body.statement] = body.question
        self._with_words.add(document)
        told = _told(entry, Happened.SHARED, questions=(body.question,))
        yield replace(told, seen_by=tuple(self._readers(document)))

    def _readers(self, document: str) -> Iterator[PersonId]:
        patient = self._patients.get(document)
        for one in self._people.values():
            is_here = one.id not in {self._person, *self._left}
            if is_here and patient is not None and is_round(one, patient):
                yield one.id

    def _seen(self, entry: Entry, body: WordsSeen) -> Iterator[Happening]:
        document = entry.unsigned.document
        if not document:
            if self._person in self._people:
                yield _told(entry, Happened.WARD_EXPORTED, by=body.who)
            return
        is_own = (body.who or entry.unsigned.by) == self._person
        if is_own and body.way is Way.OPENED:
            return
        is_theirs = self._patients.get(document) == self._person
        if is_theirs or document in self._with_words:
            yield _told(entry, _WAYS[body.way], by=body.who)

    def _about_words(
        self, entry: Entry, body: Confirmed | StanceTaken | Marked
    ) -> Iterator[Happening]:
        question = self._own.get((entry.unsigned.document, body.statement))
        if question is None:
            return
        if isinstance(body, StanceTaken):
            yield _told(entry, Happened.ANSWERED, questions=(question,))
        elif isinstance(body, Marked):
            yield _told(entry, _of_mark(body), questions=(question,))
        elif entry.unsigned.by != self._person:
            yield _told(entry, Happened.READ_BACK, questions=(question,))

    def _flag(
        self, entry: Entry, body: FlagRaised | FlagAnswered
    ) -> Iterator[Happening]:
        if isinstance(body, FlagAnswered):
            if body.flag in self._flags:
                yield _told(entry, Happened.FLAG_ANSWERED)
        elif self._person in (body.voice, body.patient):
            self._flags.add(body.flag)
            yield _told(entry, Happened.FLAG_RAISED, by=body.voice)

    def _about_person(self, entry: Entry, body: Body) -> Iterator[Happening]:
        if isinstance(body, Restored):
            told = _told(entry, Happened.RESTORED)
            yield replace(told, second=_second(body.cosigned))
            return
        if not isinstance(body, KeyMade | KeySucceeded | DraftsOpened):
            return
        if body.person != self._person:
            return
        if isinstance(body, KeyMade):
            yield _told(entry, Happened.KEY_MADE)
        elif isinstance(body, KeySucceeded):
            told = _told(entry, Happened.KEY_RENEWED)
            yield replace(told, second=_second(body.cosigned))
        else:
            yield replace(
                _told(entry, Happened.DRAFTS_OPENED),
                second=body.cosigned.by,
                reason=body.reason,
                minutes=body.minutes,
            )


def _told(
    entry: Entry,
    what: Happened,
    *,
    by: PersonId | None = None,
    questions: tuple[str, ...] = (),
) -> Happening:
    return Happening(
        entry.number,
        instant_from_json(entry.unsigned.at),
        what,
        by or entry.unsigned.by,
        entry.unsigned.by,
        DocumentId(entry.unsigned.document),
        questions,
    )


def _of_mark(body: Marked) -> Happened:
    if body.is_withdrawn:
        return Happened.UNMARKED
    return _MARKS[body.mark] if body.is_printed else Happened.KEPT_OFF_PAPER


def _second(cosigned: CoSigned | None) -> PersonId | None:
    return cosigned.by if cosigned else None
