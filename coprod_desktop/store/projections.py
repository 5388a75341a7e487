"""Lists that are kept beside the record so that nobody has to read it all.

Everything here is folded from entries, one by one, in the transaction that writes
them; folding them all again gives the same, which a test shows.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, select
from sqlalchemy.dialects.sqlite import insert as upsert

from coprod_desktop.model.bodies import DocumentStarted, StatementShared
from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.entries import NO_HASH, Entry
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.progress import Progress, part, told
from coprod_desktop.model.record import bears_on_words, body_of
from coprod_desktop.model.wire import instant_from_json, instant_to_json
from coprod_desktop.store.rows import Values, entry_from_row
from coprod_desktop.store.schema import documents, entries, head
from coprod_desktop.store.turn import Turn
from coprod_desktop.store.words_index import fill, keep_words


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """One document as it stands in a list."""

    id: DocumentId
    template: str
    version: int
    """Of the template."""
    patient: PersonId
    started_at: datetime
    started: int
    """The number of the entry that started it; lists are in this order."""
    statements: int
    newest: int
    """The number of its newest entry."""
    changed_at: datetime


@dataclass(frozen=True, slots=True)
class Head:
    """Where the record ends."""

    number: int = 0
    hash: bytes = NO_HASH


_new_head = upsert(head)
_KEEP_HEAD = _new_head.on_conflict_do_update(
    [head.c.one],
    set_={name: _new_head.excluded[name] for name in ("number", "hash")},
)
_new_line = upsert(documents)
_KEEP_LINE = _new_line.on_conflict_do_update(
    [documents.c.id],
    set_={name: _new_line.excluded[name] for name in documents.c.keys()},  # noqa: SIM118
)


def line_after(line: DocumentLine | None, entry: Entry) -> DocumentLine:
    """Return a document's line after one more of its entries.

    Raises:
        KeyError: It was never started.
    """
    body = body_of(entry)
    at = instant_from_json(entry.unsigned.at)
    if isinstance(body, DocumentStarted):
        return DocumentLine(
            body.document,
            body.template,
            body.template_version,
            body.patient,
            started_at=at,
            started=entry.number,
            statements=0,
            newest=entry.number,
            changed_at=at,
        )
    if line is None:
        raise KeyError(entry.unsigned.document)
    if not bears_on_words(entry):
        return line
    is_new = isinstance(body, StatementShared) and body.version == 1
    return replace(
        line,
        statements=line.statements + is_new,
        newest=entry.number,
        changed_at=at,
    )


def read_head(turn: Turn) -> Head:
    """Return where the record ends."""
    row = turn.execute(select(head.c.number, head.c.hash)).one_or_none()
    return Head(row.number, row.hash) if row else Head()


def last_entry(turn: Turn) -> Head:
    """Return where the entries themselves end; the head says the same."""
    wanted = select(entries.c.number, entries.c.hash).order_by(entries.c.number.desc())
    row = turn.execute(wanted.limit(1)).one_or_none()
    return Head(row.number, row.hash) if row else Head()


def keep(turn: Turn, entry: Entry) -> None:
    """Bring every projection up to this entry.

    Raises:
        KeyError: It is about a document that was never started.
    """
    _keep_head(turn, Head(entry.number, entry.hash))
    document = entry.unsigned.document
    if document:
        line = line_after(read_line(turn, document), entry)
        turn.execute(_KEEP_LINE, _to_values(line))
        body = body_of(entry)
        if isinstance(body, StatementShared):
            keep_words(turn, entry, body, line.patient)


def rebuild(
    turn: Turn, record: Iterable[Entry], progress: Progress = lambda *_: None
) -> None:
    """Make every projection anew from all entries.

    Raises:
        KeyError: One is about a document that was never started.
    """
    turn.execute(delete(head))
    turn.execute(delete(documents))
    end, lines = Head(), dict[str, DocumentLine]()
    listing, indexing = part(progress, 0, 35), part(progress, 35, 65)
    for entry in told(record, last_entry(turn).number, listing):
        end = Head(entry.number, entry.hash)
        document = entry.unsigned.document
        if document:
            lines[document] = line_after(lines.get(document), entry)
    _keep_head(turn, end)
    for line in lines.values():
        turn.execute(_KEEP_LINE, _to_values(line))
    fill(turn, indexing)


def every_entry(turn: Turn) -> Iterator[Entry]:
    """Give the whole record in order; it is never all in memory.

    Raises:
        ValueError: An entry is of no known kind.
    """
    for row in turn.execute(select(entries).order_by(entries.c.number)):
        yield entry_from_row(row)


def _keep_head(turn: Turn, end: Head) -> None:
    values = {"one": 1, "number": end.number, "hash": end.hash}
    turn.execute(_KEEP_HEAD, values)


def read_line(turn: Turn, document: str) -> DocumentLine | None:
    """Return a document's line, or None where it was never started."""
    wanted = select(documents).where(documents.c.id == document)
    row = turn.execute(wanted).one_or_none()
    return line_from_row(row) if row else None


def line_from_row(row: Row[*tuple[Any, ...]]) -> DocumentLine:
    """Return the line that a row tells."""
    return DocumentLine(
        DocumentId(row.id),
        row.template,
        row.template_version,
        PersonId(row.patient),
        instant_from_json(row.started_at),
        row.started,
        row.statements,
        row.newest,
        instant_from_json(row.changed_at),
    )


def _to_values(line: DocumentLine) -> Values:
    return {
        "id": line.id,
        "template": line.template,
        "template_version": line.version,
        "patient": line.patient,
        "started_at": instant_to_json(line.started_at),
        "started": line.started,
        "statements": line.statements,
        "newest": line.newest,
        "changed_at": instant_to_json(line.changed_at),
    }
