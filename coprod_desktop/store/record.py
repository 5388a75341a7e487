"""The record: everything that was shared, in order, for ever. Decision 004."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sqlalchemy import select

from coprod_desktop.model.documents import DocumentId, Draft
from coprod_desktop.model.entries import Broken, Entry, Kind
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress, part
from coprod_desktop.model.record import WardState
from coprod_desktop.store.database import Database
from coprod_desktop.store.document_check import KnownKeys, document_fault
from coprod_desktop.store.drafts import Drafts
from coprod_desktop.store.projections import read_head
from coprod_desktop.store.rows import entry_from_row, reading_record
from coprod_desktop.store.schema import entries
from coprod_desktop.store.turn import Turn
from coprod_desktop.store.verifying import (
    Step,
    first_fault,
    first_fault_by_pieces,
    first_unreadable,
    has_damaged_pages,
    is_sound,
)
from coprod_desktop.store.ward_state import WardReader
from coprod_desktop.store.writing import EntryWriter, Told


class Record:
    """Entries of one ward."""

    def __init__(
        self,
        database: Database,
        writer: EntryWriter,
        ward_id: str,
        ward: WardReader,
        drafts: Drafts,
    ) -> None:
        """Read from, and write to, an open file."""
        self._database = database
        self._writer = writer
        self._ward_id = ward_id
        self._ward = ward
        self._drafts = drafts
        self._keys = KnownKeys()
        self._hearers: tuple[Callable[[Sequence[Entry]], None], ...] = ()

    def append(self, by: PersonId, bodies: Sequence[Told]) -> tuple[Entry, ...]:
        """Write entries, all or none, signed by the person who acts.

        When this returns, the disk has them.

        Raises:
            NotYourWords: Words would be given that are somebody else's.
            ValueError: They do not follow from what stands in the record.
            Problem: They could not be written.
        """
        return self.share(by, bodies, drop=())

    def share(
        self,
        by: PersonId,
        bodies: Sequence[Told],
        *,
        drop: Sequence[Draft],
        beside: Callable[[Turn], None] = lambda _: None,
    ) -> tuple[Entry, ...]:
        """Write entries, and in the same transaction drop the drafts they came from.

        A draft that says something else by now is kept. ``beside`` writes what the
        entries tell of, in that transaction too.

        Raises:
            NotYourWords: Words would be given that are somebody else's.
            ValueError: They do not follow from what stands in the record.
            Problem: They could not be written.
        """
        with self._database.transaction() as turn:
            beside(turn)
            written = self._writer.write(turn, by, bodies)
            for draft in drop:
                self._drafts.drop_shared(turn, draft)
        for hear in self._hearers:
            hear(written)
        return written

    def hear(self, told: Callable[[Sequence[Entry]], None]) -> None:
        """Have each sharing told, once it is on the disk, in the thread that shares."""
        self._hearers = (*self._hearers, told)

    def entries(
        self, document: DocumentId | None = None, upto: int | None = None
    ) -> tuple[Entry, ...]:
        """Return the entries in order.

        Of one document where it is named; none later than number ``upto``.

        Raises:
            Problem: The file is damaged.
        """
        wanted = select(entries).order_by(entries.c.number)
        if document is not None:
            wanted = wanted.where(entries.c.document == document)
        if upto is not None:
            wanted = wanted.where(entries.c.number <= upto)
        with self._database.transaction() as turn, reading_record():
            return tuple(entry_from_row(row) for row in turn.execute(wanted))

    def acts(self) -> tuple[Entry, ...]:
        """Return what was done to somebody's key or drafts, oldest first.

        Raises:
            Problem: The file is damaged.
        """
        kinds = (Kind.KEY_SUCCEEDED.value, Kind.DRAFTS_OPENED.value)
        wanted = select(entries).where(
            entries.c.document == "", entries.c.kind.in_(kinds)
        )
        with self._database.transaction() as turn, reading_record():
            rows = turn.execute(wanted.order_by(entries.c.number))
            return tuple(entry_from_row(row) for row in rows)

    def head(self) -> int:
        """Return the number of the newest entry."""
        with self._database.transaction() as turn:
            return read_head(turn).number

    def verify(self, progress: Progress = lambda *_: None) -> Broken | None:
        """Return the first entry that is not as it was written, or None.

        ``progress`` is told how far it is, in hundredths.

        Raises:
            Problem: The file itself is damaged.
        """
        # SQLCipher looks at the pages of the file, not at those still in the log.
        self._database.checkpoint()
        with self._database.transaction() as turn:
            if has_damaged_pages(turn):
                self._database.note_damage()
                return first_unreadable(turn)
            found = first_fault(turn, self._ward_id, part(progress, 0, 85))
            if found is None and not is_sound(turn, part(progress, 85, 15)):
                self._database.note_damage()
                raise Problem("store.database_damaged")
        progress(100, 100)
        return found

    def look_over(self, step: Step) -> Broken | None:
        """Do what :meth:`verify` does, but for the pages, beside other work.

        ``step`` is told how many entries were read, of how many, from time to time;
        what it raises ends the reading.

        Raises:
            Problem: The file itself is damaged.
        """
        return first_fault_by_pieces(self._database, self._ward_id, step)

    def check(self, document: DocumentId) -> Broken | None:
        """Return the first entry of one document that was changed, or None.

        Raises:
            Problem: The file itself is damaged.
        """
        with self._database.transaction() as turn:
            return document_fault(turn, document, self._keys)

    def state(self) -> WardState:
        """Return the ward's name, people and settings.

        Raises:
            Problem: The file is damaged.
        """
        return self._ward()
