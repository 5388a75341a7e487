"""Holding the journal against the database, when a ward is opened.

The database's mark says which record of each file it has last. From there on:

* nothing more, or a record that was torn off by a crash: all is well;
* whole records: the database lacks them, and gets them;
* no such record, damage, or no file: the file is moved aside and written anew;
* another record with that number: two wards were written on apart. Nothing is touched
  where that is ``ward.journal``, for nobody but people can say which one counts.

One record more is what a crash leaves and is not told.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import Enum, auto
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
        for number, one in enumerate(survey(file, seal, tail.start)):
            if number == tail.more or isinstance(one, Damage):
                return
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


def _searched(file: BinaryIO, seal: Seal, mark: Mark) -> Tail:
    """Read a whole file to find where it and the database part."""
    first: Record | None = None
    last: Record | None = None
    same: Record | None = None
    is_torn = False
    for one in survey(file, seal):
        if isinstance(one, Damage):
            is_torn = True
        elif is_torn:
            return Tail(State.DAMAGED, mark)
        else:
            first, last = first or one, one
            same = one if one.mark.sequence == mark.sequence else same
    if first is None or last is None:
        return Tail(State.DAMAGED, mark)
    if same is not None:
        if same.mark.tag != mark.tag:
            return Tail(State.FORKED, mark)
        return Tail(State.READ, mark, same.mark, same.end, same.end)
    if last.mark.sequence < mark.sequence:
        return Tail(State.DAMAGED if is_torn else State.OLDER, mark)
    # It was written anew after the mark, and starts over.
    return Tail(State.READ, mark, start=first.mark.place)


def _followed(file: BinaryIO, seal: Seal, tail: Tail) -> Tail:
    """Count what follows the mark, up to a gap."""
    is_torn = False
    for one in survey(file, seal, tail.start):
        if isinstance(one, Damage):
            is_torn = True
        elif is_torn or (tail.size and not one.follows(tail.end)):
            return replace(tail, state=State.DAMAGED)
        else:
            tail = replace(tail, end=one.mark, size=one.end, more=tail.more + 1)
    return tail
