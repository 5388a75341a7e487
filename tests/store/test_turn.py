"""A row that is journaled is changed by the turn alone, and the turn remembers it."""

from __future__ import annotations

import pytest
from sqlalchemy import Column, MetaData, Table, Text, delete, func, insert, select

from coprod_desktop.store.schema import (
    BOOKS,
    TABLES,
    UNJOURNALED,
    Book,
    drafts,
    head,
    seeds,
)
from coprod_desktop.store.turn import RowChange
from coprod_desktop.store.vault import Store
from tests.store.wards import raw, turn_of

SEALED = {"person": "sam", "sealed": b"\x00\xff"}


def test_every_table_is_journaled_or_folded_from_those_that_are():
    assert set(BOOKS) | UNJOURNALED == set(TABLES.tables)
    assert not set(BOOKS) & UNJOURNALED


def test_a_row_that_is_put_stands_and_is_remembered_for_the_journal(store: Store):
    with store.record._database.transaction() as turn:
        turn.put(seeds, SEALED)
        turn.put(seeds, {**SEALED, "sealed": b"newer"})

        found = turn.execute(select(seeds.c.sealed).where(seeds.c.person == "sam"))
        assert found.scalars().all() == [b"newer"]
        assert turn.changes == [
            RowChange("seeds", SEALED),
            RowChange("seeds", {**SEALED, "sealed": b"newer"}),
        ]
        assert turn.changes[0].book is Book.DRAFTS


def test_a_row_that_is_dropped_is_gone_and_one_that_is_not_there_is_no_change(
    store: Store,
):
    with store.record._database.transaction() as turn:
        turn.put(seeds, SEALED)
        turn.changes.clear()

        assert turn.drop(seeds, {"person": "sam"})
        assert not turn.drop(seeds, {"person": "sam"})

        assert turn.changes == [RowChange("seeds", {"person": "sam"}, is_gone=True)]
        asked = select(func.count()).select_from(seeds)
        assert turn.execute(asked).scalar() == 1


def test_a_journaled_row_is_not_changed_behind_the_journals_back(store: Store):
    with store.record._database.transaction() as turn:
        for statement in (delete(drafts), insert(seeds), drafts.update()):
            with pytest.raises(ValueError, match="journaled"):
                turn.execute(statement, {})
        turn.execute(head.update().where(head.c.one == 1), {"number": 9})

        assert turn.changes == []


def test_a_table_of_keys_alone_can_be_put_twice(store: Store, monkeypatch):
    names = Table("names", MetaData(), Column("name", Text, primary_key=True))
    monkeypatch.setitem(BOOKS, "names", Book.DRAFTS)

    with raw(store) as connection:
        names.create(connection)
        turn = turn_of(connection)
        for _ in range(2):
            turn.put(names, {"name": "the same"})

        assert connection.execute(select(names.c.name)).scalars().all() == ["the same"]
