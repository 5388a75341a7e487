"""Between rows and values. Rows stay in this room: decision 005."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Row

from coprod_desktop.model.canonical import canonical
from coprod_desktop.model.documents import DocumentId, Draft, Progress, StatementId
from coprod_desktop.model.entries import Entry, Kind, Unsigned
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.wire import (
    confirmation_from_json,
    confirmation_to_json,
    instant_from_json,
    instant_to_json,
    said_from_json,
    said_to_json,
)

Values = dict[str, Any]


def storable(text: str) -> str:
    """Return text that a file can hold, unchanged.

    Raises:
        Problem: It holds half a character. The words policy lets none in; were one to
            come another way, it must not take the words that follow it along.
    """
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Problem("store.words_unfit") from None
    return text


@contextmanager
def reading_record() -> Iterator[None]:
    """Tell a person when what stands in the record cannot have been written so.

    Raises:
        Problem: An entry is of no kind, or says what its kind does not say.
    """
    try:
        yield
    except (KeyError, TypeError, ValueError):
        raise Problem("store.record_changed") from None


def entry_to_values(entry: Entry) -> Values:
    """Return the columns of an entry."""
    said = entry.unsigned
    return {
        "number": said.number,
        "ward": said.ward,
        "document": said.document,
        "kind": said.kind.value,
        "body": said.body,
        "by": said.by,
        "at": said.at,
        "previous": said.previous,
        "hash": entry.hash,
        "signature": entry.signature,
    }


def entry_from_row(row: Row[*tuple[Any, ...]]) -> Entry:
    """Return the entry that a row tells; see ``schema.entries`` for its columns.

    Raises:
        ValueError: It is of no known kind.
    """
    number, ward, document, kind, body, by, at, previous, hashed, signature = row
    unsigned = Unsigned(
        number, ward, document, Kind(kind), body, PersonId(by), at, previous
    )
    return Entry(unsigned, hashed, signature)


def entry_from_cells(cells: Values) -> Entry:
    """Return the entry whose columns these are, as :func:`entry_to_values` gave them.

    Raises:
        KeyError, ValueError: It is of no known kind, or no entry.
    """
    unsigned = Unsigned(
        cells["number"],
        cells["ward"],
        cells["document"],
        Kind(cells["kind"]),
        cells["body"],
        PersonId(cells["by"]),
        cells["at"],
        cells["previous"],
    )
    return Entry(unsigned, cells["hash"], cells["signature"])


def draft_to_text(draft: Draft) -> str:
    """Return what is sealed of a draft: all but where it lies."""
    confirmation = draft.confirmation
    told = {
        "statement": draft.statement,
        "said": storable(canonical(said_to_json(draft.said))),
        "changed_at": instant_to_json(draft.changed_at),
        "confirmation": canonical(confirmation_to_json(confirmation))
        if confirmation
        else None,
        "replaces": draft.replaces,
    }
    return canonical(told)


def draft_from_text(
    place: tuple[DocumentId, str, PersonId, PersonId], text: str
) -> Draft:
    """Return the draft that lies at a place."""
    told = json.loads(text)
    document, question, voice, _ = place
    confirmation = told["confirmation"]
    return Draft(
        document,
        question,
        voice,
        StatementId(told["statement"]),
        said_from_json(json.loads(told["said"])),
        instant_from_json(told["changed_at"]),
        confirmation_from_json(json.loads(confirmation)) if confirmation else None,
        told["replaces"],
    )


def progress_to_values(progress: Progress) -> Values:
    """Return the columns of somebody's progress."""
    return {
        "document": progress.document,
        "person": progress.person,
        "question": progress.question,
        "picked": json.dumps(progress.picked),
        "seen": progress.seen,
    }


def progress_from_row(row: Row[*tuple[Any, ...]]) -> Progress:
    """Return the progress that a row tells."""
    return Progress(
        DocumentId(row.document),
        PersonId(row.person),
        row.question,
        tuple(json.loads(row.picked)),
        row.seen,
    )
