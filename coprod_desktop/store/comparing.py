"""Holding the journal against the database, when a ward is opened.

The database's mark says which record of each file it has last. From there on:

* nothing more, or a record that was torn off by a crash: all is well;
* whole records: the database lacks them, and gets them;
* no such record, damage, or no file: the file is moved aside and written anew;
* another record with that number: two wards were written on apart. Or damage, and
  behind it records that the database has not. Nothing is touched where that is
  ``ward.journal``, for nobody but people can say what counts.

One record more is what a crash leaves and is not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum, auto
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from coprod_desktop.store.journal_file import (
    BEFORE_ALL,
    HEADER_BYTES,
    Damage,
    JournalKey,
    Mark,
    NotReadable,
    Record,
    Seal,
    path_of,
    read_seal,
    survey,
)
from coprod_desktop.store.journal_lines import Lines, lines_from_bytes
from coprod_desktop.store.places import Folder
from coprod_desktop.store.schema import Book


class State(Enum):
    """What a journal file is, held against the database's mark."""

    MISSING = auto()
    DAMAGED = auto()
    OLDER = auto()
    """It ends before the mark."""
    FORKED = auto()
    """Another record has the mark's number."""
    READ = auto()
    """It has the mark, or follows it."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands in a file behind the mark."""

    state: State
    mark: Mark = BEFORE_ALL
    """The database's."""
    end: Mark = BEFORE_ALL
    """The last whole record."""
    size: int = 0
    """Where that record ends."""
    start: int = 0
    """Where the first record behind the mark starts."""
    more: int = 0
    """How many whole records follow the mark without a gap."""
    newest: int = 0
    """The number of the last record, where that is behind damage."""

    @property
    def breaks_off(self) -> bool:
        """Whether there are records that the database lacks and cannot be given."""
        return self.newest > max(self.end.sequence, self.mark.sequence)


@contextmanager
def opened_file(
    path: Path, key: JournalKey, book: Book
) -> Iterator[tuple[BinaryIO, Seal]]:
    """Open a journal file to read it.

    Raises:
        NotReadable: It is missing, or no journal of this ward's.
    """
    try:
        file = path.open("rb")
    except OSError:
        raise NotReadable from None
    with file:
        yield file, read_seal(file, key, book)


def find_tail(path: Path, key: JournalKey, book: Book, mark: Mark) -> Tail:
    """Look what stands in a file behind the database's mark."""
    if not path.exists():
        return Tail(State.MISSING, mark)
    try:
        with opened_file(path, key, book) as (file, seal):
            at_mark = None
            if seal.file == mark.file:
                at_mark = seal.read(file, mark.place)
            if at_mark is not None and at_mark.mark == mark:
                found = Tail(State.READ, mark, mark, at_mark.end, at_mark.end)
            else:
                found = _searched(file, seal, mark)
            return _followed(file, seal, found) if found.start else found
    except NotReadable:
        return Tail(State.DAMAGED, mark)


def lines_behind(
    path: Path, key: JournalKey, book: Book, tail: Tail
) -> Iterator[tuple[Record, Lines]]:
    """Give the records that follow the mark, as far as there is no gap.

    Raises:
        Problem: A newer program wrote them.
    """
    if not tail.more:
        return
    with opened_file(path, key, book) as (file, seal):
        found = survey(file, seal, tail.start)
        records = (one for one in found if isinstance(one, Record))
        for one in islice(records, tail.more):
            yield one, lines_from_bytes(one.payload)


def whole_lines(
    folder: Folder, key: JournalKey, book: Book, after: Record | None = None
) -> Iterator[tuple[Record, Lines]]:
    """Give every record of a file that is whole, or those that follow one.

    Raises:
        NotReadable: The file is missing, damaged, or does not start where it must.
        Problem: A newer program wrote it.
    """
    with opened_file(path_of(folder, book), key, book) as (file, seal):
        place = after.end if after else HEADER_BYTES
        for one in survey(file, seal, place):
            if isinstance(one, Damage):
                raise NotReadable
            lines = lines_from_bytes(one.payload)
            if one.mark.place == place:
                is_start = lines.is_whole or one.follows(BEFORE_ALL)
                if not (one.follows(after.mark) if after else is_start):
                    raise NotReadable
            yield one, lines


@dataclass(slots=True)
class _Seen:
    """What a whole file has that bears on a mark."""

    first: Record | None = None
    last: Record | None = None
    same: Record | None = None
    """The record with the mark's number."""
    next: Record | None = None
    """The one that was written right after the mark."""
    is_torn: bool = False
    is_damaged: bool = False
    """Whether a whole record stands behind damage."""


def _searched(file: BinaryIO, seal: Seal, mark: Mark) -> Tail:
    """Read a whole file to find where it and the database part."""
    seen = _seen(file, seal, mark)
    if seen.first is None or seen.last is None:
        return Tail(State.DAMAGED, mark)
    same, newest = seen.same, seen.last.mark.sequence
    if same is not None and same.mark.tag != mark.tag:
        return Tail(State.FORKED, mark)
    if seen.is_damaged or (seen.is_torn and newest < mark.sequence):
        start = seen.next.mark.place if seen.next else 0
        return Tail(State.DAMAGED, mark, start=start, newest=newest)
    if newest < mark.sequence:
        return Tail(State.OLDER, mark)
    if same is not None:
        return Tail(State.READ, mark, same.mark, same.end, same.end)
    # It was written anew after the mark, and starts over.
    return Tail(State.READ, mark, start=seen.first.mark.place)


def _seen(file: BinaryIO, seal: Seal, mark: Mark) -> _Seen:
    seen = _Seen()
    for one in survey(file, seal):
        if isinstance(one, Damage):
            seen.is_torn = True
            continue
        seen.is_damaged = seen.is_torn
        seen.first, seen.last = seen.first or one, one
        if one.mark.sequence == mark.sequence:
            seen.same = one
        elif one.follows(mark):
            seen.next = one
    return seen


def _followed(file: BinaryIO, seal: Seal, tail: Tail) -> Tail:
    """Count what follows the mark, up to a gap, and see how far the file goes on."""
    has_gap = False
    for one in survey(file, seal, tail.start):
        if isinstance(one, Damage):
            has_gap = True
            continue
        has_gap = has_gap or bool(tail.size and not one.follows(tail.end))
        if has_gap:
            tail = replace(tail, state=State.DAMAGED, newest=one.mark.sequence)
        else:
            more = tail.more + 1
            tail = replace(tail, end=one.mark, size=one.end, more=more)
    return tail
