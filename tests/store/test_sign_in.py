"""Voices open for their own secret, and for nothing else that lies in the file."""

from __future__ import annotations

import pytest
from sqlalchemy import text

from coprod_desktop.model.acts import PersonLeft
from coprod_desktop.model.bodies import RECOVERY
from coprod_desktop.model.documents import Signed
from coprod_desktop.model.doors import DoorKind, chosen_pin
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.vault import Store
from tests.store.wards import (
    BESIDE,
    CASEY,
    CASEY_PASSPHRASE,
    JO,
    PIN,
    PRIYA,
    ROBIN,
    SAM,
    Ward,
    made_ward,
    raw,
    said,
    shared,
)


def test_every_voice_is_closed_when_a_ward_opens(keyed: Store):
    assert not any(keyed.voices.is_open(one.id) for one in (PRIYA, SAM, CASEY))
    assert keyed.voices.key_of(SAM.id) is None
    assert keyed.voices.reading_of(SAM.id) is None
    assert keyed.voices.code is None


def test_each_opens_in_their_own_way(keyed: Store):
    keyed.sign_in.open(SAM.id, DoorKind.PIN, PIN.text)
    keyed.sign_in.open(CASEY.id, DoorKind.PASSPHRASE, CASEY_PASSPHRASE)
    assert keyed.sign_in.open_staff(PRIYA.id, BESIDE[PRIYA.id])

    assert all(keyed.voices.is_open(one.id) for one in (PRIYA, SAM, CASEY))
    keyed.voices.close_all()
    assert not keyed.voices.is_open(SAM.id)
    keyed.voices.close(SAM.id)


def test_what_lies_beside_anothers_door_opens_no_staff_voice(keyed: Store):
    assert not keyed.sign_in.open_staff(PRIYA.id, BESIDE[ROBIN.id])
    assert not keyed.voices.is_open(PRIYA.id)


def test_a_door_is_seen_from_outside(keyed: Store):
    door = keyed.sign_in.door(SAM.id)

    assert door is not None
    assert (door.kind, door.pages, door.tries_left, door.wait_s) == (
        DoorKind.PIN,
        (),
        10,
        0,
    )
    assert door.has_way_back
    assert keyed.sign_in.door(JO.id) is None


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("UPDATE doors SET memory_kib = 8", r"store\.database_damaged"),
        ("UPDATE doors SET salt = x'00'", r"store\.database_damaged"),
        ("UPDATE doors SET sealed = x'0011'", r"store\.wrong_pin"),
        ("UPDATE doors SET pages = '[[\"dog\"]]'", r"store\.wrong_pin"),
        ("DELETE FROM person_keys", r"store\.database_damaged"),
        ("UPDATE person_keys SET sealed = x'0011'", r"store\.database_damaged"),
        ("DELETE FROM doors", r"store\.no_such_door"),
    ],
)
def test_what_was_changed_in_the_file_opens_nothing(
    keyed: Store, change: str, sentence: str
):
    with raw(keyed) as connection:
        connection.execute(text(change))

    with pytest.raises(Problem, match=sentence):
        keyed.sign_in.open(SAM.id, DoorKind.PIN, PIN.text)

    assert not keyed.voices.is_open(SAM.id)


def test_a_door_carried_into_another_ward_opens_nothing(
    keyed: Store, tmp_path, ward_with_keys: Ward
):
    other = made_ward(tmp_path / "other", "other")
    with raw(keyed) as connection:
        rows = connection.execute(text("SELECT * FROM doors WHERE person = 'sam'"))
        (row,) = rows.mappings().all()
    with other.opened() as store:
        store.people.add(SAM, PRIYA.id)
        with raw(store) as connection:
            names = ", ".join(str(name) for name in row)
            values = ", ".join(f":{name}" for name in row)
            insert = f"INSERT INTO doors ({names}) VALUES ({values})"
            connection.execute(text(insert), dict(row))

        with pytest.raises(Problem, match=r"store\.wrong_pin"):
            store.sign_in.open(SAM.id, DoorKind.PIN, PIN.text)


def test_nothing_is_signed_for_somebody_whose_voice_is_closed(keyed: Store):
    with pytest.raises(Problem, match=r"store\.voice_closed"):
        keyed.documents.start("my-care-plan", 1, SAM.id, PRIYA.id)
    keyed.sign_in.open_staff(PRIYA.id, BESIDE[PRIYA.id])
    document = keyed.documents.start("my-care-plan", 1, SAM.id, PRIYA.id)
    mine = shared(SAM, said(SAM, "I want to see my dog."))
    with pytest.raises(Problem, match=r"store\.voice_closed"):
        keyed.record.append(SAM.id, [(document, mine)])

    keyed.sign_in.open(SAM.id, DoorKind.PIN, PIN.text)
    keyed.record.append(SAM.id, [(document, mine)])

    found = keyed.documents.get(document)
    assert found is not None
    assert [one.signed for one in found.statements] == [Signed.OWN]
    assert keyed.record.verify() is None


def test_who_can_sign_now_is_known(keyed: Store):
    with keyed._database.transaction() as turn:
        assert keyed.voices.can_sign(turn, JO.id)
        assert not keyed.voices.can_sign(turn, SAM.id)
    keyed.sign_in.open(SAM.id, DoorKind.PIN, PIN.text)
    with keyed._database.transaction() as turn:
        assert keyed.voices.can_sign(turn, SAM.id)


def test_a_key_is_made_once(keyed: Store):
    keyed.sign_in.open_staff(PRIYA.id, BESIDE[PRIYA.id])
    door = keyed.keys.secret_door(SAM.id, PIN)
    before = keyed.record.entries()

    with pytest.raises(ValueError, match="two people"):
        keyed.keys.make(SAM.id, PRIYA.id, door)
    with pytest.raises(ValueError, match="only staff"):
        keyed.keys.make(JO.id, JO.id, door)

    assert keyed.record.entries() == before
    keyed.sign_in.open(SAM.id, DoorKind.PIN, PIN.text)


def test_another_door_is_made_only_for_an_open_voice(keyed: Store):
    door = keyed.keys.secret_door(SAM.id, chosen_pin("830561", 6))
    with pytest.raises(Problem, match=r"store\.voice_closed"):
        keyed.keys.change_door(SAM.id, door)
    keyed.sign_in.open(SAM.id, DoorKind.PIN, PIN.text)

    keyed.keys.change_door(SAM.id, door)

    keyed.sign_in.open(SAM.id, DoorKind.PIN, "830561")
    with pytest.raises(Problem, match=r"store\.wrong_pin"):
        keyed.sign_in.open(SAM.id, DoorKind.PIN, PIN.text)


def test_staff_sign_in_where_nothing_can_be_written(keyed: Store):
    keyed._database.is_read_only = True

    assert keyed.sign_in.open_staff(PRIYA.id, BESIDE[PRIYA.id])
    for secret in (PIN.text, "858361"):
        with pytest.raises(Problem, match=r"store\.try_not_counted"):
            # A try that cannot be counted is not made, so its answer tells nothing.
            keyed.sign_in.open(SAM.id, DoorKind.PIN, secret)
    assert not keyed.voices.is_open(SAM.id)

    keyed._database.is_read_only = False


def test_the_code_signs_nothing_where_the_ward_was_opened_otherwise(keyed: Store):
    with pytest.raises(ValueError, match="recovery code"):
        keyed.record.append(RECOVERY, [("", PersonLeft(ROBIN.id))])


def test_a_ward_without_a_box_for_the_code_gives_staff_a_way_back_by_two(keyed: Store):
    with raw(keyed) as connection:
        change = "DELETE FROM person_keys WHERE person = :who"
        connection.execute(text(change), {"who": RECOVERY})

    keyed.sign_in.open_staff(ROBIN.id, BESIDE[ROBIN.id])

    door = keyed.sign_in.door(ROBIN.id)
    assert door is not None
    assert door.has_way_back


def test_nothing_open_shows_itself(keyed: Store):
    keyed.sign_in.open(SAM.id, DoorKind.PIN, PIN.text)
    key = keyed.voices.key_of(SAM.id)

    assert key is not None
    assert repr(key) == "OwnKey()"
