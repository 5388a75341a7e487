"""A document is checked when it is opened: hash, signature, place in the chain."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from coprod_desktop.crypto.signing import new_seed, public_key
from coprod_desktop.model.acts import KeyMade
from coprod_desktop.model.bodies import (
    RECOVERY,
    PersonJoined,
    WardMade,
    body_to_text,
    kind_of,
)
from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.entries import NO_HASH, Broken, Entry, Fault, Unsigned
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.document_check import KnownKeys
from coprod_desktop.store.rows import entry_to_values
from coprod_desktop.store.schema import entries
from coprod_desktop.store.vault import Store
from tests.fakes import FakeRandom
from tests.store.wards import PRIYA, SAM, full_record, raw, without_triggers


@pytest.fixture
def document(store: Store) -> DocumentId:
    """Sam's document, in a store whose triggers somebody took away."""
    found = full_record(store)
    with raw(store) as connection:
        without_triggers(connection)
    return found


def test_a_document_as_it_was_written_passes(store: Store, document: DocumentId):
    other = store.documents.start("my-ward-round", 1, SAM.id, PRIYA.id)

    assert store.record.check(document) is None
    assert store.record.check(other) is None
    assert store.record.check(DocumentId("none")) is None


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        ("UPDATE entries SET at = '' WHERE number = 8", (8, Fault.CHANGED)),
        ("UPDATE entries SET \"by\" = 'jo' WHERE number = 9", (9, Fault.CHANGED)),
        ("UPDATE entries SET previous = hash WHERE number = 6", (6, Fault.NOT_CHAINED)),
        ("UPDATE entries SET hash = x'00' WHERE number = 5", (6, Fault.NOT_CHAINED)),
        ("DELETE FROM entries WHERE number = 9", (10, Fault.NOT_CHAINED)),
        (
            "UPDATE entries SET signature = x'' WHERE number = 7",
            (7, Fault.BAD_SIGNATURE),
        ),
    ],
)
def test_what_was_changed_is_named(
    store: Store, document: DocumentId, change: str, broken: tuple[int, Fault]
):
    with raw(store) as connection:
        connection.execute(text(change))

    assert store.record.check(document) == Broken(*broken)


def test_somebody_who_never_joined_signs_nothing(store: Store, document: DocumentId):
    [*_, last] = store.record.entries()
    unsigned = Unsigned(
        *(last.number + 1, last.unsigned.ward, document, last.kind),
        *(last.unsigned.body, PersonId("nobody"), last.unsigned.at, last.hash),
    )
    with raw(store) as connection:
        forged = Entry(unsigned, unsigned.hash(), bytes(64))
        connection.execute(entries.insert(), entry_to_values(forged))

    assert store.record.check(document) == Broken(12, Fault.UNKNOWN_SIGNER)


def test_an_entry_of_no_known_kind_is_told(store: Store, document: DocumentId):
    with raw(store) as connection:
        connection.execute(text("UPDATE entries SET kind = 'none' WHERE number = 7"))

    with pytest.raises(Problem, match=r"store\.record_changed"):
        store.record.check(document)


def key(name: str) -> bytes:
    return public_key(new_seed(FakeRandom(name)))


def test_each_entry_is_checked_with_the_key_of_its_time(store: Store):
    known = KnownKeys()
    first = store.record.state().keys[PRIYA.id]
    told = KeyMade(PRIYA.id, key("own"), bytes(32))
    again = PersonJoined(PRIYA, key("forged"))
    made = WardMade("Larch Ward", key("code"))
    for number, body in ((3, told), (4, made), (5, again)):
        unsigned = Unsigned(
            *(number, "ward", "", kind_of(body), body_to_text(body)),
            *(PRIYA.id, "", NO_HASH),
        )
        with raw(store) as connection:
            connection.execute(text("DROP TRIGGER IF EXISTS entries_follow"))
            entry = Entry(unsigned, unsigned.hash(), b"")
            connection.execute(entries.insert(), entry_to_values(entry))

    with store.record._database.transaction() as turn:
        known.update(turn)

    found = [known.at(PRIYA.id, number) for number in (0, 1, 3, 4, 9)]
    assert found == [None, first, first, key("own"), key("own")]
    assert known.at(SAM.id, 9) is None
    assert known.at(RECOVERY, 4) is None
