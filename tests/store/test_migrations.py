"""The schema that steps build is the schema that the program means."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest
from alembic import op
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, text

from coprod_desktop.model.problem import Problem
from coprod_desktop.store import upgrading
from coprod_desktop.store.database import Database
from coprod_desktop.store.migrations import VERSIONS
from coprod_desktop.store.migrations.steps import run_steps
from coprod_desktop.store.schema import TABLES, TRIGGERS, WORDS_INDEX
from coprod_desktop.store.settings import connect
from coprod_desktop.store.vault import open_store
from tests.store.wards import (
    Ward,
    fingerprints,
    full_record,
    lose_journal,
    raw,
)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "empty.coprod"
    database = Database(lambda: connect(path, bytes(32), bytes(16), is_new=True))
    yield database
    database.close()


def nothing_to_seal(place: object, told: object) -> tuple[bytes, bytes]:
    """An empty file holds no draft."""
    raise AssertionError(place)


def schema_of(connection: Connection) -> dict[str, str]:
    """What SQLite keeps of the schema, but for Alembic's own table."""
    asked = "SELECT name, coalesce(sql, '') FROM sqlite_master"
    rows = connection.execute(text(asked))
    return {name: " ".join(sql.split()) for name, sql in rows if "alembic" not in name}


def is_a_table_of_ours(name: str | None, *_: object) -> bool:
    """The index of words keeps tables of its own, which are FTS5's business."""
    return not str(name).startswith("words_index")


def test_steps_and_tables_give_the_same_schema(empty: Database, tmp_path: Path):
    path = tmp_path / "other.coprod"
    meant = Database(lambda: connect(path, bytes(32), bytes(16), is_new=True))
    with meant.transaction() as turn:
        TABLES.create_all(turn.connection)
        for trigger in (WORDS_INDEX, *TRIGGERS):
            turn.connection.exec_driver_sql(trigger)
        wanted = schema_of(turn.connection)
    meant.close()

    with empty.transaction() as turn:
        run_steps(turn.connection, VERSIONS, nothing_to_seal)
        found = schema_of(turn.connection)
        differences = compare_metadata(
            MigrationContext.configure(
                turn.connection, opts={"include_name": is_a_table_of_ours}
            ),
            TABLES,
        )

    assert found == wanted
    assert differences == []


def test_steps_that_were_taken_are_not_taken_again(empty: Database):
    for _ in range(2):
        with empty.transaction() as turn:
            run_steps(turn.connection, VERSIONS, nothing_to_seal)

    with empty.transaction() as turn:
        asked = "SELECT version_num FROM alembic_version"
        assert turn.execute(text(asked)).scalars().all() == [VERSIONS[-1]]


def set_version(ward: Ward, change: str) -> None:
    """Change what the file says of its schema."""
    with ward.opened() as store, raw(store) as connection:
        connection.execute(text(change))


def test_a_store_of_a_newer_program_is_refused_politely(ward: Ward):
    set_version(ward, "UPDATE alembic_version SET version_num = '9999'")
    before = fingerprints(ward.folder.root)

    with pytest.raises(Problem, match=r"store\.database_too_new"):
        open_store(ward.folder, ward.key, ward.world)

    assert fingerprints(ward.folder.root) == before


@pytest.mark.parametrize(
    "change", ["DROP TABLE alembic_version", "DELETE FROM alembic_version"]
)
def test_a_store_that_does_not_know_its_schema_is_damaged(ward: Ward, change: str):
    set_version(ward, change)
    lose_journal(ward)
    before = fingerprints(ward.folder.root)

    with pytest.raises(Problem, match=r"store\.database_damaged"):
        open_store(ward.folder, ward.key, ward.world)

    assert fingerprints(ward.folder.root) == before


@pytest.fixture
def next_version(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """A program one step further on."""
    step = ModuleType("coprod_desktop.store.migrations.versions.v9000")
    step.__file__ = "v9000.py"
    step.revision = "9000"  # type: ignore[attr-defined]
    step.down_revision = VERSIONS[-1]  # type: ignore[attr-defined]
    step.upgrade = lambda: op.execute(  # type: ignore[attr-defined]
        "ALTER TABLE progress ADD COLUMN added TEXT"
    )
    monkeypatch.setitem(sys.modules, step.__name__, step)
    monkeypatch.setattr(upgrading, "VERSIONS", (*VERSIONS, "9000"))
    return step


def test_an_older_store_is_brought_up_to_date_at_opening(
    ward: Ward, next_version: ModuleType
):
    with ward.opened() as store:
        full_record(store)
        with raw(store) as connection:
            assert connection.execute(text("SELECT added FROM progress")).all() == []
            asked = "SELECT version_num FROM alembic_version"
            assert connection.execute(text(asked)).scalars().all() == ["9000"]
        assert store.record.verify() is None


def test_a_step_that_fails_leaves_the_older_store(
    ward: Ward, next_version: ModuleType, monkeypatch: pytest.MonkeyPatch
):
    def half() -> None:
        op.execute("ALTER TABLE progress ADD COLUMN half TEXT")
        raise ZeroDivisionError

    next_version.upgrade = half  # type: ignore[attr-defined]
    with pytest.raises(ZeroDivisionError):
        open_store(ward.folder, ward.key, ward.world)
    monkeypatch.setattr(upgrading, "VERSIONS", VERSIONS)

    with ward.opened() as store, raw(store) as connection:
        columns = connection.execute(text("PRAGMA table_info(progress)")).all()
    assert "half" not in {column[1] for column in columns}
