"""What the record tells of the ward itself, read once and kept until there is more."""

from __future__ import annotations

from sqlalchemy import select

from coprod_desktop.model.record import WardFolding, WardState
from coprod_desktop.store.database import Database
from coprod_desktop.store.rows import entry_from_row, reading_record
from coprod_desktop.store.schema import entries


class WardReader:
    """Reads the ward's name, people, keys and settings. Not inside a transaction."""

    def __init__(self, database: Database) -> None:
        """Read from an open file."""
        self._database = database
        self._folding = WardFolding()
        self._known = 0
        self._read_at = -1
        self._state = WardState()

    def __call__(self) -> WardState:
        """Return the ward as its newest entry leaves it.

        Raises:
            Problem: The file is damaged.
        """
        # An autosave asks as well: nothing is read while nobody shares anything.
        now = self._database.sharings
        if self._read_at == now:
            return self._state
        wanted = select(entries).where(
            entries.c.document == "", entries.c.number > self._known
        )
        with self._database.transaction() as turn, reading_record():
            for row in turn.execute(wanted.order_by(entries.c.number)).all():
                self._folding.take(entry_from_row(row))
                self._known = row.number
        self._read_at, self._state = now, self._folding.state()
        return self._state
