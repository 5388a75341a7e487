"""Who may open the ward, and what is said when it does not open."""

from __future__ import annotations

import errno
import json
import subprocess
import sys
from dataclasses import replace

import pytest

from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.keyring import (
    FolderState,
    Keyring,
    StaffDoor,
    WardKey,
    add_staff_door,
    close_staff_door,
    keep_keyring,
    new_code_door,
    new_recovery_code,
    read_keyring,
    same_code,
    state,
    unlock,
    unlock_both,
    unlock_both_with_code,
    unlock_with_code,
)
from coprod_desktop.store.keyring_file import LONGEST
from coprod_desktop.store.places import Folder, default_folder
from tests.architecture.source import ROOT
from tests.fakes import FakeRandom
from tests.store.wards import PASSPHRASE, PRIYA, Ward, fingerprints, made_ward

ROBIN = Person(PersonId("robin"), "Dr Robin Specimen", Role.DOCTOR, "Consultant")


def rewrite(ward: Ward, **changed: object) -> None:
    """Change the keyring as somebody would who knows how it is made."""
    from coprod_desktop.store.keyring_file import _sum

    value = json.loads(ward.folder.keyring.read_text("utf-8"))
    value |= changed
    del value["sum"]
    value["sum"] = _sum(value)
    ward.folder.keyring.write_text(json.dumps(value), "utf-8")
    ward.folder.twin.unlink(missing_ok=True)


def test_the_keyring_tells_who_may_open_the_ward(ward: Ward):
    keyring = read_keyring(ward.folder)

    assert keyring.ward_name == "Larch Ward"
    assert keyring.ward_id == ward.key.ward_id
    assert keyring.doors == (StaffDoor(PRIYA.id, PRIYA.name, "Ward nurse", Role.NURSE),)


def test_passphrase_and_code_open_the_same_ward(ward: Ward):
    assert unlock(ward.folder, PRIYA.id, PASSPHRASE) == ward.key
    assert unlock_with_code(ward.folder, ward.code.lower()) == ward.key


def test_no_secret_stands_in_the_keyring_or_in_what_is_printed_of_a_key(ward: Ward):
    content = ward.folder.keyring.read_text("utf-8")

    assert ward.key.secret.hex() not in content
    assert PASSPHRASE not in content
    assert ward.code.replace("-", "") not in content
    assert ward.key.secret.hex() not in repr(ward.key)
    assert repr(ward.key.secret) not in repr(ward.key)


def test_an_accent_typed_on_another_keyboard_is_the_same_passphrase(ward: Ward):
    one, two = "café by the river", "cafe\u0301 by the river"

    add_staff_door(ward.folder, ward.key, ROBIN, one, world=ward.world)

    assert unlock(ward.folder, ROBIN.id, two) == ward.key


def test_a_second_member_of_staff_gets_a_door_and_the_first_keeps_theirs(ward: Ward):
    add_staff_door(
        ward.folder, ward.key, ROBIN, "quiet lamp on a desk", world=ward.world
    )

    assert unlock(ward.folder, ROBIN.id, "quiet lamp on a desk") == ward.key
    assert unlock(ward.folder, PRIYA.id, PASSPHRASE) == ward.key
    assert unlock_with_code(ward.folder, ward.code) == ward.key
    assert len(read_keyring(ward.folder).doors) == 2


def test_a_new_passphrase_takes_the_place_of_the_old(ward: Ward):
    add_staff_door(
        ward.folder, ward.key, PRIYA, "another sunlit garden", world=ward.world
    )

    assert unlock(ward.folder, PRIYA.id, "another sunlit garden") == ward.key
    with pytest.raises(Problem, match=r"store\.wrong_passphrase"):
        unlock(ward.folder, PRIYA.id, PASSPHRASE)


def test_a_door_is_not_added_with_another_wards_key(ward: Ward, tmp_path):
    other = made_ward(tmp_path / "other", "other")
    before = fingerprints(ward.folder.root)

    with pytest.raises(Problem, match=r"store\.wrong_key"):
        add_staff_door(ward.folder, other.key, ROBIN, PASSPHRASE, world=ward.world)

    assert fingerprints(ward.folder.root) == before


def test_a_door_to_another_key_that_somebody_put_there_is_told(ward: Ward):
    from coprod_desktop.store.keyring import _with_door, keyring_for

    file = keyring_for(ward.folder, ward.key)
    other = replace(ward.key, secret=bytes(32))
    forged = _with_door(file, other, ROBIN, PASSPHRASE, ward.world)
    keep_keyring(ward.folder, forged.file)

    with pytest.raises(Problem, match=r"store\.wrong_key"):
        unlock(ward.folder, ROBIN.id, PASSPHRASE)


def test_a_door_is_closed_and_the_last_one_is_not(ward: Ward):
    passphrase = "quiet lamp on a desk"
    add_staff_door(ward.folder, ward.key, ROBIN, passphrase, world=ward.world)

    close_staff_door(ward.folder, ward.key, PRIYA.id)
    close_staff_door(ward.folder, ward.key, PRIYA.id)

    with pytest.raises(Problem, match=r"store\.wrong_passphrase"):
        unlock(ward.folder, PRIYA.id, PASSPHRASE)
    with pytest.raises(Problem, match=r"store\.last_door"):
        close_staff_door(ward.folder, ward.key, ROBIN.id)
    assert unlock(ward.folder, ROBIN.id, passphrase) == ward.key


def test_another_recovery_code_takes_the_place_of_the_first(ward: Ward):
    code = new_recovery_code(FakeRandom("another"))

    made = new_code_door(ward.folder, ward.key, code, world=ward.world)
    keep_keyring(ward.folder, made.file)

    assert unlock_both_with_code(ward.folder, code) == (ward.key, made.beside)
    with pytest.raises(Problem, match=r"store\.wrong_code"):
        unlock_with_code(ward.folder, ward.code)


def test_one_derivation_gives_the_key_and_what_lies_beside_the_door(ward: Ward):
    both = unlock_both(ward.folder, PRIYA.id, PASSPHRASE)

    assert both.key == ward.key
    assert both == unlock_both(ward.folder, PRIYA.id, PASSPHRASE)
    assert both.beside != unlock_both_with_code(ward.folder, ward.code).beside


@pytest.mark.parametrize(
    ("number", "told"),
    [(errno.ENOSPC, r"store\.disk_full"), (errno.EIO, r"store\.could_not_save")],
)
def test_a_disk_that_fails_leaves_the_keyring_as_it_was(
    ward: Ward, monkeypatch, number: int, told: str
):
    before = fingerprints(ward.folder.root)

    def fail(_: int) -> None:
        raise OSError(number, "so it is told")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(Problem, match=told):
        add_staff_door(ward.folder, ward.key, ROBIN, PASSPHRASE, world=ward.world)

    assert fingerprints(ward.folder.root) == before


@pytest.mark.parametrize("passphrase", ["", "elevensigns", "e\u0301levensigns"])
def test_a_short_passphrase_is_not_taken(ward: Ward, passphrase: str):
    with pytest.raises(Problem, match=r"store\.passphrase_too_short") as told:
        add_staff_door(ward.folder, ward.key, ROBIN, passphrase, world=ward.world)

    assert told.value.named == {"least": 12}


def test_a_wrong_passphrase_and_a_stranger_hear_the_same(ward: Ward):
    before = fingerprints(ward.folder.root)

    for person, passphrase in ((PRIYA, "Sunlit garden gate"), (ROBIN, PASSPHRASE)):
        with pytest.raises(Problem, match=r"store\.wrong_passphrase"):
            unlock(ward.folder, person.id, passphrase)

    assert fingerprints(ward.folder.root) == before


def test_another_wards_code_is_told_from_a_mistyped_one(ward: Ward):
    with pytest.raises(Problem, match=r"store\.wrong_code"):
        unlock_with_code(ward.folder, new_recovery_code(FakeRandom("other")))
    with pytest.raises(Problem, match=r"store\.code_mistyped"):
        unlock_with_code(ward.folder, ward.code[:-1])


def test_a_code_typed_back_is_compared_kindly(ward: Ward):
    assert same_code(ward.code, ward.code.lower().replace("-", " "))
    assert not same_code(ward.code, new_recovery_code(FakeRandom("other")))
    with pytest.raises(Problem, match=r"store\.code_mistyped"):
        same_code(ward.code, "not a code")


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (None, "store.keyring_missing"),
        (b"", "store.keyring_empty"),
        (b" \n", "store.keyring_empty"),
        (b"Dear ward, ...", "store.keyring_foreign"),
        (b"\xff\xfe\x00", "store.keyring_foreign"),
        (b"[1, 2]", "store.keyring_foreign"),
        (b'{"format": "something else"}', "store.keyring_foreign"),
        (b"[" * 100_000, "store.keyring_foreign"),
        (b"x" * (LONGEST + 1), "store.keyring_foreign"),
        (b'{"format": "coprod-desktop/keyring"', "store.keyring_damaged"),
        (
            b'{"format": "coprod-desktop/keyring", "version": 2}',
            "store.keyring_too_new",
        ),
        (
            b'{"format": "coprod-desktop/keyring", "version": "new"}',
            "store.keyring_damaged",
        ),
    ],
)
def test_whatever_lies_in_the_keyrings_place_has_its_own_sentence(
    ward: Ward, content: bytes | None, sentence: str
):
    ward.folder.twin.unlink()
    if content is None:
        ward.folder.keyring.unlink()
    else:
        ward.folder.keyring.write_bytes(content)
    before = fingerprints(ward.folder.root)

    for opening in (
        lambda: read_keyring(ward.folder),
        lambda: unlock(ward.folder, PRIYA.id, PASSPHRASE),
        lambda: unlock_with_code(ward.folder, ward.code),
    ):
        with pytest.raises(Problem, match=sentence.replace(".", r"\.")):
            opening()

    assert state(ward.folder) is FolderState.BROKEN
    assert fingerprints(ward.folder.root) == before


def test_a_keyring_that_cannot_be_read_has_its_own_sentence(ward: Ward):
    ward.folder.twin.unlink()
    ward.folder.keyring.unlink()
    ward.folder.keyring.mkdir()

    with pytest.raises(Problem, match=r"store\.could_not_read"):
        read_keyring(ward.folder)


def test_half_a_keyring_is_damaged(ward: Ward):
    ward.folder.twin.unlink()
    content = ward.folder.keyring.read_bytes()

    for length in range(40, len(content) - 2, 97):
        ward.folder.keyring.write_bytes(content[:length])
        with pytest.raises(Problem, match=r"store\.keyring_(damaged|foreign)"):
            read_keyring(ward.folder)


def test_every_changed_byte_of_a_keyring_is_noticed(ward: Ward):
    ward.folder.twin.unlink()
    content = ward.folder.keyring.read_bytes()
    keyring = read_keyring(ward.folder)

    for at in range(len(content)):
        changed = bytearray(content)
        changed[at] ^= 1
        ward.folder.keyring.write_bytes(changed)
        found: Keyring | str
        try:
            found = read_keyring(ward.folder)
        except Problem as problem:
            found = problem.key
        # A change of white space alone may pass.
        assert found == keyring or str(found).startswith("store.keyring_")


def test_a_name_changed_by_somebody_who_knows_how_opens_no_door(ward: Ward):
    rewrite(ward, name="Another Ward")

    with pytest.raises(Problem, match=r"store\.wrong_passphrase"):
        unlock(ward.folder, PRIYA.id, PASSPHRASE)


def test_a_check_value_of_another_key_is_noticed(ward: Ward):
    # The check value is sealed in with the doors, so only a key can be exchanged.
    with pytest.raises(Problem, match=r"store\.wrong_key"):
        add_staff_door(
            ward.folder,
            replace(ward.key, secret=bytes(32)),
            ROBIN,
            PASSPHRASE,
            world=ward.world,
        )


@pytest.mark.parametrize(
    "part",
    [
        {"recovery": {}},
        {"recovery": None},
        {"check": "not hexadecimal"},
        {"staff": [{"person": "x", "name": "x", "title": "", "role": "king"}]},
    ],
)
def test_a_keyring_that_is_not_filled_in_is_damaged(
    ward: Ward, part: dict[str, object]
):
    rewrite(ward, **part)

    with pytest.raises(Problem, match=r"store\.keyring_damaged"):
        read_keyring(ward.folder)


@pytest.mark.parametrize("cost", [{"passes": 1}, {"memory_kib": 2**31}, {"salt": ""}])
def test_a_door_made_cheap_or_beyond_price_is_damaged(
    ward: Ward, cost: dict[str, object]
):
    value = json.loads(ward.folder.keyring.read_text("utf-8"))
    rewrite(ward, recovery=value["recovery"] | cost)

    with pytest.raises(Problem, match=r"store\.keyring_damaged"):
        unlock_with_code(ward.folder, ward.code)


def test_a_folder_says_what_it_holds(ward: Ward, tmp_path):
    empty = Folder(tmp_path / "nothing")

    assert state(empty) is FolderState.EMPTY
    assert state(ward.folder) is FolderState.WARD
    with pytest.raises(Problem, match=r"store\.no_ward_here"):
        read_keyring(empty)
    ward.folder.database.unlink()
    assert state(ward.folder) is FolderState.WARD
    ward.folder.journal.unlink()
    assert state(ward.folder) is FolderState.BROKEN
    assert not empty.root.exists()


def test_a_key_fits_its_own_ward_alone(ward: Ward):
    assert WardKey(ward.key.ward_id, ward.key.secret) == ward.key
    assert not ward.key.fits(bytes(32))


def test_the_systems_own_folder_bears_the_programs_name():
    assert default_folder().root.name == "coprod-desktop"


def test_looking_at_a_keyring_loads_no_database_and_no_cipher():
    asked = (
        "import sys, coprod_desktop.store.keyring, coprod_desktop.store.world;"
        "late = ('sqlalchemy', 'sqlcipher3', 'alembic', 'argon2', 'cryptography');"
        "print([one for one in late if one in sys.modules])"
    )

    ran = subprocess.run(
        [sys.executable, "-c", asked], cwd=ROOT, capture_output=True, text=True
    )

    assert ran.stdout.strip() == "[]", ran.stderr
