"""A document as plain JSON: what is inside our PDF, and what ``dump --json`` prints.

Schemas ``coprod-words/1`` to ``coprod-words/3``, told in docs/words-json.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coprod_desktop.model.canonical import Json, canonical
from coprod_desktop.model.documents import Document, Stance, Statement
from coprod_desktop.model.entries import Entry
from coprod_desktop.model.flags import Flag
from coprod_desktop.model.forms import FormTemplate, FormWords, Question
from coprod_desktop.model.people import People, PersonId
from coprod_desktop.model.sheet_photographs import SheetPhotograph
from coprod_desktop.model.wire import (
    confirmation_to_json,
    instant_to_json,
    person_to_json,
    said_fingerprint,
    said_to_json,
)

SCHEMA = "coprod-words/2"
FIRST_SCHEMA = "coprod-words/1"
"""Of papers from before marks, flags and own keys: it can tell of none of them."""
PHOTOGRAPH_SCHEMA = "coprod-words/3"
"""Of words that were copied off paper of which a photograph is kept."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document's words come from."""

    ward_id: str
    ward_name: str
    newest: Entry
    """The newest entry that bears on the document: its own, a flag that the meeting was
    told, or a ward's setting."""
    flags: tuple[Flag, ...] = ()
    """What stands on the paper of a meeting as not fair."""
    schema: str = SCHEMA
    photographs: tuple[SheetPhotograph, ...] = ()
    """Those that are told beside words; none where the schema is an older one."""


def document_text(
    document: Document,
    template: FormTemplate,
    words: FormWords,
    people: People,
    origin: Origin,
) -> str:
    """Return the one text of what was shared in a document."""
    return canonical(document_json(document, template, words, people, origin))


def document_json(
    document: Document,
    template: FormTemplate,
    words: FormWords,
    people: People,
    origin: Origin,
) -> Json:
    """Return what was shared in a document, as JSON values."""
    is_first = origin.schema == FIRST_SCHEMA
    flags = {} if is_first else {"flags": [_flag_json(one) for one in origin.flags]}
    who = appearing(document, origin, people)
    return {
        "schema": origin.schema,
        "ward": {"id": origin.ward_id, "name": origin.ward_name},
        "document": document.id,
        "started_at": instant_to_json(document.started_at),
        "started_by": document.started_by,
        "form": {
            "id": template.id,
            "version": template.version,
            "language": words.language,
            "title": words.title,
        },
        "patient": document.patient,
        "people": [person_to_json(people[one]) for one in who],
        "questions": [
            _question_json(question, document, words, origin)
            for question in template.questions()
            if document.answers(question.id)
        ],
        "head": {"entry": origin.newest.number, "hash": origin.newest.hash.hex()},
        **flags,
    }


def _question_json(
    question: Question, document: Document, words: FormWords, origin: Origin
) -> Json:
    is_first = origin.schema == FIRST_SCHEMA
    statements = [
        _statement_json(one)
        | ({} if is_first else _told_beside(one))
        | _photographs_of(one, origin)
        for one in document.answers(question.id)
    ]
    found: Json = {
        "id": question.id,
        "kind": question.kind.value,
        "prompt": words.prompts[question.id],
        "statements": statements,
    }
    options = words.options.get(question.id)
    if options:
        found["options"] = dict(options)
    return found


def _statement_json(statement: Statement) -> Json:
    confirmation = statement.confirmation
    return {
        "id": statement.id,
        "voice": statement.voice,
        "version": statement.version,
        "entry": statement.number,
        "shared_at": instant_to_json(statement.shared_at),
        "said": said_to_json(statement.said),
        "standing": statement.standing.value,
        "confirmation": confirmation_to_json(confirmation) if confirmation else None,
        "stances": [_stance_json(one) for one in statement.stances],
        "earlier": [
            {
                "version": one.version,
                "entry": one.number,
                "shared_at": instant_to_json(one.shared_at),
                "fingerprint": said_fingerprint(one.said),
            }
            for one in statement.earlier
        ],
    }


def _told_beside(statement: Statement) -> Json:
    """Return who signed, and the marks that their voice lets stand on paper."""
    return {
        "signed": statement.signed.value,
        "signed_by": statement.signed_by,
        "confirmed_by": statement.confirmed_by,
        "marks": [
            {
                "kind": one.kind.value,
                "version": one.version,
                "by": one.by,
                "at": instant_to_json(one.at),
            }
            for one in statement.marks
            if one.is_printed
        ],
    }


def _photographs_of(statement: Statement, origin: Origin) -> Json:
    """Return the photographs of the sheets that a statement was copied off."""
    found = [
        {
            "by": one.by,
            "at": instant_to_json(one.at),
            "entry": one.number,
            "sheet": one.sheet,
            "sha256": one.sha256.hex(),
        }
        for one in origin.photographs
        if one.is_of(statement)
    ]
    return {"photographs": found} if found else {}


def _flag_json(flag: Flag) -> Json:
    return {
        "id": flag.id,
        "voice": flag.voice,
        "said": said_to_json(flag.said),
        "at": instant_to_json(flag.at),
        "entry": flag.number,
        "answers": [
            {
                "by": one.by,
                "said": said_to_json(one.said),
                "at": instant_to_json(one.at),
                "entry": one.number,
            }
            for one in flag.answers
        ],
    }


def _stance_json(stance: Stance) -> Json:
    return {
        "by": stance.by,
        "view": stance.view.value,
        "said": said_to_json(stance.said),
        "at": instant_to_json(stance.at),
        "version": stance.version,
    }


def appearing(document: Document, origin: Origin, people: People) -> list[PersonId]:
    """Return who appears, in the order in which they joined the ward."""
    keepers = (one.by for one in origin.photographs)
    found = {*_people(document), *_people_of(origin.flags), *keepers}
    return [one.id for one in people.everyone if one.id in found]


def _people(document: Document) -> Iterator[PersonId]:
    yield document.patient
    yield document.started_by
    for statement in document.statements:
        yield statement.voice
        if statement.confirmation and statement.confirmation.witness:
            yield statement.confirmation.witness
        yield from (one.by for one in statement.marks if one.is_printed)
        if statement.signed_by:
            yield statement.signed_by
        yield from (one.writer for one in statement.said.attributions)
        for stance in statement.stances:
            yield stance.by
            yield from (one.writer for one in stance.said.attributions)


def _people_of(flags: tuple[Flag, ...]) -> Iterator[PersonId]:
    for flag in flags:
        yield flag.voice
        yield from (one.writer for one in flag.said.attributions)
        yield from (one.by for one in flag.answers)
