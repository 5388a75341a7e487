"""Finding shared words: in a patient's documents, or in the whole ward's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, text

from coprod_desktop.model.bodies import StatementShared
from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.entries import Entry
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.record import body_of
from coprod_desktop.model.search_words import question_words
from coprod_desktop.model.wire import instant_from_json
from coprod_desktop.store.database import Database
from coprod_desktop.store.rows import entry_from_row, reading_record
from coprod_desktop.store.schema import entries
from coprod_desktop.store.words_index import patient_word, row_of

PAGE = 50

_FOUND = text(
    "SELECT rowid FROM words_index WHERE words_index MATCH :asked AND rowid > :after"
    " ORDER BY rowid LIMIT :most"
)


@dataclass(frozen=True, slots=True)
class FoundWords:
    """A statement in which every word that was looked for stands."""

    number: int
    """Of the entry that shared it."""
    document: DocumentId
    question: str
    voice: PersonId
    at: datetime
    words: str


class Search:
    """Finds statements by their words, the one shared last first."""

    def __init__(self, database: Database) -> None:
        """Read from an open file."""
        self._database = database

    def find(
        self,
        asked: str,
        patient: PersonId | None = None,
        *,
        before: int | None = None,
        most: int = PAGE,
    ) -> tuple[FoundWords, ...]:
        """Return the statements that hold every word of a question, newest first.

        Only what is shared, and of each statement its newest version. Of one patient's
        documents where they are named. ``before`` is the number of the last one that
        was found, for the next page.

        Raises:
            Problem: The file is damaged.
        """
        words = question_words(asked)
        if not words:
            return ()
        if patient is not None:
            words = (patient_word(patient), *words)
        values = {
            # In quotation marks a word is a word, whatever FTS5 makes of it otherwise.
            "asked": " ".join(f'"{word}"' for word in words),
            "after": -1 if before is None else row_of(before),
            "most": most,
        }
        with self._database.transaction() as turn, reading_record():
            rows = turn.execute(_FOUND, values).scalars()
            numbers = [row_of(row) for row in rows]
            wanted = select(entries).where(entries.c.number.in_(numbers))
            found = turn.execute(wanted.order_by(entries.c.number.desc()))
            return tuple(_found(entry_from_row(row)) for row in found)


def _found(entry: Entry) -> FoundWords:
    body = body_of(entry)
    if not isinstance(body, StatementShared):
        raise ValueError("the index names an entry that shares nothing")
    return FoundWords(
        entry.number,
        DocumentId(entry.unsigned.document),
        body.question,
        body.voice,
        instant_from_json(entry.unsigned.at),
        "\n".join(one.text for one in body.said.words if one.text),
    )
