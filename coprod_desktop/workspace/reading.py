"""How people like to read: kept with each of them, for whenever they sit down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.reading import Reading, reading_from_text, reading_to_text

if TYPE_CHECKING:
    from coprod_desktop.store.vault import Store


class HowPeopleRead:
    """One for an open ward. Nobody needs to be signed in: staff may help to choose."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def of(self, person: PersonId) -> Reading | None:
        """Return how somebody likes to read; None where they have not chosen yet.

        Raises:
            Problem: What was kept cannot be read.
        """
        kept = self._store.readings.of(person)
        if kept is None:
            return None
        try:
            return reading_from_text(kept)
        except ValueError:
            raise Problem("store.database_damaged") from None

    def keep(self, person: PersonId, reading: Reading) -> None:
        """Keep how somebody likes to read.

        Raises:
            Problem: It could not be written; what was kept before stands.
        """
        self._store.readings.keep(person, reading_to_text(reading))
