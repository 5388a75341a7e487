"""Reading the whole record over: is every entry as it was written, and rightful."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from sqlalchemy import LargeBinary, Row, cast, func, select
from sqlalchemy.exc import DBAPIError

from coprod_desktop.crypto.signing import is_signed
from coprod_desktop.model.acts import KeyMade, KeySucceeded
from coprod_desktop.model.bodies import RECOVERY, PersonJoined, recovery_key_of
from coprod_desktop.model.entries import (
    Broken,
    Entry,
    Fault,
    Kind,
    Unsigned,
    first_broken,
)
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import NotYourWords, Problem
from coprod_desktop.model.progress import Progress, told
from coprod_desktop.model.record import body_of
from coprod_desktop.store.database import Database
from coprod_desktop.store.photographs import (
    photograph_fault,
    photograph_fault_by_pieces,
)
from coprod_desktop.store.projections import Head, read_head
from coprod_desktop.store.rightful import Rightful
from coprod_desktop.store.schema import documents, entries
from coprod_desktop.store.turn import Turn
from coprod_desktop.store.words_index import is_in_step

PIECE = 50
"""Entries that are checked before others have their turn: some 10 ms."""

Step = Callable[[int, int], None]

# Text is asked for as bytes: what is no longer UTF-8 must name its entry, not stop
# the reading.
_COLUMNS = select(
    entries.c.number,
    cast(entries.c.ward, LargeBinary),
    cast(entries.c.document, LargeBinary),
    cast(entries.c.kind, LargeBinary),
    cast(entries.c.body, LargeBinary),
    cast(entries.c.by, LargeBinary),
    cast(entries.c.at, LargeBinary),
    entries.c.previous,
    entries.c.hash,
    entries.c.signature,
).order_by(entries.c.number)


def has_damaged_pages(turn: Turn) -> bool:
    """Whether a page of the file is not as it was written."""
    found = turn.connection.exec_driver_sql("PRAGMA cipher_integrity_check")
    # What lies in memory alone has no pages that could be damaged.
    return found.returns_rows and found.first() is not None


def is_sound(turn: Turn, progress: Progress = lambda *_: None) -> bool:
    """Whether tables and indexes fit together, as they do unless a page is old."""
    asked = "PRAGMA integrity_check(1)"
    fits = turn.connection.exec_driver_sql(asked).scalar() == "ok"
    return fits and is_in_step(turn, progress)


def first_unreadable(turn: Turn) -> Broken:
    """Return the first entry that stands on a damaged page.

    Raises:
        Problem: None does: it is a page that holds no entry.
    """
    number = _first_unreadable(turn)
    if number is None:
        raise Problem("store.database_damaged")
    return Broken(number, Fault.CHANGED)


def first_fault(
    turn: Turn, ward_id: str, progress: Progress = lambda *_: None
) -> Broken | None:
    """Return the first entry that does not hold, or None when all do."""
    reading = _Reading(ward_id)
    of = read_head(turn).number
    rows = told(turn.connection.execute(_COLUMNS), of, progress)
    broken = first_broken(
        reading.entries(rows), reading.keys_of, is_signed, reading.is_theirs
    )
    if broken is not None:
        return broken
    if reading.has_stopped:
        return Broken(reading.end.number + 1, Fault.CHANGED)
    return _fault_at_end(turn, reading.end) or photograph_fault(turn, reading.pictured)


def _first_unreadable(turn: Turn) -> int | None:
    """Return the first entry that stands on a damaged page; None where none does."""
    number = 1
    while True:
        wanted = _COLUMNS.where(entries.c.number == number)
        try:
            if turn.execute(wanted).first() is None:
                return None
        except DBAPIError:
            # SQLCipher reads nothing more with this connection.
            turn.is_given_up = True
            return number
        number += 1


def _fault_at_end(turn: Turn, end: Head) -> Broken | None:
    kept = read_head(turn)
    newest = turn.execute(select(func.max(documents.c.newest))).scalar() or 0
    if end.number < max(kept.number, newest):
        return Broken(end.number + 1, Fault.MISSING)
    if end != kept:
        return Broken(end.number, Fault.CHANGED)
    return None


class _Reading:
    """Goes through the entries once and remembers keys and statements."""

    def __init__(self, ward_id: str) -> None:
        self.end = Head()
        self.has_stopped = False
        self.pictured: list[Entry] = []
        """Those that tell of a photograph."""
        self._ward_id = ward_id
        self._keys: dict[PersonId, bytes] = {}
        self._next: dict[PersonId, bytes] = {}
        self._rightful = Rightful()

    def entries(self, rows: Iterator[Row[*tuple[Any, ...]]]) -> Iterator[Entry]:
        """Give entry after entry, up to the first that is not readable."""
        for row in rows:
            try:
                entry = _entry(row)
            except ValueError:
                self.has_stopped = True
                return
            yield entry
            if entry.kind is Kind.PHOTOGRAPH_KEPT:
                self.pictured.append(entry)
            self.end = Head(entry.number, entry.hash)

    def keys_of(self, entry: Entry) -> dict[PersonId, bytes]:
        """Return the keys that check this entry.

        Whoever makes the ward brings the key of entry 1 with it. Any other key that an
        entry tells checks what follows it.
        """
        self._keys |= self._next
        self._next = {}
        try:
            body = body_of(entry)
            recovery = recovery_key_of(body)
        except (KeyError, TypeError, ValueError):
            return self._keys  # is_theirs says what is wrong with it
        if isinstance(body, PersonJoined):
            self._keys.setdefault(body.person.id, body.public_key)
        elif isinstance(body, KeyMade | KeySucceeded):
            self._next = {body.person: body.public_key}
        elif recovery:
            self._next = {RECOVERY: recovery}
        return self._keys

    def is_theirs(self, entry: Entry) -> bool:
        """Whether the one who acted may have made this entry, in this ward."""
        try:
            self._rightful.admit(entry)
        except (NotYourWords, KeyError, TypeError, ValueError):
            return False
        return entry.unsigned.ward == self._ward_id


def first_fault_by_pieces(
    database: Database, ward_id: str, step: Step
) -> Broken | None:
    """Do what :func:`first_fault` does with the record alone, a piece at a time.

    Between two pieces others have their turn, so nobody waits. ``step`` is told how
    many entries were read, of how many; what it raises ends the reading.

    Raises:
        Problem: The file itself is damaged.
    """
    reading, at_end = _Reading(ward_id), list[Broken | None]()
    rows = _pieces(database, reading, at_end, step)
    broken = first_broken(
        reading.entries(rows), reading.keys_of, is_signed, reading.is_theirs
    )
    if reading.has_stopped:
        return broken or Broken(reading.end.number + 1, Fault.CHANGED)
    broken = broken or at_end[0]
    return broken or photograph_fault_by_pieces(database, reading.pictured)


def _pieces(
    database: Database, reading: _Reading, at_end: list[Broken | None], step: Step
) -> Iterator[Row[*tuple[Any, ...]]]:
    """Give all entries, those too that are written meanwhile, and look at the end."""
    last, head = 0, 0
    while True:
        wanted = _COLUMNS.where(entries.c.number > last).limit(PIECE)
        with database.transaction() as turn:
            rows = turn.execute(wanted).all()
            head = head or read_head(turn).number
            if not rows:
                at_end.append(_fault_at_end(turn, reading.end))
                return
        yield from rows
        last = rows[-1].number
        step(last, max(last, head))


def _entry(row: Row[*tuple[Any, ...]]) -> Entry:
    number, ward, document, kind, body, by, at, previous, hashed, signature = row
    unsigned = Unsigned(
        number,
        ward.decode(),
        document.decode(),
        Kind(kind.decode()),
        body.decode(),
        PersonId(by.decode()),
        at.decode(),
        previous,
    )
    return Entry(unsigned, hashed, signature)
