"""The tables, and the triggers that keep the record append-only.

What is written here and what the migrations build must be the same; a test compares.
Triggers stop mistakes; chain and signatures show what triggers cannot stop.
"""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)

TABLES = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False)


def _number(name: str) -> Column[int]:
    return Column(name, Integer, nullable=False)


entries = Table(
    "entries",
    TABLES,
    Column("number", Integer, primary_key=True, autoincrement=False),
    _text("ward"),
    _text("document"),
    _text("kind"),
    _text("body"),
    _text("by"),
    _text("at"),
    Column("previous", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("signature", LargeBinary, nullable=False),
    Index("entries_by_document", "document", "number"),
    sqlite_strict=True,
)

head = Table(
    "head",
    TABLES,
    Column("one", Integer, primary_key=True, autoincrement=False),
    _number("number"),
    Column("hash", LargeBinary, nullable=False),
    CheckConstraint("one = 1", name="head_is_one"),
    sqlite_strict=True,
)
"""Where the record ends. One row."""

seeds = Table(
    "seeds",
    TABLES,
    Column("person", Text, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""What the ward signs with for each person who has no key of their own, sealed."""

person_keys = Table(
    "person_keys",
    TABLES,
    Column("person", Text, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""What each person signs and reads with, sealed under a key that a door of theirs
opens; see ``own_keys``."""

doors = Table(
    "doors",
    TABLES,
    Column("person", Text, primary_key=True),
    Column("kind", Text, primary_key=True),
    _text("pages"),
    _number("memory_kib"),
    _number("passes"),
    _number("lanes"),
    Column("salt", LargeBinary, nullable=False),
    Column("nonce", LargeBinary, nullable=False),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""The way to a person's own key; see ``person_doors``."""

tries = Table(
    "tries",
    TABLES,
    Column("person", Text, primary_key=True),
    _number("failed"),
    sqlite_strict=True,
)
"""How often a door was tried since it last opened."""

escrow_drafts = Table(
    "escrow_drafts",
    TABLES,
    Column("person", Text, primary_key=True),
    _text("named"),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""What a person reads their drafts with, sealed for two people; see ``escrow``."""

escrow_shares = Table(
    "escrow_shares",
    TABLES,
    Column("person", Text, primary_key=True),
    Column("holder", Text, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""The half that each of the two needs, sealed to them."""

drafts = Table(
    "drafts",
    TABLES,
    Column("document", Text, primary_key=True),
    Column("question", Text, primary_key=True),
    Column("voice", Text, primary_key=True),
    Column("scribe", Text, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""Private words, each draft sealed under a key of its own. ``scribe`` is who writes for
a voice whose own key is closed, else empty; see ``drafts``."""

draft_keys = Table(
    "draft_keys",
    TABLES,
    Column("document", Text, primary_key=True),
    Column("question", Text, primary_key=True),
    Column("voice", Text, primary_key=True),
    Column("scribe", Text, primary_key=True),
    Column("reader", Text, primary_key=True),
    Column("sealed", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""The key of each draft, sealed to everybody who may read it; an empty reader is the
ward, for people without a key of their own."""

progress = Table(
    "progress",
    TABLES,
    Column("document", Text, primary_key=True),
    Column("person", Text, primary_key=True),
    _text("question"),
    _text("picked"),
    _number("seen"),
    sqlite_strict=True,
)

documents = Table(
    "documents",
    TABLES,
    Column("id", Text, primary_key=True),
    _text("template"),
    _number("template_version"),
    _text("patient"),
    _text("started_at"),
    _number("started"),
    _number("statements"),
    _number("newest"),
    _text("changed_at"),
    Index("documents_by_patient", "patient", "started"),
    Index("documents_by_start", "started"),
    sqlite_strict=True,
)
"""A projection: everything in it can be read from the record again."""

journal_mark = Table(
    "journal_mark",
    TABLES,
    Column("book", Text, primary_key=True),
    Column("file", LargeBinary, nullable=False),
    _number("sequence"),
    _number("place"),
    Column("tag", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""The last record of each journal file that this database has in it; decision 012."""


photographs = Table(
    "photographs",
    TABLES,
    Column("sha256", LargeBinary, primary_key=True),
    Column("part", Integer, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
    sqlite_strict=True,
)
"""Files of photographs in parts, counted from 0; see ``photographs``. The entries say
which there are, and what each must be to the byte."""


class Book(StrEnum):
    """A journal file."""

    JOURNAL = "journal"
    """Written on for ever: what was shared, and whose keys are whose."""
    DRAFTS = "drafts"
    """Written anew whenever something is erased: what is private, or may go."""


BOOKS = {
    "entries": Book.JOURNAL,
    "photographs": Book.JOURNAL,
    "seeds": Book.DRAFTS,
    "person_keys": Book.DRAFTS,
    "doors": Book.DRAFTS,
    "tries": Book.DRAFTS,
    "escrow_drafts": Book.DRAFTS,
    "escrow_shares": Book.DRAFTS,
    "draft_keys": Book.DRAFTS,
    "drafts": Book.DRAFTS,
}
"""Where each journaled table is journaled. The order is that of writing anew.

A row that may have to be gone for good, such as private words or a key that was given
up, belongs to ``DRAFTS``: what stands in ``JOURNAL`` once stays there.
"""

NEVER_GONE = frozenset({"entries", "photographs"})
"""Tables in which nothing is ever changed or removed."""

UNJOURNALED = frozenset({"head", "documents", "journal_mark", "progress"})
"""Tables that the journal has not: folded from the others, or worth no sync.

Where somebody was in a form is no word of theirs; it is lost with the database alone.
"""

WORDS_INDEX = (
    "CREATE VIRTUAL TABLE words_index USING fts5(words, content='',"
    " contentless_delete=1, detail=none, tokenize='ascii')"
)
"""The index of shared words, a projection too; see :mod:`words_index`."""

TRIGGERS = (
    """
    CREATE TRIGGER entries_stay BEFORE UPDATE ON entries
    BEGIN SELECT RAISE(ABORT, 'entries are never changed'); END
    """,
    """
    CREATE TRIGGER entries_are_kept BEFORE DELETE ON entries
    BEGIN SELECT RAISE(ABORT, 'entries are never removed'); END
    """,
    # Also stops INSERT OR REPLACE, which removes without asking the trigger above.
    """
    CREATE TRIGGER entries_follow BEFORE INSERT ON entries
    WHEN NEW.number <> (SELECT coalesce(max(number), 0) + 1 FROM entries)
    BEGIN SELECT RAISE(ABORT, 'entries follow one another'); END
    """,
    """
    CREATE TRIGGER photographs_stay BEFORE UPDATE ON photographs
    BEGIN SELECT RAISE(ABORT, 'photographs are never changed'); END
    """,
    """
    CREATE TRIGGER photographs_are_kept BEFORE DELETE ON photographs
    BEGIN SELECT RAISE(ABORT, 'photographs are never removed'); END
    """,
)
