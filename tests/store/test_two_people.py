"""What takes two people is done by one of each side, and the record shows both."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import text

from coprod_desktop.model.acts import CoSigned, DraftsOpened, KeySucceeded
from coprod_desktop.model.bodies import body_from_text
from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.doors import DoorKind, chosen_pin
from coprod_desktop.model.entries import Kind
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.two_people import Pair
from coprod_desktop.store.vault import Store
from tests.store.test_sealed_drafts import sign_in
from tests.store.wards import (
    BESIDE,
    CASEY,
    CASEY_PASSPHRASE,
    PIN,
    PRIYA,
    ROBIN,
    SAM,
    draft,
    raw,
    said,
    shared,
)

DOCUMENT = DocumentId("document")
BOTH = Pair(PRIYA.id, CASEY.id)
NEW_PIN = chosen_pin("830561", 6)


@pytest.fixture
def two(keyed: Store) -> Store:
    """Sam has written something privately; Priya and Casey are signed in."""
    sign_in(keyed, SAM)
    keyed.drafts.save(draft(DOCUMENT, SAM, "Nobody has read this."))
    keyed.voices.close(SAM.id)
    sign_in(keyed, PRIYA)
    keyed.sign_in.open(CASEY.id, DoorKind.PASSPHRASE, CASEY_PASSPHRASE)
    return keyed


def renew(store: Store, pair: Pair = BOTH) -> bool:
    """Give Sam another PIN."""
    door = store.keys.secret_door(SAM.id, NEW_PIN)
    return store.two_people.renew(SAM.id, pair, door)


def test_old_words_verify_with_the_old_key_and_new_ones_with_the_new(two: Store):
    document = two.documents.start("my-care-plan", 1, SAM.id, PRIYA.id)
    sign_in(two, SAM)
    two.record.append(SAM.id, [(document, shared(SAM, said(SAM, "One.")))])
    before = two.record.state().keys[SAM.id]

    assert renew(two)

    assert not two.voices.is_open(SAM.id)
    two.sign_in.open(SAM.id, DoorKind.PIN, NEW_PIN.text)
    two.record.append(SAM.id, [(document, shared(SAM, said(SAM, "Two."), 2))])
    assert two.record.state().keys[SAM.id] != before
    assert two.record.verify() is None
    assert [one.said.text.text for one in two.drafts.of(DOCUMENT, [SAM.id])] == [
        "Nobody has read this."
    ]


def test_the_old_pin_and_the_old_key_are_gone(two: Store):
    with raw(two) as connection:
        rows = connection.execute(text("SELECT sealed FROM doors WHERE person = 'sam'"))
        old = rows.scalars().all()

    renew(two)

    with pytest.raises(Problem, match=r"store\.wrong_pin"):
        two.sign_in.open(SAM.id, DoorKind.PIN, PIN.text)
    with raw(two) as connection:
        rows = connection.execute(text("SELECT sealed FROM doors WHERE person = 'sam'"))
        assert not set(old) & set(rows.scalars().all())


@pytest.mark.parametrize(
    "pair",
    [
        Pair(PRIYA.id, PRIYA.id),
        Pair(PRIYA.id, ROBIN.id),
        Pair(CASEY.id, PRIYA.id),
        Pair(SAM.id, CASEY.id),
        Pair(PRIYA.id, SAM.id),
    ],
)
def test_any_other_pair_is_refused_before_anything_is_opened(two: Store, pair: Pair):
    before = two.record.entries()

    with pytest.raises(Problem, match=r"store\.takes_two_sides"):
        renew(two, pair)
    with pytest.raises(Problem, match=r"store\.takes_two_sides"):
        two.two_people.open_drafts(SAM.id, pair, "worried", 30)

    assert two.record.entries() == before


def test_nobody_renews_or_opens_what_is_their_own(two: Store):
    with pytest.raises(Problem, match=r"store\.takes_two_sides"):
        two.two_people.open_drafts(CASEY.id, BOTH, "worried", 30)


def test_both_have_signed_in(two: Store):
    two.voices.close(CASEY.id)

    with pytest.raises(Problem, match=r"store\.voice_closed"):
        renew(two)
    with pytest.raises(Problem, match=r"store\.voice_closed"):
        two.two_people.open_drafts(SAM.id, BOTH, "worried", 30)


def test_words_are_given_only_once_the_record_tells_of_it(
    two: Store, monkeypatch: pytest.MonkeyPatch
):
    def full(*_: object) -> None:
        raise Problem("store.disk_full")

    with monkeypatch.context() as patch:
        patch.setattr("coprod_desktop.store.turn.Turn.put", full)
        with pytest.raises(Problem, match=r"store\.disk_full"):
            two.two_people.open_drafts(SAM.id, BOTH, "worried", 30)

    found = two.two_people.open_drafts(SAM.id, BOTH, "worried", 30)

    assert [one.said.text.text for one in found] == ["Nobody has read this."]
    entry = two.record.entries()[-1]
    body = body_from_text(entry.kind, entry.unsigned.body)
    assert isinstance(body, DraftsOpened)
    assert (entry.unsigned.by, body.cosigned.by) == (PRIYA.id, CASEY.id)
    assert two.record.verify() is None
    assert two.drafts.of(DOCUMENT, [SAM.id]) == ()


@pytest.mark.parametrize("table", ["escrow_drafts", "escrow_shares"])
def test_a_changed_way_back_is_told(two: Store, table: str):
    with raw(two) as connection:
        change = f"UPDATE {table} SET sealed = zeroblob(length(sealed))"
        connection.execute(text(change))

    with pytest.raises(Problem, match=r"store\.database_damaged"):
        renew(two)


def test_shares_that_were_exchanged_are_told(two: Store):
    with raw(two) as connection:
        asked = "SELECT sealed FROM escrow_shares WHERE person = 'sam' AND holder = "
        share = connection.execute(text(asked + "'robin'")).scalar()
        change = "UPDATE escrow_shares SET sealed = :s WHERE holder = 'priya'"
        connection.execute(text(change), {"s": share})

    with pytest.raises(Problem, match=r"store\.database_damaged"):
        renew(two)


def test_a_signature_of_the_second_person_is_not_made_up(two: Store):
    entry = two.two_people.open_drafts(SAM.id, BOTH, "worried", 30)
    assert entry
    two.voices.close(CASEY.id)
    forged = DraftsOpened(SAM.id, "another reason", 30, CoSigned(CASEY.id, b"x" * 64))

    with pytest.raises(Problem, match=r"store\.voice_closed"):
        two.record.append(PRIYA.id, [("", forged)])
    alone = KeySucceeded(SAM.id, bytes(32), bytes(32), None)
    with pytest.raises(ValueError, match="alone"):
        two.record.append(PRIYA.id, [("", alone)])


def test_named_people_are_remembered_as_of_the_last_sign_in(two: Store):
    sign_in(two, ROBIN)

    assert two.two_people.open_drafts(SAM.id, Pair(ROBIN.id, CASEY.id), "worried", 5)
    kinds = [one.kind for one in two.record.entries()[-1:]]
    assert kinds == [Kind.DRAFTS_OPENED]


def test_staff_get_a_new_key_with_the_code_and_their_drafts_come_back(
    ward_with_keys,
):
    from coprod_desktop.store.keyring import unlock_both_with_code
    from coprod_desktop.store.recovery_signer import recovery_signer

    code = unlock_both_with_code(ward_with_keys.folder, ward_with_keys.code)
    with ward_with_keys.opened() as store:
        sign_in(store, ROBIN)
        store.drafts.save(draft(DOCUMENT, ROBIN, "Not shared."))
        store.voices.close_all()
        with pytest.raises(Problem, match=r"store\.code_gives_no_key"):
            store.keys.renew_with_code(ROBIN.id, b"N" * 32)
        store.voices.take_code(recovery_signer(code.beside))

        assert store.keys.renew_with_code(ROBIN.id, b"N" * 32)

        (kept,) = store.drafts.of(DOCUMENT, [ROBIN.id])
        assert kept.said.text.text == "Not shared."
        with pytest.raises(ValueError, match="alone"):
            store.keys.renew_with_code(SAM.id, b"N" * 32)
        store.voices.close_all()
        assert not store.sign_in.open_staff(ROBIN.id, BESIDE[ROBIN.id])
        assert store.sign_in.open_staff(ROBIN.id, b"N" * 32)
        assert store.record.verify() is None


def test_the_code_of_another_ward_gives_no_key(keyed: Store):
    from coprod_desktop.store.recovery_signer import recovery_signer

    keyed.voices.take_code(recovery_signer(bytes(32)))

    with pytest.raises(Problem, match=r"store\.code_gives_no_key"):
        keyed.keys.renew_with_code(ROBIN.id, b"N" * 32)


def test_a_newer_code_gives_keys_and_the_older_one_does_not(ward_with_keys):
    from coprod_desktop.store.keyring import unlock_both_with_code
    from coprod_desktop.store.recovery_signer import recovery_signer

    old = unlock_both_with_code(ward_with_keys.folder, ward_with_keys.code)
    older, newer = recovery_signer(old.beside), recovery_signer(b"new" * 12)
    with ward_with_keys.opened() as store:
        sign_in(store, PRIYA)
        store.keys.take_new_code(PRIYA.id, newer)
        sign_in(store, ROBIN)
        store.drafts.save(draft(DOCUMENT, ROBIN, "Not shared."))
        store.voices.close_all()
        store.voices.take_code(older)
        with pytest.raises(Problem, match=r"store\.code_gives_no_key"):
            store.keys.renew_with_code(ROBIN.id, b"N" * 32)
        store.voices.take_code(newer)

        assert store.keys.renew_with_code(ROBIN.id, b"N" * 32)
        assert store.record.verify() is None


def test_a_box_that_was_exchanged_is_not_filled(keyed: Store):
    with raw(keyed) as connection:
        change = "UPDATE person_keys SET sealed = zeroblob(96) WHERE person = :who"
        connection.execute(text(change), {"who": "recovery-code"})

    sign_in(keyed, ROBIN)

    with raw(keyed) as connection:
        asked = "SELECT holder FROM escrow_shares WHERE person = 'robin'"
        holders = set(connection.execute(text(asked)).scalars())
    assert holders == {PRIYA.id, CASEY.id}


def test_a_code_whose_box_was_changed_is_told(ward_with_keys):
    from coprod_desktop.store.keyring import unlock_both_with_code
    from coprod_desktop.store.recovery_signer import recovery_signer

    code = unlock_both_with_code(ward_with_keys.folder, ward_with_keys.code)
    with ward_with_keys.opened() as store:
        store.voices.take_code(recovery_signer(code.beside))
        with raw(store) as connection:
            change = "UPDATE escrow_shares SET sealed = zeroblob(92)"
            connection.execute(text(change))

        with pytest.raises(Problem, match=r"store\.database_damaged"):
            store.keys.renew_with_code(ROBIN.id, b"N" * 32)


def test_a_renewal_without_any_way_back_leaves_the_drafts_closed(two: Store):
    with raw(two) as connection:
        for table in ("escrow_shares", "escrow_drafts"):
            connection.execute(text(f"DELETE FROM {table}"))

    with pytest.raises(Problem, match=r"store\.no_way_to_drafts"):
        two.two_people.open_drafts(SAM.id, BOTH, "worried", 30)
    assert not renew(two)

    two.sign_in.open(SAM.id, DoorKind.PIN, NEW_PIN.text)
    assert two.drafts.of(DOCUMENT, [SAM.id]) == ()
    again = replace(draft(DOCUMENT, SAM, "Again."), question="worry")
    two.drafts.save(again)
    assert two.drafts.of(DOCUMENT, [SAM.id]) == (again,)
    assert two.two_people.open_drafts(SAM.id, BOTH, "worried", 30) == (again,)
    newer = draft(DOCUMENT, SAM, "In place of what nobody can read.")
    two.drafts.save(newer)
    assert set(two.drafts.of(DOCUMENT, [SAM.id])) == {again, newer}
