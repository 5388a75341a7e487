"""One transaction as its body sees it: reading, and writing rows that are journaled.

Whoever changes a row of a journaled table says so with :meth:`Turn.put` and
:meth:`Turn.drop`; the change then stands in the journal before the transaction ends.
Lists that can be folded again, such as ``documents``, are written by
:meth:`Turn.execute`. Which table is journaled, and where: ``schema.BOOKS``.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from sqlalchemy import (
    Connection,
    CursorResult,
    Executable,
    Table,
    bindparam,
    delete,
    func,
    select,
)
from sqlalchemy.dialects.sqlite import dialect as sqlite_dialect
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.sql.dml import UpdateBase

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.schema import BOOKS, Book, entries

Cells = dict[str, Any]
"""Columns and what stands in them: text, whole numbers, bytes or None."""


@dataclass(frozen=True, slots=True)
class RowChange:
    """One row as it now stands, or the key of a row that is gone."""

    table: str
    cells: Cells
    """The whole row, or for a row that is gone the columns of its key."""
    is_gone: bool = False

    @property
    def book(self) -> Book:
        """The journal file in which it stands."""
        return BOOKS[self.table]


class Turn:
    """A transaction that is open."""

    def __init__(
        self,
        driver: Any,
        connect: Callable[[], Connection],
        *,
        before: object = None,
        is_read_only: bool = False,
    ) -> None:
        """Start with nothing changed.

        ``driver`` is the driver's connection, and ``connect`` gives SQLAlchemy's of the
        same: what is asked at every save goes past it, for that is half of its time.
        """
        self._is_read_only = is_read_only
        self._driver = driver
        self._connect = connect
        self._connection: Connection | None = None
        self.changes: list[RowChange] = []
        """What the journal must have before this transaction ends, in order."""
        self.before = before
        """Stands for all that is kept at the beginning of this turn. It is the
        ``after`` of the turn that has changed something last."""
        self.after = object()
        self.is_given_up = False
        """Whether the connection is of no more use, and nothing is to be kept."""

    @property
    def connection(self) -> Connection:
        """SQLAlchemy's connection, in the same transaction."""
        if self._connection is None:
            self._connection = self._connect()
            # It must know that this is one, or Alembic would end it.
            if not self._connection.in_transaction():
                self._connection.begin()
        return self._connection

    def close(self) -> None:
        """Let go of what was asked for, when the transaction has ended."""
        if self._connection is not None:
            self._connection.close()

    def put(self, table: Table, cells: Cells) -> None:
        """Write a whole row in place of the one with its key, where there is one.

        ``cells`` has every column of the table.

        Raises:
            Problem: The ward is open to read only.
        """
        self._check_writing()
        sql, names = _putting(table)
        self._driver.execute(sql, [cells[name] for name in names])
        self._remember(RowChange(table.name, dict(cells)))

    def drop(self, table: Table, key: Cells) -> bool:
        """Remove the row with this key; return whether there was one.

        ``key`` has every column of the table's primary key.

        Raises:
            Problem: The ward is open to read only.
        """
        self._check_writing()
        sql, names = _dropping(table)
        found = self._driver.execute(sql, [key[name] for name in names])
        if not found.rowcount:
            return False
        self._remember(RowChange(table.name, dict(key), is_gone=True))
        return True

    def rows(self, table: Table, where: Cells) -> list[Cells]:
        """Return the rows in which these columns say this, in order of their keys."""
        sql, names = _reading(table, tuple(where))
        found = self._driver.execute(sql, [where[name] for name in names])
        columns = table.columns.keys()
        return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]

    def execute(
        self, statement: Executable, cells: Cells | None = None
    ) -> CursorResult[Any]:
        """Read, or write what the journal need not know.

        Raises:
            ValueError: It would change a journaled row behind the journal's back.
            Problem: The ward is open to read only.
        """
        if isinstance(statement, UpdateBase):
            self._check_writing()
            name = getattr(statement.table, "name", "")
            if name in BOOKS:
                raise ValueError(f"{name} is journaled: put or drop its rows")
        return self.connection.execute(statement, cells or {})

    def prove_read(self) -> None:
        """See to it that all that was read up to now was really in the file.

        A damaged page that holds the end of a long value is handed out as zeros; only
        when the next page is opened does SQLCipher say so (4.19; found by damaging
        files). Asked before what was read takes the place of anything else.

        Raises:
            DBAPIError: Something of it was damaged.
        """
        # Without the pages that are kept in memory, the next one must be opened.
        self.connection.exec_driver_sql("PRAGMA shrink_memory")
        self.connection.execute(select(func.max(entries.c.number))).one()

    def _remember(self, change: RowChange) -> None:
        if change.table in BOOKS:
            self.changes.append(change)

    def _check_writing(self) -> None:
        if self._is_read_only:
            raise Problem("store.read_only")


Prepared = tuple[str, tuple[str, ...]]
"""A statement as SQLite takes it, and which column each of its values is of."""


@cache
def _putting(table: Table) -> Prepared:
    new = insert(table)
    keys = [column.name for column in table.primary_key]
    rest = [column.name for column in table.columns if column.name not in keys]
    if not rest:
        return _prepared(new.on_conflict_do_nothing(keys))
    # Tables that are never changed have triggers that refuse this.
    changed = {name: new.excluded[name] for name in rest}
    return _prepared(new.on_conflict_do_update(keys, set_=changed))


@cache
def _dropping(table: Table) -> Prepared:
    keys = (column == bindparam(column.name) for column in table.primary_key)
    return _prepared(delete(table).where(*keys))


@cache
def _reading(table: Table, names: tuple[str, ...]) -> Prepared:
    wanted = (table.columns[name] == bindparam(name) for name in names)
    return _prepared(select(table).where(*wanted).order_by(*table.primary_key))


def _prepared(statement: Any) -> Prepared:
    compiled = statement.compile(dialect=sqlite_dialect())
    return str(compiled), tuple(compiled.positiontup)
