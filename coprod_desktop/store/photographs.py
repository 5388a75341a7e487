"""Photographs of sheets that were filled in by hand: the files themselves.

A file lies in parts under its SHA-256, as it came, to the byte; the entry that tells of
it is written in the same transaction, so there is both or neither. Two entries may
speak of one file. Parts are journaled and backed up where the entries are, and like
them never changed or removed: triggers stop mistakes, the SHA-256 in the signed entry
shows what triggers cannot stop.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from sqlalchemy import select

from coprod_desktop.model.acts import PhotographKept
from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.entries import Broken, Entry, Fault, Kind
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.record import body_of
from coprod_desktop.store.database import Database
from coprod_desktop.store.rows import entry_from_cells, reading_record
from coprod_desktop.store.schema import entries, photographs
from coprod_desktop.store.turn import Turn

if TYPE_CHECKING:
    from coprod_desktop.store.record import Record

PART_BYTES = 256 * 1024

Kept = tuple[Entry, PhotographKept]
"""The entry that tells of a photograph, and what it tells."""


class Photographs:
    """The photographs of one ward. Every call may come from any thread."""

    def __init__(self, database: Database, record: Record) -> None:
        """Read from, and write to, an open file."""
        self._database = database
        self._record = record

    def keep(
        self, document: DocumentId, told: PhotographKept, content: bytes, by: PersonId
    ) -> Entry:
        """Keep a file and tell of it. When this returns, the disk has both.

        Raises:
            ValueError: What is told of it is not so, or the document was never started.
            Problem: It could not be written. Then nothing of it is kept.
        """
        if (len(content), hashlib.sha256(content).digest()) != (told.size, told.sha256):
            raise ValueError("this is another file than the one that is told of")
        beside = partial(_put, told.sha256, content)
        (entry,) = self._record.share(by, [(document, told)], drop=(), beside=beside)
        return entry

    def of(self, document: DocumentId) -> tuple[Kept, ...]:
        """Return what is kept of a document's sheets, oldest first.

        Raises:
            Problem: The file is damaged.
        """
        asked = {"document": document, "kind": Kind.PHOTOGRAPH_KEPT.value}
        with self._database.transaction() as turn, reading_record():
            told = [entry_from_cells(row) for row in turn.rows(entries, asked)]
            return tuple((one, _told(one)) for one in told)

    def content(self, told: PhotographKept) -> bytes:
        """Return a file as it came.

        Raises:
            Problem: It is not as it was kept; the next opening mends it where the
                journal still has it. Or the file is damaged.
        """
        with self._database.transaction() as turn:
            found = b"".join(_parts(turn, told.sha256))
            if hashlib.sha256(found).digest() != told.sha256:
                # The end of a damaged page reads as zeros until more is asked for.
                turn.prove_read()
                self._database.note_damage()
                raise Problem("photograph.changed")
        return found


def is_as_kept(turn: Turn, entry: Entry) -> bool:
    """Whether the file that an entry of this kind tells of is there, to the byte.

    Raises:
        DBAPIError: Something of it stands on a damaged page.
    """
    found, told = hashlib.sha256(), _told(entry)
    for piece in _parts(turn, told.sha256):
        found.update(piece)
    if found.digest() == told.sha256:
        return True
    turn.prove_read()
    return False


def photograph_fault(turn: Turn, kept: Sequence[Entry]) -> Broken | None:
    """Return the first of these entries whose photograph is not as it was kept."""
    broken = next((one for one in kept if not is_as_kept(turn, one)), None)
    return Broken(broken.number, Fault.PHOTOGRAPH) if broken else None


def photograph_fault_by_pieces(
    database: Database, kept: Sequence[Entry]
) -> Broken | None:
    """Do what :func:`photograph_fault` does; between two files others have their turn.

    Raises:
        Problem: The file itself is damaged.
    """
    for entry in kept:
        with database.transaction() as turn:
            broken = photograph_fault(turn, [entry])
        if broken is not None:
            return broken
    return None


def _put(sha256: bytes, content: bytes, turn: Turn) -> None:
    """Write a file in parts, unless it lies there."""
    if turn.rows(photographs, {"sha256": sha256, "part": 0}):
        return
    for part, at in enumerate(range(0, len(content), PART_BYTES)):
        piece = content[at : at + PART_BYTES]
        turn.put(photographs, {"sha256": sha256, "part": part, "content": piece})


def _told(entry: Entry) -> PhotographKept:
    # Nothing else is of the kind that was asked for.
    return cast("PhotographKept", body_of(entry))


def _parts(turn: Turn, sha256: bytes) -> Iterator[bytes]:
    wanted = select(photographs.c.content).where(photographs.c.sha256 == sha256)
    for row in turn.execute(wanted.order_by(photographs.c.part)):
        yield row.content
