"""The disk fills or fails: it is told, nothing saved is lost, and it goes on after."""

from __future__ import annotations

import time

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.vault import Store
from tests.store.wards import SAM, draft, raw

DOCUMENT = DocumentId("document")
BEFORE = draft(DOCUMENT, SAM, "What was saved before.", "before")
LONG = draft(DOCUMENT, SAM, "words " * 20_000, "long")


def fill_up(store: Store) -> None:
    """Leave the file no page more, as on a full disk."""
    with raw(store) as connection:
        pages = connection.execute(text("PRAGMA page_count")).scalar()
        connection.exec_driver_sql("PRAGMA max_page_count = " + str(pages))


def saved(store: Store) -> set[str]:
    return {one.question for one in store.drafts.of(DOCUMENT, [SAM.id])}


def test_a_full_disk_is_told_and_saving_goes_on_when_there_is_room(store: Store):
    store.drafts.save(BEFORE)
    fill_up(store)

    with pytest.raises(Problem, match=r"store\.disk_full"):
        store.drafts.save(LONG)

    # Another connection is open by now, and there is room again.
    assert saved(store) == {"before"}
    store.drafts.save(LONG)
    assert saved(store) == {"before", "long"}


def test_a_mistake_in_the_program_is_not_dressed_up_and_shows_no_words(store: Store):
    with (
        pytest.raises(OperationalError) as told,
        store.record._database.transaction() as turn,
    ):
        turn.execute(text("INSERT INTO nowhere VALUES (:words)"), {"words": "my"})

    assert "nowhere" in str(told.value)
    assert "'my'" not in str(told.value)
    store.drafts.save(BEFORE)
    assert saved(store) == {"before"}


def test_an_error_takes_back_what_was_done_before_it(store: Store):
    def fail_half_way() -> None:
        with store.record._database.transaction() as turn:
            turn.execute(text("DELETE FROM seeds"))
            raise KeyError

    with pytest.raises(KeyError):
        fail_half_way()

    with raw(store) as connection:
        assert connection.execute(text("SELECT count(*) FROM seeds")).scalar() == 1


def test_a_clock_before_1970_leaves_the_file_open(
    store: Store, monkeypatch: pytest.MonkeyPatch
):
    store.drafts.save(BEFORE)
    # A pool of connections that goes by the clock would open the file a second time.
    monkeypatch.setattr(time, "time", lambda: -3_599.0)
    store.drafts.save(BEFORE)
    fill_up(store)
    with pytest.raises(Problem, match=r"store\.disk_full"):
        store.drafts.save(LONG)

    store.drafts.save(LONG)

    assert saved(store) == {"before", "long"}
