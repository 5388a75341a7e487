"""Documents: beginning them, listing them, reading them back from the record."""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import select

from coprod_desktop.model.bodies import DocumentStarted
from coprod_desktop.model.documents import Document, DocumentId
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.ports import Ids
from coprod_desktop.model.progress import Progress
from coprod_desktop.model.record import fold_document
from coprod_desktop.store.database import Database
from coprod_desktop.store.projections import (
    DocumentLine,
    every_entry,
    line_from_row,
    read_head,
    rebuild,
)
from coprod_desktop.store.rows import entry_from_row, reading_record
from coprod_desktop.store.schema import documents, entries
from coprod_desktop.store.writing import EntryWriter

PAGE = 50
"""How many documents stand on one page of a list."""

__all__ = ["DocumentLine", "Documents"]


class Documents:
    """The filled-in forms of one ward, as far as they were shared."""

    def __init__(self, database: Database, writer: EntryWriter, ids: Ids) -> None:
        """Read from, and write to, an open file."""
        self._database = database
        self._writer = writer
        self._ids = ids

    def start(
        self, template: str, version: int, patient: PersonId, by: PersonId
    ) -> DocumentId:
        """Begin a form for a patient and return the new document's id.

        Raises:
            Problem: It could not be written.
        """
        document = DocumentId(self._ids())
        body = DocumentStarted(document, template, version, patient)
        with self._database.transaction() as turn:
            self._writer.write(turn, by, [(document, body)])
        return document

    def of(self, patient: PersonId) -> tuple[DocumentLine, ...]:
        """Return a patient's documents, the one begun last first."""
        wanted = select(documents).where(documents.c.patient == patient)
        order = documents.c.started.desc()
        with self._database.transaction() as turn:
            rows = turn.execute(wanted.order_by(order))
            return tuple(line_from_row(row) for row in rows)

    def page(
        self,
        patient: PersonId | None = None,
        *,
        before: int | None = None,
        most: int = PAGE,
    ) -> tuple[DocumentLine, ...]:
        """Return some documents, of one patient or of all, the one begun last first.

        ``before`` is ``started`` of the last one of the page before.
        """
        wanted = select(documents)
        if patient is not None:
            wanted = wanted.where(documents.c.patient == patient)
        if before is not None:
            wanted = wanted.where(documents.c.started < before)
        with self._database.transaction() as turn:
            rows = turn.execute(wanted.order_by(documents.c.started.desc()).limit(most))
            return tuple(line_from_row(row) for row in rows)

    def find(self, prefix: str = "") -> tuple[DocumentLine, ...]:
        """Return every document whose id begins so, the one begun last first."""
        wanted = select(documents).where(
            documents.c.id.startswith(prefix, autoescape=True)
        )
        order = documents.c.started.desc()
        with self._database.transaction() as turn:
            rows = turn.execute(wanted.order_by(order))
            return tuple(line_from_row(row) for row in rows)

    def get(self, document: DocumentId, upto: int | None = None) -> Document | None:
        """Return a document, or None where it was never started.

        As it stood when the record ended with number ``upto``, where that is given.

        Raises:
            Problem: The file is damaged.
        """
        wanted = select(entries).where(entries.c.document == document)
        with self._database.transaction() as turn:
            head = read_head(turn).number
            if upto is not None:
                head = min(upto, head)
            wanted = wanted.where(entries.c.number <= head)
            rows = turn.execute(wanted.order_by(entries.c.number)).all()
        with reading_record():
            found = fold_document((entry_from_row(row) for row in rows), document)
        return replace(found, head=head) if found else None

    def rebuild(self, progress: Progress = lambda *_: None) -> None:
        """Fold every list from the record again.

        Raises:
            Problem: It could not be written.
        """
        with self._database.transaction() as turn, reading_record():
            rebuild(turn, every_entry(turn), progress)
        progress(100, 100)
