"""Putting what a journal says into a database."""

from __future__ import annotations

from sqlalchemy import insert, select

from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress
from coprod_desktop.store.journal_lines import Lines
from coprod_desktop.store.projections import every_entry, keep, last_entry, rebuild
from coprod_desktop.store.rows import entry_from_row, reading_record
from coprod_desktop.store.schema import (
    BOOKS,
    NEVER_GONE,
    TABLES,
    Book,
    entries,
    photographs,
)
from coprod_desktop.store.turn import Cells, Turn

FEW = 100
"""Up to so many entries are folded one by one; more, and all lists are made anew."""


class Replay:
    """Puts records into a database, in order, and counts the entries it lacked.

    Entries that are there already must be the same. Everything else is put in place of
    what was there, so that a record which is replayed twice changes nothing.
    """

    def __init__(self, turn: Turn) -> None:
        """Go on where the database ends."""
        self.entries = 0
        """How many were put in."""
        self._turn = turn
        end = last_entry(turn)
        self._head, self._hash = end.number, end.hash
        self._waiting: list[Cells] = []

    def apply(self, lines: Lines, book: Book) -> None:
        """Put one record in.

        Raises:
            Problem: It tells of an entry that is another one here, or the entries
                between are missing: this journal and this database do not belong
                together.
        """
        if lines.is_whole:
            self._empty(book)
        for change in lines.changes:
            if change.table == entries.name:
                self._take_entry(change.cells)
            elif change.table == photographs.name:
                self._take_photograph(change.cells)
            elif change.is_gone:
                self._turn.drop(TABLES.tables[change.table], change.cells)
            else:
                self._turn.put(TABLES.tables[change.table], change.cells)
        self._write_waiting()
        # They came from the journal: it need not have them again.
        self._turn.changes.clear()

    def fold(self, progress: Progress = lambda *_: None) -> None:
        """Bring every list up to the last entry."""
        if not self.entries:
            return
        with reading_record():
            if self.entries > FEW:
                rebuild(self._turn, every_entry(self._turn), progress)
                return
            first = self._head - self.entries + 1
            wanted = select(entries).where(entries.c.number >= first)
            for row in self._turn.execute(wanted.order_by(entries.c.number)).all():
                keep(self._turn, entry_from_row(row))

    def _empty(self, book: Book) -> None:
        for name, place in BOOKS.items():
            if place is book and name not in NEVER_GONE:
                self._turn.connection.execute(TABLES.tables[name].delete())

    def _take_entry(self, cells: Cells) -> None:
        number = cells["number"]
        is_known = number <= self._head
        if is_known:
            self._write_waiting()
            fits = self._turn.rows(entries, {"number": number}) == [cells]
        else:
            fits = number == self._head + 1 and cells["previous"] == self._hash
        if not fits:
            raise Problem("store.journal_forked")
        if not is_known:
            self._waiting.append(cells)
            self._head, self._hash = number, cells["hash"]
            self.entries += 1

    def _take_photograph(self, cells: Cells) -> None:
        place = {name: cells[name] for name in ("sha256", "part")}
        kept = self._turn.rows(photographs, place)
        if not kept:
            self._turn.put(photographs, cells)
        elif kept != [cells]:
            raise Problem("store.journal_forked")

    def _write_waiting(self) -> None:
        if self._waiting:
            self._turn.connection.execute(insert(entries), self._waiting)
            self._waiting = []
