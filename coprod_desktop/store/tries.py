"""Tries at a door are counted on the disk before they are looked at (SAFETY, T8).

So a program that is stopped between a try and its answer has counted it all the same.
The waits go by a clock that only runs forward and that nobody sets; after a restart the
whole wait is owed again. Nothing is ever wiped.
"""

from __future__ import annotations

from collections.abc import Callable
from math import ceil

from sqlalchemy import select

from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.tries import tries_left, wait_s
from coprod_desktop.store.database import Database
from coprod_desktop.store.schema import tries
from coprod_desktop.store.turn import Turn


class Tries:
    """Counts how often each door was tried since it last opened."""

    def __init__(self, database: Database, monotonic: Callable[[], float]) -> None:
        """Start owing every wait from now on."""
        self._database = database
        self._monotonic = monotonic
        self._opened_at = monotonic()
        self._last: dict[PersonId, float] = {}

    def left(self, person: PersonId) -> int:
        """Return how many tries there are before the door is closed."""
        with self._database.transaction() as turn:
            return tries_left(_failed(turn, person))

    def wait_s(self, person: PersonId) -> int:
        """Return how many whole seconds must pass before the next try."""
        with self._database.transaction() as turn:
            return self._wait_s(person, _failed(turn, person))

    def count(self, person: PersonId) -> None:
        """Count one more try. Only when this returns may its answer be looked at.

        Raises:
            Problem: The door is closed, it is too early, or it could not be counted.
        """
        with self._database.transaction() as turn:
            failed = _failed(turn, person)
            if not tries_left(failed):
                raise Problem("store.door_closed")
            wait = self._wait_s(person, failed)
            if wait:
                raise Problem("store.door_waits", seconds=wait)
            turn.put(tries, {"person": person, "failed": failed + 1})
            self._last[person] = self._monotonic()

    def forgive(self, person: PersonId, turn: Turn | None = None) -> None:
        """Start counting again: the door opened, or there is another one.

        Raises:
            Problem: It could not be written.
        """
        if turn is not None:
            turn.put(tries, {"person": person, "failed": 0})
            return
        with self._database.transaction() as own:
            own.put(tries, {"person": person, "failed": 0})

    def _wait_s(self, person: PersonId, failed: int) -> int:
        since = self._last.get(person, self._opened_at)
        return max(0, ceil(wait_s(failed) - (self._monotonic() - since)))


def _failed(turn: Turn, person: PersonId) -> int:
    wanted = select(tries.c.failed).where(tries.c.person == person)
    return turn.execute(wanted).scalar() or 0
