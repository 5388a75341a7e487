"""Holding every row of the database against the journal, beside other work.

This finds what neither can tell alone: an old page that was put back into the database,
an older file under the name of a newer, and damage in the middle of a file that nobody
reads. What can be mended without a person is noted for the next opening.

Entries are compared a piece at a time, so that nobody waits. Private rows are few; they
are compared in one go.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Any

from sqlalchemy import func, select

from coprod_desktop.store.comparing import whole_lines
from coprod_desktop.store.database import Database
from coprod_desktop.store.findings import Finding
from coprod_desktop.store.journal import Journal, read_marks
from coprod_desktop.store.journal_file import HEADER_BYTES, NotReadable, Record
from coprod_desktop.store.journal_lines import Lines
from coprod_desktop.store.projections import (
    DocumentLine,
    last_entry,
    line_after,
    line_from_row,
)
from coprod_desktop.store.rows import entry_from_cells, reading_record
from coprod_desktop.store.schema import (
    BOOKS,
    TABLES,
    Book,
    documents,
    entries,
    photographs,
)
from coprod_desktop.store.turn import Cells, Turn

PIECE = 200
"""Rows that are compared before others have their turn."""

Step = Callable[[int, int], None]
"""Is told how many entries were compared, of how many; what it raises ends it."""

_FILE_DIFFERS = {
    Book.JOURNAL: "store.differs.journal",
    Book.DRAFTS: "store.differs.drafts",
}


class _Differs(Exception):  # noqa: N818 - what it is
    """A row that is not what the journal says."""

    def __init__(self, finding: Finding, suspect: str = "") -> None:
        super().__init__(finding.key)
        self.finding = finding
        self.suspect = suspect


def hold_against_journal(
    database: Database, journal: Journal, step: Step = lambda *_: None
) -> tuple[Finding, ...]:
    """Return what differs between a database and its journal: the first of each file.

    Raises:
        Problem: The database itself is damaged.
    """
    found = []
    comparisons = {Book.JOURNAL: _compare_entries, Book.DRAFTS: _compare_private}
    for book, compare in comparisons.items():
        try:
            compare(database, journal, step)
        except NotReadable:
            database.note_damage(book.value)
            found.append(Finding(_FILE_DIFFERS[book]))
        except _Differs as differs:
            if differs.suspect:
                database.note_damage(differs.suspect)
            found.append(differs.finding)
    return tuple(found)


def _compare_entries(database: Database, journal: Journal, step: Step) -> None:
    read = _Entries()
    last: Record | None = None
    with database.transaction() as turn:
        of = last_entry(turn).number
    for record, lines in whole_lines(journal.folder, journal.key, Book.JOURNAL):
        last = record
        with database.transaction() as turn:
            read.take(turn, lines)
        step(read.number, max(of, read.number))
    for ids in _pieces(read.lists):
        with database.transaction() as turn:
            read.compare_lists(turn, ids)
    with database.transaction() as turn:
        more = whole_lines(journal.folder, journal.key, Book.JOURNAL, after=last)
        for record, lines in more:
            last = record
            read.take(turn, lines)
        read.end(turn, last)


class _Entries:
    """Compares entries in order, and folds the list of forms from them."""

    def __init__(self) -> None:
        self.number = 0
        self.lists: dict[str, DocumentLine] = {}
        self._parts = 0

    def take(self, turn: Turn, lines: Lines) -> None:
        """Compare the entries of one record."""
        told = [one.cells for one in lines.changes if one.table == entries.name]
        wanted = select(entries).where(
            entries.c.number.in_([cells["number"] for cells in told])
        )
        rows = turn.execute(wanted).mappings()
        kept = {row["number"]: dict(row) for row in rows}
        for cells in told:
            self.number += 1
            if cells["number"] != self.number or kept.get(self.number) != cells:
                raise _Differs(Finding("store.differs.entry", {"entry": self.number}))
            self._fold(cells)
        for one in lines.changes:
            if one.table == photographs.name:
                self._compare_part(turn, one.cells)

    def _compare_part(self, turn: Turn, cells: Cells) -> None:
        """Compare a part of a photograph; the journal's is sealed, so it counts."""
        place = {name: cells[name] for name in ("sha256", "part")}
        self._parts += 1
        if turn.rows(photographs, place) != [cells]:
            raise _Differs(Finding("store.differs.photograph"), "database")

    def compare_lists(self, turn: Turn, ids: list[str]) -> None:
        """Compare some forms' lines with what the entries say."""
        wanted = select(documents).where(documents.c.id.in_(ids))
        kept = {row.id: line_from_row(row) for row in turn.execute(wanted)}
        for one in ids:
            line, told = kept.get(one), self.lists[one]
            # What was shared meanwhile stands in the list already.
            is_newer = line is not None and line.newest > told.newest
            if line != told and not is_newer:
                raise _Differs(Finding("store.differs.lists"), "database")

    def end(self, turn: Turn, last: Record | None) -> None:
        """Compare where both end."""
        _check_end(turn, Book.JOURNAL, last)
        if last_entry(turn).number != self.number:
            raise _Differs(Finding("store.differs.entry", {"entry": self.number + 1}))
        counted = select(func.count()).select_from(photographs)
        if turn.execute(counted).scalar() != self._parts:
            raise _Differs(Finding("store.differs.photograph"), "database")

    def _fold(self, cells: Cells) -> None:
        document = cells["document"]
        if document:
            with reading_record():
                entry = entry_from_cells(cells)
                self.lists[document] = line_after(self.lists.get(document), entry)


def _compare_private(database: Database, journal: Journal, _: Step) -> None:
    told: dict[tuple[Any, ...], Cells] = {}
    last: Record | None = None
    with database.transaction() as turn:
        for record, lines in whole_lines(journal.folder, journal.key, Book.DRAFTS):
            last = record
            if lines.is_whole:
                told.clear()
            for one in lines.changes:
                if one.is_gone:
                    told.pop(_key(one.table, one.cells), None)
                else:
                    told[_key(one.table, one.cells)] = one.cells
        _check_end(turn, Book.DRAFTS, last)
        kept = {
            _key(name, row): dict(row)
            for name in (name for name, book in BOOKS.items() if book is Book.DRAFTS)
            for row in turn.execute(select(TABLES.tables[name])).mappings()
        }
    if told != kept:
        raise _Differs(Finding("store.differs.private"), "database")


def _check_end(turn: Turn, book: Book, last: Record | None) -> None:
    """Insist that a file ends with the record that the database has last."""
    mark = read_marks(turn)[book]
    # A file that was written anew, and whose mark could not be written, says the same.
    is_anew = last is not None and last.mark.place == HEADER_BYTES
    if last is None or (last.mark != mark and not (is_anew and last.follows(mark))):
        raise NotReadable


def _key(name: str, cells: Any) -> tuple[Any, ...]:
    keys = TABLES.tables[name].primary_key
    return (name, *(cells[column.name] for column in keys))


def _pieces(every: Iterable[str]) -> Iterator[list[str]]:
    left = iter(every)
    while piece := list(islice(left, PIECE)):
        yield piece
