"""One connection, one lock, durable transactions; a broken connection is replaced."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Dialect, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.journal import Journal
from coprod_desktop.store.problems import problem_from
from coprod_desktop.store.turn import RowChange, Turn

Connect = Callable[[], Any]
"""Gives a new driver's connection, keyed and set."""

_FAILURES = (DBAPIError, dbapi2.Error, OSError)
_NOT_WRITTEN = (*_FAILURES, Problem)


class Database:
    """The open file and the journal beside it. Threads take turns."""

    def __init__(
        self,
        connect: Connect,
        journal: Journal | None = None,
        *,
        is_read_only: bool = False,
    ) -> None:
        """Get ready; nothing is opened before it is used."""
        self.is_read_only = is_read_only
        self.suspect: Path | None = None
        """Where damage that is found is noted, so that the next opening mends it."""
        self._lock = threading.RLock()
        self._is_closed = False
        self._engine = _engine(connect)
        self._driver: Any = None
        self._kept = object()
        self.journal = journal
        self.sharings = 0
        """Goes up whenever entries were written: what was read before may be old."""

    @contextmanager
    def transaction(self) -> Iterator[Turn]:
        """Give a turn; what was done in it is on the disk on leaving.

        First the journal has it, then the database; only when both do does this return.
        An error takes everything back, in both.

        Raises:
            Problem: The disk is full or broken, or the file is.
        """
        with self._taking_turns():
            changes: list[RowChange] = []
            try:
                with self._turn() as turn:
                    changes = turn.changes
                    yield turn
                    if changes and self.journal is not None:
                        self.journal.write(turn)
            except _NOT_WRITTEN:
                if not self._has_landed():
                    raise
            self.sharings += any(one.table == "entries" for one in changes)
            if changes and self.journal is not None:
                self.journal.confirm(changes)
                if self.journal.wants_tidying:
                    # What was asked for is done. Tidying is tried again at the next
                    # change, at closing and at opening, until it succeeds.
                    with suppress(Problem):
                        self.tidy()

    def tidy(self) -> None:
        """See to it that what was erased or written over stands in no file of ours.

        Raises:
            Problem: The disk is full or broken. Nothing is lost.
        """
        with self._taking_turns():
            if self.journal is not None and not self.journal.is_tidy:
                with self._turn() as turn:
                    self.journal.tidy(turn)
            self._empty_log()

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file and leave it empty.

        Raises:
            Problem: The disk is full or broken. Nothing is lost: the log stays.
        """
        with self._taking_turns():
            self._empty_log()

    def close(self) -> None:
        """Tidy, fold the log in, and close. A second call changes nothing.

        Raises:
            Problem: The tidying failed. Nothing is lost, and all is closed.
        """
        with self._lock:
            if self._is_closed:
                return
            try:
                self.tidy()
            finally:
                self.abandon()

    def abandon(self) -> None:
        """Close without tidying: nothing was written, or nothing can be."""
        with self._lock:
            self._disconnect()
            if self.journal is not None:
                self.journal.close()
            self._is_closed = True

    def note_damage(self, what: str = "database") -> None:
        """See to it that the next opening makes a file anew from the others.

        ``what`` is ``database`` or the name of a journal file.
        """
        if self.suspect is not None:
            # Where nothing can be written, nothing can be mended either.
            with suppress(OSError), self.suspect.open("a", encoding="ascii") as file:
                file.write(f"{what}\n")

    def _has_landed(self) -> bool:
        """Whether a transaction that ended in failure is in both files all the same.

        Where it is not, the journal's records are taken back, or that stays owed.
        """
        if self.journal is None or not self.journal.is_pending:
            return False
        self._disconnect()
        try:
            with self._turn() as turn:
                return self.journal.settle(turn)
        except _FAILURES:
            # The disk does not answer. The journal writes nothing before this is done.
            return False

    def _empty_log(self) -> None:
        # Past SQLAlchemy, which would open a transaction that this must not have.
        self._connected().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextmanager
    def _turn(self) -> Iterator[Turn]:
        """Give a transaction, which ends well or is taken back as if it had not been.

        SQLAlchemy's own costs more than all else in a save; it is asked to take part
        only where a turn asks for its connection.
        """
        driver = self._connected()
        driver.execute("BEGIN IMMEDIATE")
        turn = Turn(
            driver,
            self._engine.connect,
            before=self._kept,
            is_read_only=self.is_read_only,
        )
        kept = object()
        try:
            yield turn
            if turn.is_given_up:
                driver.rollback()
            else:
                _commit(driver)
                kept = turn.after if turn.changes else self._kept
        except BaseException:
            driver.rollback()
            raise
        finally:
            self._kept = kept
            turn.close()
        if turn.is_given_up:
            self._disconnect()

    def _connected(self) -> Any:
        """Return the driver's connection, the one that the engine has."""
        if self._driver is None:
            with closing(self._engine.raw_connection()) as found:
                self._driver = found.driver_connection
        return self._driver

    def _disconnect(self) -> None:
        self._driver = None
        self._engine.dispose()

    @contextmanager
    def _taking_turns(self) -> Iterator[None]:
        """Let one thread through, and part with a connection that has failed.

        After a failed sync nobody knows what the system still holds, so the next turn
        opens another connection, which reads back what the disk has.
        """
        with self._lock:
            if self._is_closed:
                raise RuntimeError("the store is closed")
            try:
                yield
            except _FAILURES as error:
                self._disconnect()
                problem = problem_from(error)
                if problem is None:
                    raise
                if problem.key == "store.database_damaged":
                    self.note_damage()
                raise problem from error


def _commit(driver: Any) -> None:
    driver.execute("COMMIT")


# What was compiled for one file serves the next: a third of opening a ward went there.
_COMPILED: dict[object, object] = {}


@cache
def _dialect() -> Dialect:
    """Return how to speak to the library; it is asked once what it can."""
    engine = create_engine("sqlite://", module=dbapi2, poolclass=StaticPool)
    engine.connect().close()
    engine.dispose()
    return engine.dialect


def _engine(connect: Connect) -> Engine:
    engine = Engine(
        StaticPool(connect, dialect=_dialect()),
        _dialect(),
        make_url("sqlite://"),
        execution_options={"compiled_cache": _COMPILED},
        # An error must never show what somebody wrote.
        hide_parameters=True,
    )
    event.listen(engine, "connect", _never_too_old)
    event.listen(engine, "begin", _begin)
    return engine


def _never_too_old(_: Any, record: Any) -> None:
    """Keep a connection whatever the clock on the wall says.

    The pool parts with connections that are older than its last mishap, and until there
    is one, that means older than 1970. By a clock that stands before 1970 each would
    be, and the next would find the file locked by the one before.
    """
    record.starttime = float("inf")


def _begin(connection: Connection) -> None:
    # At once, not at the first write: the driver's own BEGIN would also end a
    # transaction before each change of the schema.
    driver: Any = connection.connection.driver_connection
    if not driver.in_transaction:
        driver.execute("BEGIN IMMEDIATE")
