"""A place for photographs of sheets that were filled in by hand."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "photographs",
        sa.Column("sha256", sa.LargeBinary, primary_key=True),
        sa.Column("part", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
        sqlite_strict=True,
    )
    for trigger in _TRIGGERS:
        op.execute(trigger)


_TRIGGERS = (
    """
    CREATE TRIGGER photographs_stay BEFORE UPDATE ON photographs
    BEGIN SELECT RAISE(ABORT, 'photographs are never changed'); END
    """,
    """
    CREATE TRIGGER photographs_are_kept BEFORE DELETE ON photographs
    BEGIN SELECT RAISE(ABORT, 'photographs are never removed'); END
    """,
)
