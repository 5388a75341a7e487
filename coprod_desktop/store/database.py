"""One connection, one lock, durable transactions; a broken connection is replaced."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import StaticPool
from sqlcipher3 import dbapi2

from coprod_desktop.store.problems import problem_from
from coprod_desktop.store.turn import Turn

Connect = Callable[[], Any]
"""Gives a new driver's connection, keyed and set."""


class Database:
    """The open file. Threads take turns."""

    def __init__(self, connect: Connect) -> None:
        """Get ready; nothing is opened before it is used."""
        self._lock = threading.RLock()
        self._is_closed = False
        self._engine = _engine(connect)

    @contextmanager
    def transaction(self) -> Iterator[Turn]:
        """Give a turn; what was done in it is on the disk on leaving.

        An error takes everything back.

        Raises:
            Problem: The disk is full or broken, or the file is.
        """
        with self._turn(), self._engine.begin() as connection:
            yield Turn(connection)

    def checkpoint(self) -> None:
        """Fold the write-ahead log into the file and leave it empty.

        Raises:
            Problem: The disk is full or broken. Nothing is lost: the log stays.
        """
        with self._turn(), closing(self._engine.raw_connection()) as connection:
            # Past SQLAlchemy, which would open a transaction that this must not have.
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    def close(self) -> None:
        """Checkpoint and close. A second call changes nothing.

        Raises:
            Problem: The checkpoint failed. Nothing is lost, and all is closed.
        """
        with self._lock:
            if self._is_closed:
                return
            try:
                self.checkpoint()
            finally:
                self._engine.dispose()
                self._is_closed = True

    def abandon(self) -> None:
        """Close without a checkpoint: nothing was written, or nothing can be."""
        with self._lock:
            self._engine.dispose()
            self._is_closed = True

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """Let one thread through, and part with a connection that has failed.

        After a failed sync nobody knows what the system still holds, so the next turn
        opens another connection, which reads back what the disk has.
        """
        with self._lock:
            if self._is_closed:
                raise RuntimeError("the store is closed")
            try:
                yield
            except (DBAPIError, dbapi2.Error) as error:
                self._engine.dispose()
                problem = problem_from(error)
                if problem is None:
                    raise
                raise problem from error


def _engine(connect: Connect) -> Engine:
    engine = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=connect,
        poolclass=StaticPool,
        # An error must never show what somebody wrote.
        hide_parameters=True,
    )
    event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: Connection) -> None:
    # At once, not at the first write: the driver's own BEGIN would also end a
    # transaction before each change of the schema.
    connection.exec_driver_sql("BEGIN IMMEDIATE")
