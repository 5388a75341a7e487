"""How each person likes to read, kept for them under the ward's key.

It lies where private words lie, sealed in the same way, and is journaled and backed up
with them. The ward reads it, whoever has a key of their own: it is needed before
somebody signs in, and staff may help to choose.
"""

from __future__ import annotations

from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.people import PersonId
from coprod_desktop.store.database import Database
from coprod_desktop.store.draft_seals import READING, WARD, DraftSeals, Place
from coprod_desktop.store.schema import drafts


class Readings:
    """Finds and keeps how people read. Every call may come from any thread."""

    def __init__(self, database: Database, seals: DraftSeals) -> None:
        """Read from, and write to, an open file."""
        self._database = database
        self._seals = seals

    def of(self, person: PersonId) -> str | None:
        """Return what was kept for somebody; None where nothing was.

        Raises:
            Problem: It is not as it was sealed.
        """
        place = _place(person)
        with self._database.transaction() as turn:
            for row in turn.rows(drafts, place.cells):
                return self._seals.read(turn, place, row["sealed"])
        return None

    def keep(self, person: PersonId, text: str) -> None:
        """Keep it in place of what was kept before. When it returns, the disk has it.

        Raises:
            Problem: It could not be written.
        """
        with self._database.transaction() as turn:
            self._seals.keep(turn, _place(person), text, {WARD: b""})


def _place(person: PersonId) -> Place:
    return Place(DocumentId(""), READING, person)
