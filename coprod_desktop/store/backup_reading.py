"""Reading a backup strictly: every record whole, in order, and nothing besides.

The journal of a ward is read with more patience (:mod:`comparing`, ``rescue``), for a
torn end is what a crash leaves there. A backup was read back when it was made: whatever
is wrong with it now is damage.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.backup_files import (
    DRAFTS,
    FILES,
    JOURNAL,
    Summary,
    check_file,
    open_plain,
    read_summary,
)
from coprod_desktop.store.copies import Step
from coprod_desktop.store.journal import journal_key
from coprod_desktop.store.journal_file import (
    HEADER_BYTES,
    Mark,
    NotReadable,
    Record,
    read_seal,
)
from coprod_desktop.store.keyring import WardKey
from coprod_desktop.store.schema import Book

BOOK_FILES = {Book.JOURNAL: JOURNAL, Book.DRAFTS: DRAFTS}


def bytes_to_read(summary: Summary) -> int:
    """Return how many bytes :func:`check_backup` tells its step of in all."""
    journals = [summary.files[name].size for name in BOOK_FILES.values()]
    records = sum(max(0, size - HEADER_BYTES) for size in journals)
    return records + sum(one.size for one in summary.files.values())


def check_backup(folder: Path, key: WardKey, step: Step = lambda _: None) -> Summary:
    """Read a backup from its first byte to its last, and open every record.

    Raises:
        Problem: It is not whole, or not this ward's.
    """
    summary = read_summary(folder, key)
    for name in FILES:
        check_file(folder, name, summary, step)
    for book in Book:
        for _ in records_of(folder, key, book, summary, step):
            pass
    return summary


def records_of(
    folder: Path, key: WardKey, book: Book, summary: Summary, step: Step
) -> Iterator[Record]:
    """Give every record of a journal file of a backup, in order.

    Raises:
        Problem: One is not whole, or the last is not the one that the summary names.
    """
    name = BOOK_FILES[book]
    last: Mark | None = None
    with open_plain(folder / name) as opened:
        size = opened.seek(0, os.SEEK_END)
        opened.seek(0)
        try:
            seal = read_seal(opened, journal_key(key), book)
        except NotReadable:
            raise Problem("backup.damaged") from None
        place = HEADER_BYTES
        while place < size:
            found = seal.read(opened, place)
            if found is None or (last is not None and not found.follows(last)):
                raise Problem("backup.damaged")
            step(found.end - place)
            yield found
            last, place = found.mark, found.end
    if last is None or (last.sequence, last.tag) != summary.ends[name]:
        raise Problem("backup.damaged")
