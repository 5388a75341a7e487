"""What the record tells of the ward itself, read once and kept until there is more."""

from __future__ import annotations

from sqlalchemy import select

from coprod_desktop.model.record import WardFolding, WardState
from coprod_desktop.store.database import Database
from coprod_desktop.store.projections import read_head
from coprod_desktop.store.rows import entry_from_row, reading_record
from coprod_desktop.store.schema import entries


class WardReader:
    """Reads the ward's name, people, keys and settings. Not inside a transaction."""

    def __init__(self, database: Database) -> None:
        """Read from an open file."""
        self._database = database
        self._folding = WardFolding()
        self._known: tuple[int, WardState] = (0, WardState())

    def __call__(self) -> WardState:
        """Return the ward as its newest entry leaves it.

        Raises:
            Problem: The file is damaged.
        """
        known, state = self._known
        wanted = select(entries).where(
            entries.c.document == "", entries.c.number > known
        )
        with self._database.transaction() as turn, reading_record():
            head = read_head(turn).number
            if head == known:
                return state
            rows = turn.execute(wanted.order_by(entries.c.number)).all()
            for row in rows:
                self._folding.take(entry_from_row(row))
        self._known = (head, self._folding.state() if rows else state)
        return self._known[1]
