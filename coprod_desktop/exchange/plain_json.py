"""A document as plain JSON: what is inside our PDF, and what ``dump --json`` prints.

Schema ``coprod-words/1``, told in docs/words-json.md.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from coprod_desktop.model.canonical import Json, canonical
from coprod_desktop.model.documents import Document, Stance, Statement
from coprod_desktop.model.entries import Entry
from coprod_desktop.model.forms import FormTemplate, FormWords, Question
from coprod_desktop.model.people import People, PersonId
from coprod_desktop.model.wire import (
    confirmation_to_json,
    instant_to_json,
    person_to_json,
    said_fingerprint,
    said_to_json,
)

SCHEMA = "coprod-words/1"


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a document's words come from."""

    ward_id: str
    ward_name: str
    newest: Entry
    """The newest entry that bears on the document: its own, or a ward's setting."""


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
    return {
        "schema": SCHEMA,
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
        "people": [person_to_json(people[one]) for one in _appearing(document, people)],
        "questions": [
            _question_json(question, document, words)
            for question in template.questions()
            if document.answers(question.id)
        ],
        "head": {"entry": origin.newest.number, "hash": origin.newest.hash.hex()},
    }


def _question_json(question: Question, document: Document, words: FormWords) -> Json:
    found: Json = {
        "id": question.id,
        "kind": question.kind.value,
        "prompt": words.prompts[question.id],
        "statements": [_statement_json(one) for one in document.answers(question.id)],
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


def _stance_json(stance: Stance) -> Json:
    return {
        "by": stance.by,
        "view": stance.view.value,
        "said": said_to_json(stance.said),
        "at": instant_to_json(stance.at),
        "version": stance.version,
    }


def _appearing(document: Document, people: People) -> list[PersonId]:
    """Return who appears, in the order in which they joined the ward."""
    found = set(_people(document))
    return [one.id for one in people.everyone if one.id in found]


def _people(document: Document) -> Iterator[PersonId]:
    yield document.patient
    yield document.started_by
    for statement in document.statements:
        yield statement.voice
        if statement.confirmation and statement.confirmation.witness:
            yield statement.confirmation.witness
        yield from (one.writer for one in statement.said.attributions)
        for stance in statement.stances:
            yield stance.by
            yield from (one.writer for one in stance.said.attributions)
