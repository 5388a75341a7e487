"""The index of shared words: a projection, so that nobody has to read all to find some.

FTS5, inside the encrypted file. It holds the newest version of each statement, and
nothing that is private: a row is written when words are shared, never while they are
typed. Newest first is the order of its rows, for FTS5 gives rows in order at once, and
the last of many only after it has been through them all; so a row's id counts down
from ``TOP``. Ranking (bm25) would read every row with the word: seconds for "the".

The index keeps words only, no places and no texts: what was found is read from its
entry.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import cast

from sqlalchemy import Integer, Text, column, delete, insert, select, table

from coprod_desktop.model.bodies import StatementShared
from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.entries import Entry, Kind
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.progress import MANY, Progress
from coprod_desktop.model.record import body_of
from coprod_desktop.model.search_words import search_words
from coprod_desktop.store.rows import Values, entry_from_row
from coprod_desktop.store.schema import documents, entries
from coprod_desktop.store.turn import Turn

TOP = 2**40

ROWS_AT_ONCE = 1_000

words_index = table("words_index", column("rowid", Integer), column("words", Text))

_PATIENT_MARK = "\ue000"
"""Begins the word that says whose document it is. No other word begins so: it is a sign
for private use, at which :func:`search_words` parts words."""


def row_of(number: int) -> int:
    """Return the id of the row of an entry, and the entry of a row."""
    return TOP - number


def patient_word(patient: PersonId) -> str:
    """Return the word under which everything in a patient's documents is found."""
    # Hexadecimal: ids may hold signs that part words.
    return _PATIENT_MARK + patient.encode().hex()


def keep_words(turn: Turn, entry: Entry, body: StatementShared, patient: str) -> None:
    """Put newly shared words in, in place of the version before."""
    if body.version > 1:
        before = _version_before(turn, entry, body)
        if before is not None:
            turn.execute(
                delete(words_index).where(words_index.c.rowid == row_of(before))
            )
    turn.execute(insert(words_index), _values(entry, body, PersonId(patient)))


def fill(turn: Turn, progress: Progress = lambda *_: None) -> None:
    """Make the index anew from all entries.

    Raises:
        KeyError, TypeError, ValueError: An entry is not what its kind is, or is about a
            document that was never started.
    """
    turn.connection.exec_driver_sql(
        "INSERT INTO words_index(words_index) VALUES('delete-all')"
    )
    rows = _every_row(turn, progress)
    while waiting := list(islice(rows, ROWS_AT_ONCE)):
        turn.connection.execute(insert(words_index), waiting)


def is_in_step(turn: Turn, progress: Progress = lambda *_: None) -> bool:
    """Whether the index holds the words of the entries, each as often, and no others.

    Reads every word that was ever shared, so that an old page of the index shows.

    Raises:
        DBAPIError: The index does not fit together in itself.
    """
    asked = turn.connection.exec_driver_sql
    asked("INSERT INTO words_index(words_index) VALUES('integrity-check')")
    ids, words = set[int](), Counter[str]()
    try:
        for row in _every_row(turn, progress):
            ids.add(row["rowid"])
            words.update(row["words"].split(" "))
    except KeyError:
        return False  # a form that is not in the list of forms
    asked(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.indexed_words"
        " USING fts5vocab('main', 'words_index', 'row')"
    )
    kept = asked("SELECT term, doc FROM temp.indexed_words").all()
    found = set(asked("SELECT rowid FROM words_index").scalars())
    return words == {row.term: row.doc for row in kept} and ids == found


def _every_row(turn: Turn, progress: Progress) -> Iterator[Values]:
    """Give what the index must hold, the newest first."""
    newest = 0
    rows = turn.execute(select(documents.c.id, documents.c.patient))
    patients: dict[str, PersonId] = {row.id: row.patient for row in rows}
    later = set[tuple[str, str]]()
    # The newest first: FTS5 takes rows fastest in the order of their ids.
    for count, (entry, body) in enumerate(_shared_backwards(turn)):
        newest = newest or entry.number
        if count % MANY == 0:
            progress(newest - entry.number, newest)
        document = entry.unsigned.document
        statement = (document, body.statement)
        if statement in later:
            continue
        if body.version > 1:
            later.add(statement)
        yield _values(entry, body, patients[document])


def _values(entry: Entry, body: StatementShared, patient: PersonId) -> Values:
    said = " ".join(one.text for one in body.said.words)
    words = dict.fromkeys(search_words(said))
    told = " ".join((patient_word(patient), *words))
    return {"rowid": row_of(entry.number), "words": told}


def _version_before(turn: Turn, entry: Entry, body: StatementShared) -> int | None:
    document = DocumentId(entry.unsigned.document)
    earlier = _shared_backwards(turn, document, entry.number)
    numbers = (one.number for one, said in earlier if said.statement == body.statement)
    return next(numbers, None)


def _shared_backwards(
    turn: Turn, document: DocumentId | None = None, below: int = TOP
) -> Iterator[tuple[Entry, StatementShared]]:
    wanted = select(entries).where(entries.c.kind == Kind.STATEMENT_SHARED.value)
    if document is not None:
        wanted = wanted.where(entries.c.document == document)
    wanted = wanted.order_by(entries.c.number.desc()).limit(ROWS_AT_ONCE)
    while True:
        rows = turn.execute(wanted.where(entries.c.number < below)).all()
        if not rows:
            return
        for row in rows:
            entry = entry_from_row(row)
            yield entry, cast("StatementShared", body_of(entry))
        below = rows[-1].number
