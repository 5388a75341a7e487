"""How far the journal beside the database goes; the index of shared words."""

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
