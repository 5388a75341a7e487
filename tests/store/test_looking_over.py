"""The record is read over beside other work, a piece at a time, and finds the same."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from coprod_desktop.model.entries import Broken, Fault
from coprod_desktop.store import verifying
from coprod_desktop.store.vault import Store
from tests.store.wards import PRIYA, SAM, draft, full_record, raw, without_triggers

HEAD = 11


@pytest.fixture(autouse=True)
def small_pieces(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(verifying, "PIECE", 3)


@pytest.fixture
def told(store: Store) -> Store:
    """A store with a full record, whose triggers somebody took away."""
    full_record(store)
    with raw(store) as connection:
        without_triggers(connection)
    return store


def test_a_sound_record_is_read_to_its_end_and_every_piece_is_told(told: Store):
    steps: list[tuple[int, int]] = []

    assert told.record.look_over(lambda *step: steps.append(step)) is None

    assert steps == [(3, HEAD), (6, HEAD), (9, HEAD), (11, HEAD)]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE entries SET number = 90 WHERE number = 4",
        "DELETE FROM entries WHERE number = 1",
        "DELETE FROM entries WHERE number = 5",
        "DELETE FROM entries WHERE number > 7",
        "DELETE FROM entries",
        "UPDATE head SET number = 12",
        "UPDATE head SET hash = x'00'",
        "DELETE FROM head",
        "UPDATE entries SET body = '{}' WHERE number = 7",
        "UPDATE entries SET kind = 'none' WHERE number = 7",
        "UPDATE entries SET at = CAST(x'ff' AS TEXT) WHERE number = 7",
        "UPDATE entries SET signature = x'00' WHERE number = 3",
        "UPDATE entries SET \"by\" = 'jo' WHERE number = 9",
        "UPDATE entries SET previous = hash WHERE number = 6",
    ],
)
def test_what_verifying_names_is_named(told: Store, change: str):
    with raw(told) as connection:
        connection.execute(text(change))

    broken = told.record.look_over(lambda *_: None)

    assert broken is not None
    assert broken == told.record.verify()


def test_reading_over_stops_when_it_is_told_to(told: Store):
    def step(done: int, _: int) -> None:
        if done == 6:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        told.record.look_over(step)
    assert told.record.head() == HEAD


def test_others_write_between_two_pieces_and_what_they_share_is_read_too(told: Store):
    seen: list[tuple[int, int]] = []

    def step(done: int, of: int) -> None:
        if not seen:
            document = told.documents.start("my-ward-round", 1, SAM.id, PRIYA.id)
            told.drafts.save(draft(document, SAM, "Meanwhile."))
        seen.append((done, of))

    assert told.record.look_over(step) is None
    assert seen[-1] == (HEAD + 1, HEAD + 1)


def test_a_change_after_the_piece_was_read_is_for_the_next_time(told: Store):
    def step(done: int, _: int) -> None:
        if done == 3:
            with raw(told) as connection:
                connection.execute(text("UPDATE entries SET at = '' WHERE number = 2"))

    assert told.record.look_over(step) is None
    assert told.record.look_over(lambda *_: None) == Broken(2, Fault.CHANGED)
