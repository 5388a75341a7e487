"""Reading the record back: from entries to people, settings and documents.

Everything here is pure: the same entries give the same values, whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from coprod_desktop.model.bodies import (
    Body,
    Confirmed,
    DocumentStarted,
    PersonJoined,
    SettingChanged,
    StanceTaken,
    StatementShared,
    WardMade,
    body_from_text,
)
from coprod_desktop.model.documents import (
    Document,
    DocumentId,
    Stance,
    Statement,
    StatementId,
)
from coprod_desktop.model.entries import Entry
from coprod_desktop.model.people import People, PersonId
from coprod_desktop.model.said import Said
from coprod_desktop.model.wire import instant_from_json, said_fingerprint


@dataclass(frozen=True, slots=True)
class WardState:
    """What the record tells about the ward itself."""

    name: str = ""
    people: People = field(default_factory=People)
    keys: dict[PersonId, bytes] = field(default_factory=dict)
    settings: dict[str, str] = field(default_factory=dict)


def body_of(entry: Entry) -> Body:
    """Return what an entry says.

    Raises:
        KeyError, ValueError: Its body is not of its kind.
    """
    return body_from_text(entry.kind, entry.unsigned.body)


def fold_ward(entries: Iterable[Entry]) -> WardState:
    """Return the ward's name, people, keys and settings after these entries."""
    name = ""
    people: dict[PersonId, PersonJoined] = {}
    settings: dict[str, str] = {}
    for entry in entries:
        body = body_of(entry)
        if isinstance(body, WardMade):
            name = body.name
        elif isinstance(body, PersonJoined):
            people[body.person.id] = body
        elif isinstance(body, SettingChanged):
            settings[body.name] = body.value
    return WardState(
        name,
        People(tuple(joined.person for joined in people.values())),
        {key: joined.public_key for key, joined in people.items()},
        settings,
    )


def fold_document(entries: Iterable[Entry], document: DocumentId) -> Document | None:
    """Return a document as its entries tell it; None where it was never started.

    Entries of other documents are passed over, but for ``head``.
    """
    found: Document | None = None
    statements: dict[StatementId, Statement] = {}
    head = 0
    for entry in entries:
        head = entry.number
        if entry.unsigned.document != document:
            continue
        body = body_of(entry)
        if not says_own_words(entry, body):
            continue
        if isinstance(body, DocumentStarted):
            found = _started(entry, body)
        elif isinstance(body, StatementShared):
            before = statements.get(body.statement)
            if before is None or before.voice == body.voice:
                statements[body.statement] = _shared(entry, body, before)
        elif isinstance(body, Confirmed | StanceTaken):
            before = statements.get(body.statement)
            if before is not None and may_answer(entry, body, before):
                statements[body.statement] = _answered(entry, body, before)
    if found is None:
        return None
    return replace(found, statements=tuple(statements.values()), head=head)


def says_own_words(entry: Entry, body: Body) -> bool:
    """Whether the one who acted gives only words that are their own to give.

    Only a voice shares what it says, and a statement holds one voice.
    """
    actor = entry.unsigned.by
    if isinstance(body, StatementShared):
        return body.voice == actor and body.said.voices <= {actor}
    if isinstance(body, StanceTaken):
        return body.said.voices <= {actor}
    return True


def may_answer(
    entry: Entry, body: Confirmed | StanceTaken, statement: Statement
) -> bool:
    """Whether the one who acted may say this about a statement.

    Only the voice confirms its words; a stance is taken about another's words.
    """
    is_voice = entry.unsigned.by == statement.voice
    return is_voice if isinstance(body, Confirmed) else not is_voice


def may_share(statement: Statement | None, said: Said) -> bool:
    """Whether there is anything new to share."""
    return statement is None or statement.said != said


def _started(entry: Entry, body: DocumentStarted) -> Document:
    return Document(
        body.document,
        body.template,
        body.template_version,
        body.patient,
        entry.unsigned.by,
        instant_from_json(entry.unsigned.at),
    )


def _shared(entry: Entry, body: StatementShared, before: Statement | None) -> Statement:
    earlier = (*before.earlier, replace(before, earlier=())) if before else ()
    return Statement(
        body.statement,
        body.question,
        body.voice,
        body.said,
        body.version,
        instant_from_json(entry.unsigned.at),
        entry.number,
        earlier=earlier,
    )


def _answered(
    entry: Entry, body: Confirmed | StanceTaken, before: Statement
) -> Statement:
    if body.version != before.version:
        return before
    if isinstance(body, Confirmed):
        if body.confirmation.of != said_fingerprint(before.said):
            return before
        return replace(before, confirmation=body.confirmation)
    stance = Stance(
        entry.unsigned.by,
        body.view,
        body.said,
        instant_from_json(entry.unsigned.at),
        body.version,
    )
    return replace(before, stances=(*before.stances, stance))
