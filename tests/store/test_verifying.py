"""Whatever is changed behind the program's back is named, by its entry."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import Connection, column, insert, table, text, update

from coprod_desktop.crypto.signing import new_seed, public_key, sign
from coprod_desktop.model.bodies import PersonJoined, body_to_text
from coprod_desktop.model.documents import DocumentId, StatementId
from coprod_desktop.model.entries import Broken, Entry, Fault, Kind, Unsigned
from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.keyring import WardKey
from coprod_desktop.store.rows import entry_to_values
from coprod_desktop.store.schema import entries
from coprod_desktop.store.vault import Store
from tests.fakes import FakeRandom, HeardProgress
from tests.store.wards import (
    JO,
    PRIYA,
    SAM,
    Ward,
    confirmed,
    full_record,
    raw,
    said,
    shared,
    stance,
    statement_id,
    turn_of,
    without_triggers,
)

COLUMNS = (
    "ward",
    "document",
    "kind",
    "body",
    "by",
    "at",
    "previous",
    "hash",
    "signature",
)
HEAD = 11


@pytest.fixture
def told(store: Store) -> Store:
    """A store with a full record, whose triggers somebody took away."""
    full_record(store)
    with raw(store) as connection:
        without_triggers(connection)
    return store


def exchange(connection: Connection, name: str, number: int, content: bytes) -> None:
    """Put other bytes into one column, text or not."""
    cells = table("entries", column("number"), column(name))
    is_text = name not in {"previous", "hash", "signature"}
    value = text("CAST(:content AS TEXT)") if is_text else text(":content")
    connection.execute(
        update(cells).where(cells.c.number == number).values({name: value}),
        {"content": content},
    )


def content_of(connection: Connection, name: str, number: int) -> bytes:
    """The bytes that stand in one column."""
    cells = table("entries", column("number"), column(name))
    found = connection.execute(cells.select().where(cells.c.number == number)).one()
    value: Any = found[1]
    return value.encode() if isinstance(value, str) else bytes(value)


@pytest.mark.parametrize("name", COLUMNS)
@pytest.mark.parametrize("number", [1, 2, 7, HEAD])
@pytest.mark.parametrize("change", [1, 0x80])
def test_one_changed_byte_in_any_column_names_its_entry(
    told: Store, name: str, number: int, change: int
):
    with raw(told) as connection:
        content = content_of(connection, name, number)
    places = {0, len(content) // 2, len(content) - 1} if content else {0}
    for at in sorted(places):
        changed = bytearray(content or b"\0")
        changed[at] ^= change
        with raw(told) as connection:
            exchange(connection, name, number, bytes(changed))

        broken = told.record.verify()

        assert broken is not None
        assert broken.number == number
        with raw(told) as connection:
            exchange(connection, name, number, content)
    assert told.record.verify() is None


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        ("UPDATE entries SET number = 90 WHERE number = 4", (4, Fault.MISSING)),
        ("DELETE FROM entries WHERE number = 1", (1, Fault.MISSING)),
        ("DELETE FROM entries WHERE number = 5", (5, Fault.MISSING)),
        ("DELETE FROM entries WHERE number = 11", (11, Fault.MISSING)),
        ("DELETE FROM entries WHERE number > 7", (8, Fault.MISSING)),
        ("DELETE FROM entries", (1, Fault.MISSING)),
        ("UPDATE head SET number = 12", (12, Fault.MISSING)),
        ("UPDATE head SET number = 3", (11, Fault.CHANGED)),
        ("UPDATE head SET hash = x'00'", (11, Fault.CHANGED)),
        ("DELETE FROM head", (11, Fault.CHANGED)),
        (
            "UPDATE entries SET signature = x'00' WHERE number = 3",
            (3, Fault.BAD_SIGNATURE),
        ),
        ("UPDATE entries SET \"by\" = 'jo' WHERE number = 9", (9, Fault.CHANGED)),
        ("UPDATE entries SET previous = hash WHERE number = 6", (6, Fault.NOT_CHAINED)),
    ],
)
def test_forgeries_by_hand_are_named(
    told: Store, change: str, broken: tuple[int, Fault]
):
    with raw(told) as connection:
        connection.execute(text(change))

    assert told.record.verify() == Broken(*broken)


def test_an_end_that_was_cut_off_with_its_head_is_missed_by_the_lists(told: Store):
    last = told.record.entries(upto=8)[-1]
    with raw(told) as connection:
        connection.execute(text("DELETE FROM entries WHERE number > 8"))
        connection.execute(
            text("UPDATE head SET number = 8, hash = :hash"), {"hash": last.hash}
        )

    assert told.record.verify() == Broken(9, Fault.MISSING)


def test_two_entries_exchanged_are_named(told: Store):
    with raw(told) as connection:
        for change in (
            "UPDATE entries SET number = 99 WHERE number = 3",
            "UPDATE entries SET number = 3 WHERE number = 4",
            "UPDATE entries SET number = 4 WHERE number = 99",
        ):
            connection.execute(text(change))

    broken = told.record.verify()

    assert broken == Broken(3, Fault.NOT_CHAINED)


# --- Forged with real keys ----------------------------------------------------


class Forger:
    """Somebody who has the ward's key and can chain and sign as anybody."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.seeds = store.people._seeds

    def add(
        self,
        by: PersonId,
        document: str,
        kind: Kind,
        body: str,
        *,
        ward: str | None = None,
        seed: bytes | None = None,
    ) -> None:
        """Put an entry at the end, rightly chained, signed and listed."""
        last = self.store.record.entries()[-1]
        unsigned = Unsigned(
            last.number + 1,
            ward or last.unsigned.ward,
            document,
            kind,
            body,
            by,
            last.unsigned.at,
            last.hash,
        )
        with raw(self.store) as connection:
            own = seed or self.seeds.of(turn_of(connection), by)
            signature = sign(own, unsigned.canonical_bytes())
            entry = Entry(unsigned, unsigned.hash(), signature)
            connection.execute(insert(entries), entry_to_values(entry))
            connection.execute(
                text("UPDATE head SET number = :number, hash = :hash"),
                {"number": entry.number, "hash": entry.hash},
            )


@pytest.fixture
def forger(told: Store) -> Forger:
    return Forger(told)


def test_a_rightly_forged_entry_of_a_known_kind_verifies(forger: Forger):
    body = '{"name":"meeting","value":"x"}'

    forger.add(PRIYA.id, "", Kind.SETTING_CHANGED, body)

    assert forger.store.record.verify() is None


def test_words_put_into_somebody_elses_mouth_are_named(forger: Forger):
    document = forger.store.documents.find()[0].id
    forgeries = (
        (PRIYA, shared(SAM, said(SAM, "I agree."), 3), Kind.STATEMENT_SHARED),
        (PRIYA, shared(PRIYA, said(SAM, "I agree."), 2), Kind.STATEMENT_SHARED),
        (PRIYA, confirmed(SAM, said(SAM, "x"), 2), Kind.CONFIRMED),
        (SAM, stance(SAM, SAM), Kind.STANCE_TAKEN),
        (JO, replace(stance(JO, SAM), said=said(SAM, "x")), Kind.STANCE_TAKEN),
        (
            JO,
            replace(stance(JO, SAM), statement=StatementId("none")),
            Kind.STANCE_TAKEN,
        ),
        (
            PRIYA,
            replace(shared(PRIYA, said(PRIYA, "x"), 3), statement=statement_id(SAM)),
            Kind.STATEMENT_SHARED,
        ),
    )
    for by, body, kind in forgeries:
        number = len(forger.store.record.entries()) + 1
        forger.add(by.id, document, kind, body_to_text(body))

        assert forger.store.record.verify() == Broken(number, Fault.NOT_THEIRS)

        last = forger.store.record.entries(upto=number - 1)[-1]
        with raw(forger.store) as connection:
            connection.execute(
                text("DELETE FROM entries WHERE number = :number"), {"number": number}
            )
            connection.execute(
                text("UPDATE head SET number = :number, hash = :hash"),
                {"number": last.number, "hash": last.hash},
            )


@pytest.mark.parametrize(
    "body", ["{}", "no JSON", "[]", "null", '{"person": 3, "public_key": "00"}']
)
def test_an_entry_that_says_nothing_of_its_kind_is_named(forger: Forger, body: str):
    forger.add(PRIYA.id, "", Kind.PERSON_JOINED, body)

    assert forger.store.record.verify() == Broken(HEAD + 1, Fault.NOT_THEIRS)
    with pytest.raises(Problem, match=r"store\.record_changed"):
        forger.store.record.state()
    with pytest.raises(Problem, match=r"store\.record_changed"):
        forger.store.people.add(
            Person(PersonId("alex"), "Alex Test", Role.PATIENT), PRIYA.id
        )


def test_an_unreadable_document_is_told_and_not_shown_in_part(forger: Forger):
    document = forger.store.documents.find()[0].id

    forger.add(SAM.id, document, Kind.STATEMENT_SHARED, "{}")

    with pytest.raises(Problem, match=r"store\.record_changed"):
        forger.store.documents.get(document)
    with pytest.raises(Problem, match=r"store\.record_changed"):
        forger.store.documents.rebuild()
    with pytest.raises(Problem, match=r"store\.record_changed"):
        forger.store.record.append(SAM.id, [(document, stance(SAM, PRIYA))])


def test_lists_are_not_built_from_a_document_that_was_never_begun(forger: Forger):
    told = shared(SAM, said(SAM, "x"))

    forger.add(SAM.id, "nowhere", Kind.STATEMENT_SHARED, body_to_text(told))

    with pytest.raises(Problem, match=r"store\.record_changed"):
        forger.store.documents.rebuild()


def test_an_entry_of_an_unknown_kind_is_told(told: Store):
    with raw(told) as connection:
        connection.execute(text("UPDATE entries SET kind = 'x' WHERE number = 9"))

    with pytest.raises(Problem, match=r"store\.record_changed"):
        told.record.entries()


def test_text_that_is_no_longer_text_is_told(told: Store):
    with raw(told) as connection:
        exchange(connection, "body", 9, b"\xff\xfe")

    assert told.record.verify() == Broken(9, Fault.CHANGED)
    with pytest.raises(Problem, match=r"store\.database_damaged"):
        told.record.entries()
    assert told.record.head() == HEAD


def test_another_key_under_somebodys_name_is_named(forger: Forger):
    seed = new_seed(FakeRandom("forger"))
    joined = body_to_text(PersonJoined(SAM, public_key(seed)))

    forger.add(SAM.id, "", Kind.PERSON_JOINED, joined, seed=seed)

    assert forger.store.record.verify() == Broken(HEAD + 1, Fault.BAD_SIGNATURE)


def test_somebody_who_lets_themselves_in_is_named(forger: Forger):
    stranger = Person(PersonId("stranger"), "Alex Test", Role.PATIENT)
    seed = new_seed(FakeRandom("forger"))
    joined = body_to_text(PersonJoined(stranger, public_key(seed)))

    forger.add(stranger.id, "", Kind.PERSON_JOINED, joined, seed=seed)

    assert forger.store.record.verify() == Broken(HEAD + 1, Fault.NOT_THEIRS)


def test_an_entry_by_nobody_is_named(forger: Forger):
    seed = new_seed(FakeRandom("forger"))

    forger.add(PersonId("nobody"), "", Kind.SETTING_CHANGED, "{}", seed=seed)

    assert forger.store.record.verify() == Broken(HEAD + 1, Fault.UNKNOWN_SIGNER)


def test_an_entry_of_another_ward_is_named(forger: Forger):
    body = '{"name":"meeting","value":"x"}'

    forger.add(PRIYA.id, "", Kind.SETTING_CHANGED, body, ward="another")

    assert forger.store.record.verify() == Broken(HEAD + 1, Fault.NOT_THEIRS)


def test_a_document_begun_twice_or_nowhere_is_named(forger: Forger):
    body = '{"document":"x","patient":"sam","template":"t","template_version":1}'

    forger.add(PRIYA.id, "y", Kind.DOCUMENT_STARTED, body)

    assert forger.store.record.verify() == Broken(HEAD + 1, Fault.NOT_THEIRS)


def test_a_seed_that_was_exchanged_signs_nothing(told: Store):
    with raw(told) as connection:
        connection.execute(
            text(
                "UPDATE seeds SET sealed ="
                " (SELECT sealed FROM seeds WHERE person = 'jo') WHERE person = 'sam'"
            )
        )
    document = DocumentId(told.documents.find()[0].id)

    with pytest.raises(Problem, match=r"store\.database_damaged"):
        told.record.append(SAM.id, [(document, shared(SAM, said(SAM, "x"), 3))])


def test_a_key_prints_nothing(ward: Ward):
    assert "secret" not in repr(WardKey("ward", b"secret"))


def test_how_far_verifying_is_rises_to_its_end(
    told: Store, monkeypatch: pytest.MonkeyPatch
):
    heard = HeardProgress()
    for path in ("model.progress", "store.words_index"):
        monkeypatch.setattr(f"coprod_desktop.{path}.MANY", 2)

    assert told.record.verify(heard) is None

    assert heard.rises_to_its_end
    assert len(set(heard.shares)) > 4
