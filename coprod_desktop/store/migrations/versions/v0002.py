"""Marks of the journal, an index of shared words, own keys, drafts sealed singly."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.create_table(
        "journal_mark",
        sa.Column("book", sa.Text, primary_key=True),
        sa.Column("file", sa.LargeBinary, nullable=False),
        sa.Column("sequence", sa.Integer, nullable=False),
        sa.Column("place", sa.Integer, nullable=False),
        sa.Column("tag", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.create_index("documents_by_start", "documents", ["started"])
    op.execute(
        "CREATE VIRTUAL TABLE words_index USING fts5(words, content='',"
        " contentless_delete=1, detail=none, tokenize='ascii')"
    )
    _make_key_tables()
    _make_escrow()
    op.rename_table("drafts", "plain_drafts")
    for name, columns in _DRAFTS.items():
        keys = (sa.Column(one, sa.Text, primary_key=True) for one in columns)
        sealed = sa.Column("sealed", sa.LargeBinary, nullable=False)
        op.create_table(name, *keys, sealed, sqlite_strict=True)
    _seal_drafts()
    op.drop_table("plain_drafts")


_PLACE = ("document", "question", "voice", "scribe")
_DRAFTS = {"drafts": _PLACE, "draft_keys": (*_PLACE, "reader")}


def _make_key_tables() -> None:
    op.create_table(
        "person_keys",
        sa.Column("person", sa.Text, primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "doors",
        sa.Column("person", sa.Text, primary_key=True),
        sa.Column("kind", sa.Text, primary_key=True),
        sa.Column("pages", sa.Text, nullable=False),
        sa.Column("memory_kib", sa.Integer, nullable=False),
        sa.Column("passes", sa.Integer, nullable=False),
        sa.Column("lanes", sa.Integer, nullable=False),
        sa.Column("salt", sa.LargeBinary, nullable=False),
        sa.Column("nonce", sa.LargeBinary, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "tries",
        sa.Column("person", sa.Text, primary_key=True),
        sa.Column("failed", sa.Integer, nullable=False),
        sqlite_strict=True,
    )


def _make_escrow() -> None:
    op.create_table(
        "escrow_drafts",
        sa.Column("person", sa.Text, primary_key=True),
        sa.Column("named", sa.Text, nullable=False),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    op.create_table(
        "escrow_shares",
        sa.Column("person", sa.Text, primary_key=True),
        sa.Column("holder", sa.Text, primary_key=True),
        sa.Column("sealed", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )


def _seal_drafts() -> None:
    """Seal what was written before. The ward's key is not ours to know: it is asked."""
    connection = op.get_bind()
    plain = sa.table("plain_drafts", *(sa.column(one) for one in _PLAIN))
    for row in connection.execute(sa.select(plain)).mappings().all():
        place = (row["document"], row["question"], row["voice"], "")
        told = {name: row[name] for name in _PLAIN[3:]}
        sealed, key = op.get_context().opts["seal"](place, told)
        values = dict(zip(_PLACE, place, strict=True))
        for table, cells in (
            ("drafts", {**values, "sealed": sealed}),
            ("draft_keys", {**values, "reader": "", "sealed": key}),
        ):
            into = sa.table(table, *(sa.column(one) for one in cells))
            connection.execute(sa.insert(into), cells)


_PLAIN = (
    *("document", "question", "voice"),
    *("statement", "said", "changed_at", "confirmation", "replaces"),
)
