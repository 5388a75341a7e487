"""The journal beside the database: two files, and the marks that tie them to it.

What holds, decision 012: :meth:`Journal.write` is called inside the transaction, before
it ends; when it returns, both files have the changes, and the transaction carries the
marks of their last records. So after a crash the journal is where the database is, or
one record ahead. When a transaction ends in failure, its records are taken back before
anything else is written.

A transaction that changes both files writes ``ward.drafts`` first; that record names
the one of ``ward.journal`` which it stands beside, so both count or neither.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress

from sqlalchemy import select

from coprod_desktop.crypto.doors import Random
from coprod_desktop.store.asides import move_aside
from coprod_desktop.store.copies import Step
from coprod_desktop.store.journal_file import (
    BEFORE_ALL,
    FILE_BYTES,
    JournalFile,
    JournalKey,
    Mark,
    Seal,
    path_of,
    write_aside,
)
from coprod_desktop.store.journal_lines import Lines
from coprod_desktop.store.keyring import WardKey
from coprod_desktop.store.places import Folder
from coprod_desktop.store.reserve import Reserve
from coprod_desktop.store.schema import BOOKS, TABLES, Book, journal_mark
from coprod_desktop.store.turn import RowChange, Turn
from coprod_desktop.systems import NO_ROOM, sync_folder

ROWS_A_RECORD = 500
"""When ``ward.journal`` is written anew."""

BYTES_A_RECORD = 4 * 1024 * 1024
"""The same, of photographs: a record is made in memory."""

LONGEST_UNTIDIED = 2**20
"""Bytes of drafts that were written over, before ``ward.drafts`` is written anew."""


def journal_key(key: WardKey) -> JournalKey:
    """Return what opens the journal files of a ward."""
    ward = key.derived("coprod-desktop/journal-ward/v1")[:16]
    return JournalKey(ward, key.derived("coprod-desktop/journal/v1"))


def read_marks(turn: Turn) -> dict[Book, Mark]:
    """Return the last record of each file that the database has in it."""
    rows = {row.book: row for row in turn.execute(select(journal_mark))}
    return {
        book: Mark(row.file, row.sequence, row.place, row.tag)
        if (row := rows.get(book.value))
        else BEFORE_ALL
        for book in Book
    }


def keep_mark(turn: Turn, book: Book, mark: Mark) -> None:
    """Write down that the database has a record in it."""
    turn.put(journal_mark, {"book": book.value, **mark._asdict()})


class Journal:
    """The two files of an open ward, written on. The database's lock guards it."""

    def __init__(self, folder: Folder, key: JournalKey, random: Random) -> None:
        """Nothing is opened before :meth:`resume` or :meth:`write_anew`."""
        self.folder = folder
        self.key = key
        self._random = random
        self._reserve = Reserve(folder.reserve, random)
        self._files: dict[Book, JournalFile] = {}
        self._closed: dict[Book, tuple[Mark, int]] = {}
        """Where a file ends that could not be opened again after it was swapped."""
        self._before: dict[Book, tuple[Mark, int]] = {}
        self._owes_tidying = False
        self._tidied_size = 0

    @property
    def is_pending(self) -> bool:
        """Whether records were written whose transaction has not ended well yet."""
        return bool(self._before)

    @property
    def wants_tidying(self) -> bool:
        """Whether words that were erased or written over still stand in a file."""
        drafts = self._files.get(Book.DRAFTS)
        size = drafts.size if drafts else 0
        return self._owes_tidying or size > self._tidied_size + LONGEST_UNTIDIED

    @property
    def is_tidy(self) -> bool:
        """Whether ``ward.drafts`` holds nothing but what stands."""
        drafts = self._files.get(Book.DRAFTS)
        return not self._owes_tidying and drafts is not None and drafts.is_one_record

    @property
    def is_on_reserve(self) -> bool:
        """Whether the disk is so full that the reserve was given up."""
        return not self._reserve.is_there

    def resume(self, book: Book, end: Mark, size: int) -> None:
        """Write on behind a record; what stands behind it is cut off.

        Raises:
            OSError: The file cannot be written.
        """
        seal = Seal(self.key, book, end.file)
        file = JournalFile(path_of(self.folder, book), seal, end, size)
        self._files[book] = file
        if file.has_more:
            file.cut_back(end, size)

    def watch_reserve(self) -> None:
        """Give the reserve up when the disk is nearly full; make it when it is not."""
        self._reserve.watch()

    def write(self, turn: Turn) -> None:
        """Write what a turn has changed; when this returns, the disk has it.

        Raises:
            OSError: The disk is full or fails.
            Problem: The files are not there any more.
        """
        if self._before:
            self.settle(turn)
        ready = []
        for book in (Book.DRAFTS, Book.JOURNAL):
            lines = self._lines(turn, book)
            if lines.changes:
                file = self._file(book)
                record, mark = file.closed(lines.to_bytes(), self._random)
                keep_mark(turn, book, mark)
                ready.append((book, file, record, mark))
        self.watch_reserve()
        for book, file, record, mark in ready:
            self._before[book] = (file.end, file.size)
            self._append(file, record, mark)

    def confirm(self, changes: Iterable[RowChange]) -> None:
        """Take in that the transaction with these changes has ended well."""
        self._before.clear()
        erased = (one.is_gone and one.book is Book.DRAFTS for one in changes)
        self._owes_tidying = self._owes_tidying or any(erased)

    def settle(self, turn: Turn) -> bool:
        """Return whether a transaction that failed is in the database all the same.

        Where it is not, its records are taken back.

        Raises:
            OSError: They could not be taken back. Nothing is written before they are.
        """
        marks = read_marks(turn)
        files = {book: self._file(book) for book in self._before}
        has_landed = all(
            marks[book] == file.end and not file.is_unsettled
            for book, file in files.items()
        )
        if not has_landed:
            # The one that the other stands beside goes first.
            for book in (Book.JOURNAL, Book.DRAFTS):
                if book in files:
                    files[book].cut_back(*self._before[book])
        self._before.clear()
        return has_landed

    def write_anew(
        self,
        turn: Turn,
        book: Book,
        after: Mark,
        *,
        keeping: bool = False,
        step: Step = lambda _: None,
    ) -> None:
        """Write a file from what stands in the database, and swap it in.

        With ``keeping``, what lay in its place is moved aside and not replaced.
        ``step`` is told how many more rows were written.

        Raises:
            OSError: It could not be written; what was there is there still.
        """
        path = path_of(self.folder, book)
        aside = path.with_name(f"{path.name}.new")
        seal = Seal(self.key, book, self._random(FILE_BYTES))
        rows = _rows(turn, book)
        payloads = _payloads(_whole(rows, book), step)
        end = write_aside(aside, seal, payloads, after=after, random=self._random)
        turn.prove_read()
        size = aside.stat().st_size
        self._release(book)
        try:
            if keeping:
                move_aside(path)
            aside.replace(path)
        except OSError:
            with suppress(OSError):
                aside.unlink(missing_ok=True)
            raise
        self._closed[book] = end, size
        self._file(book)
        sync_folder(path.parent)
        keep_mark(turn, book, end)
        if book is Book.DRAFTS:
            self._owes_tidying, self._tidied_size = False, self._files[book].size

    def tidy(self, turn: Turn) -> None:
        """Write ``ward.drafts`` anew, so that it holds what stands and nothing else.

        Raises:
            OSError: It could not be written; :attr:`wants_tidying` stays true.
        """
        self._owes_tidying = True
        self.write_anew(turn, Book.DRAFTS, self._file(Book.DRAFTS).end)

    def close(self) -> None:
        """Close both files."""
        for book in tuple(self._files):
            self._release(book)

    def _file(self, book: Book) -> JournalFile:
        """Return a file; opened again where it had to be closed to be swapped."""
        if book not in self._files:
            self.resume(book, *self._closed[book])
        return self._files[book]

    def _release(self, book: Book) -> None:
        # Windows swaps nothing into the place of a file that is open.
        file = self._files.pop(book, None)
        if file is not None:
            self._closed[book] = file.end, file.size
            file.close()

    def _lines(self, turn: Turn, book: Book) -> Lines:
        changes = tuple(one for one in turn.changes if one.book is book)
        is_beside = book is Book.DRAFTS and len(changes) < len(turn.changes)
        beside = self._file(Book.JOURNAL).end.sequence + 1 if is_beside else 0
        return Lines(changes, beside=beside)

    def _append(self, file: JournalFile, record: bytes, mark: Mark) -> None:
        try:
            file.append(record, mark)
        except OSError as error:
            if error.errno not in NO_ROOM or not self._reserve.release():
                raise
            file.cut_back(file.end, file.size)
            file.append(record, mark)


def _payloads(every: Iterable[Lines], step: Step) -> Iterator[bytes]:
    for lines in every:
        yield lines.to_bytes()
        step(len(lines.changes))


def _rows(turn: Turn, book: Book) -> Iterator[RowChange]:
    """Give every row that stands in the tables of a journal file."""
    for name in (name for name, place in BOOKS.items() if place is book):
        table = TABLES.tables[name]
        order = list(table.primary_key)
        for row in turn.execute(select(table).order_by(*order)).mappings():
            yield RowChange(name, dict(row))


def _whole(rows: Iterable[RowChange], book: Book) -> Iterator[Lines]:
    """Give what a new file says. Private rows are few and stand in one record."""
    gathered: list[RowChange] = []
    is_first, weight = True, 0
    for row in rows:
        gathered.append(row)
        weight += len(row.cells.get("content", b""))
        is_full = len(gathered) == ROWS_A_RECORD or weight >= BYTES_A_RECORD
        if book is Book.JOURNAL and is_full:
            yield Lines(tuple(gathered), is_whole=is_first)
            gathered, is_first, weight = [], False, 0
    if gathered or is_first:
        yield Lines(tuple(gathered), is_whole=is_first)
