"""What stands in a ward's folder, read without changing it, however damaged it is.

A backup that is put back replaces it. So it is held against the backup first: does the
backup hold every entry and every private row that can still be read here? If not, the
backup is older, or the two went apart; then one person alone does not decide.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import closing, suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import select
from sqlcipher3 import dbapi2

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.backup import KeptBackup, backups_in
from coprod_desktop.store.comparing import opened_file
from coprod_desktop.store.journal import journal_key
from coprod_desktop.store.journal_file import (
    NotReadable,
    Record,
    path_of,
    survey,
)
from coprod_desktop.store.journal_lines import Lines, lines_from_bytes
from coprod_desktop.store.keyring import WardKey
from coprod_desktop.store.keyring_pair import read_keyrings
from coprod_desktop.store.places import Folder
from coprod_desktop.store.projections import Head
from coprod_desktop.store.schema import BOOKS, TABLES, Book
from coprod_desktop.store.settings import connect_to_look, database_key

Row = tuple[str, frozenset[tuple[str, Any]]]
"""A table's name, and what stands in each column."""


class Verdict(StrEnum):
    """How a backup stands to what it would replace."""

    WHOLE = "whole"
    """It holds everything that stands here and can be read."""
    OLDER = "older"
    """Something was written here, or to a newer backup beside it, since."""
    FORKED = "forked"
    """This ward and the backup's went apart: each has what the other has not."""


@dataclass(frozen=True, slots=True)
class Weighed:
    """A backup held against what stands in a folder."""

    verdict: Verdict
    head: int
    """The number of the last entry that stands here; 0 for none."""


@dataclass(slots=True)
class _Standing:
    head: Head
    hash_at: bytes | None = None
    """The hash of the entry that was asked for."""
    private: frozenset[Row] | None = None
    """None where no private row can be read."""


def is_another_ward(folder: Folder, key: WardKey) -> bool:
    """Whether a whole keyring of another ward lies in a folder."""
    try:
        found = read_keyrings(folder)
    except Problem:
        return False
    return not any(key.fits(one.check) for one in found)


def weigh(folder: Folder, rebuilt: Folder, backup: KeptBackup, key: WardKey) -> Weighed:
    """Hold a backup, as it was rebuilt in a folder, against what stands in another.

    Raises:
        Problem: A newer program wrote what stands there, or the backup's place is gone.
    """
    here, summary = _Standing(Head()), backup.summary
    if folder.ward.exists():
        _read_database(here, folder, key, summary.head)
        _read_journal(here, folder, key, summary.head)
    if not here.head.number and here.private is None:
        # Nothing here can say what there was. The newest backup comes nearest to it.
        newer = any(
            one.summary.number > summary.number
            for one in backups_in(backup.folder.parent, key)
        )
        return Weighed(Verdict.OLDER if newer else Verdict.WHOLE, 0)
    there = _Standing(Head())
    _read_database(there, rebuilt, key, here.head.number)
    has_all = (here.private or frozenset()) <= (there.private or frozenset())
    if not here.head.number or there.hash_at == here.head.hash:
        verdict = Verdict.WHOLE if has_all else Verdict.OLDER
    elif here.hash_at == summary.head_hash:
        verdict = Verdict.OLDER
    else:
        verdict = Verdict.FORKED
    return Weighed(verdict, here.head.number)


_PRIVATE = tuple(name for name, book in BOOKS.items() if book is Book.DRAFTS)


def _read_database(here: _Standing, folder: Folder, key: WardKey, at: int) -> None:
    try:
        looked = connect_to_look(folder.database, *database_key(key))
    except (dbapi2.Error, Problem):
        return
    with closing(looked):
        asked = "SELECT number, hash FROM entries ORDER BY number DESC LIMIT 1"
        wanted = "SELECT hash FROM entries WHERE number = ?"
        try:
            for number, hashed in looked.execute(asked):
                here.head = Head(number, hashed)
            for (hashed,) in looked.execute(wanted, (at,)):
                here.hash_at = hashed
            rows: set[Row] = set()
            for name in _PRIVATE:
                found = looked.execute(str(select(TABLES.tables[name])))
                names = [column[0] for column in found.description]
                rows |= {
                    (name, frozenset(zip(names, row, strict=True))) for row in found
                }
            here.private = frozenset(rows)
        except dbapi2.Error:
            return


def _read_journal(here: _Standing, folder: Folder, key: WardKey, at: int) -> None:
    with suppress(NotReadable):
        for lines in _lines_of(folder, key, Book.JOURNAL):
            for change in lines.changes:
                number, hashed = change.cells["number"], change.cells["hash"]
                if number >= here.head.number:
                    here.head = Head(number, hashed)
                if number == at:
                    here.hash_at = hashed
    # Where a part of it is damaged, the database is the better witness.
    has_witness = here.private is not None
    with suppress(NotReadable):
        told = _lines_of(folder, key, Book.DRAFTS, is_strict=has_witness)
        here.private = _rows_told(told)


def _rows_told(told: Iterable[Lines]) -> frozenset[Row]:
    """Return the rows that stand after everything a private file says."""
    rows: dict[tuple[str, ...], Row] = {}
    for lines in told:
        if lines.is_whole:
            rows.clear()
        for change in lines.changes:
            keys = [column.name for column in TABLES.tables[change.table].primary_key]
            place = (change.table, *(str(change.cells[name]) for name in keys))
            rows.pop(place, None)
            if not change.is_gone:
                rows[place] = (change.table, frozenset(change.cells.items()))
    return frozenset(rows.values())


def _lines_of(
    folder: Folder, key: WardKey, book: Book, *, is_strict: bool = False
) -> Iterator[Lines]:
    """Give what every record says that can be read.

    Raises:
        NotReadable: There is no such file of this ward's, or ``is_strict`` and it is
            damaged.
        Problem: A newer program wrote it.
    """
    with opened_file(path_of(folder, book), journal_key(key), book) as (file, seal):
        for one in survey(file, seal):
            if isinstance(one, Record):
                yield lines_from_bytes(one.payload)
            elif is_strict:
                raise NotReadable
