"""Reading the record back: from entries to people, settings and documents.

Everything here is pure: the same entries give the same values, whoever asks.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from coprod_desktop.model.acts import (
    FlagAnswered,
    FlagRaised,
    GuardianEnded,
    GuardianNamed,
    KeyMade,
    KeySucceeded,
    Marked,
    PersonLeft,
)
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
    recovery_key_of,
)
from coprod_desktop.model.documents import (
    Document,
    DocumentId,
    Mark,
    Side,
    Signed,
    Stance,
    Statement,
    StatementId,
)
from coprod_desktop.model.entries import Entry, Kind
from coprod_desktop.model.people import People, Person, PersonId
from coprod_desktop.model.said import Said
from coprod_desktop.model.scribing import may_share_as_scribe
from coprod_desktop.model.ward_words import WardWord, WordExplained, WordId
from coprod_desktop.model.wire import instant_from_json, said_fingerprint


@dataclass(frozen=True, slots=True)
class WardState:
    """What the record tells about the ward itself."""

    name: str = ""
    people: People = field(default_factory=People)
    keys: dict[PersonId, bytes] = field(default_factory=dict)
    """What checks what each signs now."""
    settings: dict[str, str] = field(default_factory=dict)
    drafts_keys: dict[PersonId, bytes] = field(default_factory=dict)
    """Of everybody who has a key of their own: what is sealed to them alone."""
    left: frozenset[PersonId] = frozenset()
    """Whose door was closed."""
    guardians: dict[PersonId, Side] = field(default_factory=dict)
    """Who helps when a secret is forgotten, and on which side they stand."""
    recovery_key: bytes = b""
    """What checks the recovery code's signatures; empty where it cannot sign."""
    words: dict[WordId, WardWord] = field(default_factory=dict)
    """The hard words that the ward explains itself, in the order they came."""


def body_of(entry: Entry) -> Body:
    """Return what an entry says.

    Raises:
        KeyError, ValueError: Its body is not of its kind.
    """
    return body_from_text(entry.kind, entry.unsigned.body)


def bears_on_words(entry: Entry) -> bool:
    """Whether an entry of a document says something of its words.

    That somebody saw them changes nothing on paper; that a photograph of a sheet is
    kept is told beside words, and is none of them.
    """
    return entry.kind not in (Kind.WORDS_SEEN, Kind.PHOTOGRAPH_KEPT)


def fold_ward(entries: Iterable[Entry]) -> WardState:
    """Return the ward's name, people, keys and settings after these entries."""
    folding = WardFolding()
    for entry in entries:
        folding.take(entry)
    return folding.state()


class WardFolding:
    """Folds the ward's entries as they come, oldest first."""

    def __init__(self) -> None:
        self._name = ""
        self._people: dict[PersonId, Person] = {}
        self._settings: dict[str, str] = {}
        self._keys = _Keys()
        self._words: dict[WordId, WardWord] = {}

    def take(self, entry: Entry) -> None:
        """Take in one more entry.

        Raises:
            KeyError, ValueError: Its body is not of its kind.
        """
        body = body_of(entry)
        self._keys.take(body)
        if isinstance(body, WardMade):
            self._name = body.name
        elif isinstance(body, PersonJoined):
            self._people[body.person.id] = body.person
        elif isinstance(body, SettingChanged):
            self._settings[body.name] = body.value
        elif isinstance(body, WordExplained):
            self._explain(entry, body)

    def _explain(self, entry: Entry, body: WordExplained) -> None:
        if not body.told:
            self._words.pop(body.word, None)
            return
        unsigned = entry.unsigned
        at = instant_from_json(unsigned.at)
        self._words[body.word] = WardWord(
            body.word, body.told, body.picture, unsigned.by, at
        )

    def state(self) -> WardState:
        """Return the ward as it stands."""
        keys = self._keys
        left = frozenset(keys.left)
        return WardState(
            self._name,
            People(tuple(self._people.values()), left),
            dict(keys.signing),
            dict(self._settings),
            dict(keys.drafts),
            left,
            dict(keys.guardians),
            keys.recovery,
            dict(self._words),
        )


class _Keys:
    """Whose key is which, and who helps whom, as entries tell it."""

    def __init__(self) -> None:
        self.signing: dict[PersonId, bytes] = {}
        self.drafts: dict[PersonId, bytes] = {}
        self.guardians: dict[PersonId, Side] = {}
        self.left: set[PersonId] = set()
        self.recovery = b""

    def take(self, body: Body) -> None:
        recovery = recovery_key_of(body)
        if recovery is not None:
            self.recovery = recovery
        if isinstance(body, PersonJoined):
            self.signing[body.person.id] = body.public_key
        elif isinstance(body, KeyMade | KeySucceeded):
            self.signing[body.person] = body.public_key
            self.drafts[body.person] = body.drafts_key
        elif isinstance(body, GuardianNamed):
            self.guardians[body.person] = body.side
        elif isinstance(body, GuardianEnded | PersonLeft):
            self.guardians.pop(body.person, None)
        if isinstance(body, PersonLeft):
            self.left.add(body.person)


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
        elif isinstance(body, StatementShared | Confirmed | StanceTaken | Marked):
            before = statements.get(body.statement)
            after = _statement_after(entry, body, before)
            if after is not None:
                statements[body.statement] = after
    if found is None:
        return None
    return replace(found, statements=tuple(statements.values()), head=head)


def says_own_words(entry: Entry, body: Body) -> bool:
    """Whether the one who acted gives only words that are theirs to give.

    A statement holds one voice. The voice shares it, or somebody who wrote it down for
    them, and then it says so; what stood before decides what such a scribe may give:
    :mod:`coprod_desktop.model.scribing`.
    """
    actor = entry.unsigned.by
    if isinstance(body, StatementShared):
        if not body.said.voices <= {body.voice}:
            return False
        if body.signed is not Signed.SCRIBE:
            return body.voice == actor
        is_theirs = any(one.writer == actor for one in body.said.attributions)
        return body.voice != actor and is_theirs
    if isinstance(body, FlagRaised):
        return _is_given(body, actor)
    if isinstance(body, StanceTaken | FlagAnswered):
        return body.said.voices <= {actor}
    if isinstance(body, Marked) and body.voice != actor:
        return body.is_printed and not body.is_withdrawn
    return True


def _is_given(body: FlagRaised, actor: PersonId) -> bool:
    if not body.said.voices <= {body.voice}:
        return False
    return actor == body.voice or all(
        one.writer == actor for one in body.said.attributions
    )


def may_give(entry: Entry, body: StatementShared, before: Statement | None) -> bool:
    """Whether a scribe leaves what the voice had shared with their own hand."""
    if body.signed is not Signed.SCRIBE:
        return True
    said = before.said if before else None
    return may_share_as_scribe(said, body.said, entry.unsigned.by)


def may_answer(
    entry: Entry, body: Confirmed | StanceTaken, statement: Statement
) -> bool:
    """Whether the one who acted may say this about a statement.

    The voice confirms its words, or whoever read them to the voice tells what they
    answered; a stance is taken about another's words.
    """
    actor = entry.unsigned.by
    is_voice = actor == statement.voice
    if isinstance(body, Confirmed):
        is_witness = actor == body.confirmation.witness
        return is_voice or (is_witness and statement.said.needs_reading_back)
    return not is_voice


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


def _statement_after(
    entry: Entry,
    body: StatementShared | Confirmed | StanceTaken | Marked,
    before: Statement | None,
) -> Statement | None:
    """Return a statement as it stands after an entry that may not be rightful."""
    if isinstance(body, StatementShared):
        is_one_voice = before is None or before.voice == body.voice
        is_theirs = is_one_voice and may_give(entry, body, before)
        return _shared(entry, body, before) if is_theirs else before
    if before is None:
        return None
    if isinstance(body, Marked):
        is_theirs = before.voice == body.voice
        return _marked(entry, body, before) if is_theirs else before
    return _answered(entry, body, before) if may_answer(entry, body, before) else before


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
        signed=body.signed,
        signed_by=entry.unsigned.by,
        marks=before.marks if before else (),
    )


def _marked(entry: Entry, body: Marked, before: Statement) -> Statement:
    kept = tuple(one for one in before.marks if one.kind is not body.mark)
    if body.is_withdrawn:
        return replace(before, marks=kept)
    at = instant_from_json(entry.unsigned.at)
    new = Mark(body.mark, body.version, entry.unsigned.by, at, body.is_printed)
    return replace(before, marks=(*kept, new))


def _answered(
    entry: Entry, body: Confirmed | StanceTaken, before: Statement
) -> Statement:
    if body.version != before.version:
        return before
    if isinstance(body, Confirmed):
        if body.confirmation.of != said_fingerprint(before.said):
            return before
        signed_by = entry.unsigned.by
        return replace(before, confirmation=body.confirmation, confirmed_by=signed_by)
    stance = Stance(
        entry.unsigned.by,
        body.view,
        body.said,
        instant_from_json(entry.unsigned.at),
        body.version,
    )
    return replace(before, stances=(*before.stances, stance))
