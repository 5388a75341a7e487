"""Letting people in."""

from __future__ import annotations

from coprod_desktop.model.bodies import PersonJoined
from coprod_desktop.model.people import Person, PersonId
from coprod_desktop.store.database import Database
from coprod_desktop.store.seeds import Seeds
from coprod_desktop.store.writing import EntryWriter


class Members:
    """The people of one ward. Who they are stands in the record."""

    def __init__(self, database: Database, writer: EntryWriter, seeds: Seeds) -> None:
        """Write to an open file."""
        self._database = database
        self._writer = writer
        self._seeds = seeds

    def add(self, person: Person, by: PersonId) -> None:
        """Let somebody in, with a key of their own to sign with.

        Raises:
            ValueError: They have joined before, or ``by`` has not.
            Problem: It could not be written.
        """
        with self._database.transaction() as turn:
            public = self._seeds.make(turn, person.id)
            self._writer.write(turn, by, [("", PersonJoined(person, public))])
