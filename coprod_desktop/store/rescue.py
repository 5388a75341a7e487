"""Reading everything shared that can be read from whatever is left of a ward.

Database and journal, what was moved aside of either, whole or damaged: every entry that
any of them gives back is taken, and the numbers that none gives back are named. Nothing
in the ward's folder is changed. Private words are not rescued: they are their writers'.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from sqlcipher3 import dbapi2

from coprod_desktop.model.acts import PhotographKept
from coprod_desktop.model.entries import NO_HASH, Entry, Kind
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress, part, told
from coprod_desktop.model.record import body_of
from coprod_desktop.store.asides import moved_aside
from coprod_desktop.store.comparing import opened_file
from coprod_desktop.store.encrypted_file import log_of
from coprod_desktop.store.journal import journal_key
from coprod_desktop.store.journal_file import NotReadable, Record, survey
from coprod_desktop.store.journal_lines import lines_from_bytes
from coprod_desktop.store.keyring import WardKey, keyring_for
from coprod_desktop.store.knocking import is_in_use
from coprod_desktop.store.places import Folder
from coprod_desktop.store.rows import entry_from_cells
from coprod_desktop.store.schema import Book, entries
from coprod_desktop.store.settings import connect, connect_to_look, database_key
from coprod_desktop.store.turn import Cells

MOST_FAILURES = 10_000
"""Unreadable places in one database, after which the rest of it is left alone."""

_KEPT = Kind.PHOTOGRAPH_KEPT
_BETWEEN = "SELECT * FROM entries WHERE number BETWEEN ? AND ?"
_HIGHEST = (
    "SELECT max(number) FROM entries",
    "SELECT number FROM head",
    "SELECT max(newest) FROM documents",
)

Connect = Callable[[], Any]


@dataclass(frozen=True, slots=True)
class Rescued:
    """What could be read."""

    entries: tuple[Entry, ...]
    """In order, without those that are missing."""
    missing: tuple[tuple[int, int], ...]
    """Numbers that nothing gives back: first and last of each range."""
    differing: tuple[int, ...]
    """Numbers that two files tell differently; the one that fits the chain is taken."""
    read: tuple[str, ...]
    """The names of the files that gave something."""

    @property
    def photographs(self) -> tuple[PhotographKept, ...]:
        """The photographs that the entries tell of, each once."""
        kept = (one for one in self.entries if one.unsigned.kind is _KEPT)
        told = (_photograph(one) for one in kept)
        return tuple(dict.fromkeys(one for one in told if one is not None))


def rescue(
    folder: Folder, key: WardKey, progress: Progress = lambda *_: None
) -> Rescued:
    """Read all shared entries that can be read.

    ``progress`` is told how far it is, in hundredths.

    Raises:
        Problem: The key is another ward's, a program has the ward open, or there is no
            keyring that could tell.
    """
    keyring_for(folder, key)
    if is_in_use(folder):
        raise Problem("store.folder_in_use")
    found: dict[int, list[Entry]] = {}
    read: list[str] = []
    highest = 0
    for path, gives in _sources(folder, key, part(progress, 0, 85)):
        count = 0
        for number, entry in gives(highest):
            highest = max(highest, number)
            if entry is not None:
                count += 1
                here = found.setdefault(number, [])
                here += [entry] if entry not in here else []
        if count:
            read.append(path.name)
    chosen = _in_order(found)
    progress(100, 100)
    return Rescued(
        tuple(chosen.values()),
        _gaps(chosen, highest),
        tuple(number for number, here in sorted(found.items()) if len(here) > 1),
        tuple(read),
    )


Found = Iterator[tuple[int, Entry | None]]
"""Numbers that there are, each with its entry where it can be read."""


def _sources(
    folder: Folder, key: WardKey, progress: Progress
) -> Iterator[tuple[Path, Callable[[int], Found]]]:
    journals = (folder.journal, *moved_aside(folder.journal))
    databases = (folder.database, *moved_aside(folder.database))
    whole, start = sum(map(_size, (*journals, *databases))), 0
    for path in (*journals, *databases):
        share = 100 * _size(path) // max(1, whole)
        reading = _in_journal if path in journals else _in_database
        yield path, partial(reading, path, key, part(progress, start, share))
        start += share


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0  # it gives nothing, and takes no time


def _in_journal(path: Path, key: WardKey, progress: Progress, _: int) -> Found:
    for cells in rows_of(entries.name, path, key, progress):
        yield cells["number"], _entry(cells)


def rows_of(
    table: str, path: Path, key: WardKey, progress: Progress = lambda *_: None
) -> Iterator[Cells]:
    """Give each row of a table that a journal still tells, whole or damaged."""
    try:
        with opened_file(path, journal_key(key), Book.JOURNAL) as (file, seal):
            size = _size(path)
            for one in survey(file, seal):
                progress(one.end, size)
                if isinstance(one, Record):
                    changes = lines_from_bytes(one.payload).changes
                    yield from (row.cells for row in changes if row.table == table)
    except NotReadable:
        return


def _in_database(path: Path, key: WardKey, progress: Progress, highest: int) -> Found:
    with reading(path, key) as found:
        last = found.highest(highest)
        yield last, None
        yield from told(found.between(1, last), last, progress)


@contextmanager
def reading(path: Path, key: WardKey) -> Iterator[Reading]:
    """Give what reads a database, whole or damaged, without changing it."""
    secret, salt = database_key(key)
    with TemporaryDirectory(prefix="coprod-rescue-") as place:
        if not _has_log(path):
            yield Reading(lambda: connect_to_look(path, secret, salt))
            return
        # SQLite reads a log into its file, so it gets a copy, as sealed as that.
        copied = Path(place) / path.name
        shutil.copyfile(path, copied)
        shutil.copyfile(log_of(path), log_of(copied))
        yield Reading(lambda: connect(copied, secret, salt))


def _has_log(path: Path) -> bool:
    log = log_of(path)
    return path.exists() and log.exists() and log.stat().st_size > 0


class Reading:
    """Reads a database that may break off anywhere."""

    def __init__(self, connect: Connect) -> None:
        self._connect = connect
        self._failures = 0

    def highest(self, known: int) -> int:
        """Return the highest number that anything speaks of."""
        told = [self.asked(asked, ()) or [] for asked in _HIGHEST]
        return max([known, *(row[0] or 0 for rows in told for row in rows)])

    def between(self, first: int, last: int) -> Found:
        """Give the entries from one number to another; halve what cannot be read."""
        if first > last or self._failures > MOST_FAILURES:
            return
        rows = self.asked(_BETWEEN, (first, last))
        if rows is not None:
            for row in rows:
                cells = dict(zip(entries.columns.keys(), row, strict=True))
                yield cells["number"], _entry(cells)
        elif first == last:
            yield first, None
        else:
            middle = (first + last) // 2
            yield from self.between(first, middle)
            yield from self.between(middle + 1, last)

    def asked(self, asked: str, cells: tuple[int | bytes, ...]) -> list[Any] | None:
        """Return the rows; None where they stand on a damaged page."""
        # A connection that met a damaged page reads nothing more: each asks anew.
        try:
            with closing(self._connect()) as connection:
                rows: list[Any] = connection.execute(asked, cells).fetchall()
        except dbapi2.Error:
            self._failures += 1
            return None
        return rows


def _entry(cells: dict[str, Any]) -> Entry | None:
    try:
        return entry_from_cells(cells)
    except (KeyError, ValueError):
        return None


def _photograph(entry: Entry) -> PhotographKept | None:
    try:
        # Nothing else is of this kind.
        return cast("PhotographKept", body_of(entry))
    except (KeyError, TypeError, ValueError):
        return None  # it is saved as it stands, with the words


def _in_order(found: dict[int, list[Entry]]) -> dict[int, Entry]:
    """Choose of each number the entry that fits the one before."""
    chosen: dict[int, Entry] = {}
    for number in sorted(found):
        before = chosen.get(number - 1)
        previous = before.hash if before else NO_HASH

        def fits(entry: Entry, previous: bytes = previous) -> tuple[bool, bool]:
            is_itself = entry.unsigned.hash() == entry.hash
            return is_itself, entry.unsigned.previous == previous

        chosen[number] = max(found[number], key=fits)
    return chosen


def _gaps(chosen: dict[int, Entry], highest: int) -> tuple[tuple[int, int], ...]:
    gaps: list[tuple[int, int]] = []
    for number in range(1, highest + 1):
        if number not in chosen:
            is_next = gaps and gaps[-1][1] == number - 1
            first = gaps.pop()[0] if is_next else number
            gaps.append((first, number))
    return tuple(gaps)
