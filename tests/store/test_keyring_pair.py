"""The ward's keys stand in two files; either is enough, and mends the other."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from coprod_desktop.model.people import Person, PersonId, Role
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.keyring import (
    add_staff_door,
    read_keyring,
    unlock,
    unlock_with_code,
)
from coprod_desktop.store.keyring_file import read_file
from tests.store.wards import PASSPHRASE, PRIYA, Ward, made_ward, opening_fails

ROBIN = Person(PersonId("robin"), "Robin Sample", Role.NURSE)
OTHER = "quiet lamp on a desk"


def add_robin(ward: Ward) -> None:
    add_staff_door(ward.folder, ward.key, ROBIN, OTHER, world=ward.world)


def doors(ward: Ward) -> set[str]:
    return {one.person_id for one in read_keyring(ward.folder).doors}


def test_both_files_say_the_same_after_every_change(ward: Ward):
    add_robin(ward)

    assert ward.folder.keyring.read_bytes() == ward.folder.twin.read_bytes()
    assert doors(ward) == {"priya", "robin"}


@pytest.mark.parametrize("name", ["keyring", "twin"])
def test_the_whole_one_opens_the_ward_before_anything_is_mended(ward: Ward, name: str):
    getattr(ward.folder, name).write_bytes(b"damaged")

    assert unlock(ward.folder, PRIYA.id, PASSPHRASE) == ward.key
    assert unlock_with_code(ward.folder, ward.code) == ward.key
    assert getattr(ward.folder, name).read_bytes() == b"damaged"


def test_of_two_whole_files_the_newer_is_believed_and_the_older_is_mended(ward: Ward):
    older = ward.folder.keyring.read_bytes()
    add_robin(ward)
    newer = ward.folder.keyring.read_bytes()
    for path in (ward.folder.keyring, ward.folder.twin):
        path.write_bytes(older)

        assert doors(ward) == {"priya", "robin"}
        with ward.opened() as store:
            assert store.told == ()

        assert path.read_bytes() == newer
    assert not list(ward.folder.ward.glob("*damaged*"))


def test_a_twin_that_could_not_be_written_is_written_at_the_next_opening(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
):
    real = Path.replace

    def replaced(path: Path, place: Path) -> Path:
        if place == ward.folder.twin:
            raise OSError(28, "No space left on device")
        return real(path, place)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", replaced)
        add_robin(ward)

    assert doors(ward) == {"priya", "robin"}
    assert len(read_file(ward.folder.twin).keyring.doors) == 1
    with ward.opened() as store:
        assert store.told == ()
    assert len(read_file(ward.folder.twin).keyring.doors) == 2


def test_a_keyring_that_cannot_be_mended_now_opens_the_ward_all_the_same(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
):
    ward.folder.keyring.unlink()
    real = os.fsync

    def full(file: int) -> None:
        if Path(f"/proc/self/fd/{file}").readlink().name == "ward.keyring.new":
            raise OSError(28, "No space left on device")
        real(file)

    with monkeypatch.context() as patch:
        if Path("/proc/self/fd").exists():
            patch.setattr(os, "fsync", full)
            with ward.opened() as store:
                assert store.told == ()
                assert not ward.folder.keyring.exists()
    with ward.opened() as store:
        assert [one.key for one in store.told] == ["store.told.keyring_mended"]


def test_both_of_another_ward_are_refused_and_one_of_another_is_not_believed(
    ward: Ward, tmp_path: Path
):
    other = made_ward(tmp_path / "other", "other")
    shutil.copy(other.folder.keyring, ward.folder.keyring)

    assert unlock(ward.folder, PRIYA.id, PASSPHRASE) in (ward.key, other.key)
    assert unlock_with_code(ward.folder, ward.code) == ward.key
    add_robin(ward)
    assert unlock(ward.folder, ROBIN.id, OTHER) == ward.key

    for path in (ward.folder.keyring, ward.folder.twin):
        shutil.copy(other.folder.keyring, path)
    opening_fails(ward, "store.wrong_key")


def test_a_newer_programs_keyring_is_not_passed_over_for_its_older_twin(ward: Ward):
    ward.folder.keyring.write_bytes(
        b'{"format": "coprod-desktop/keyring", "version": 2}'
    )

    with pytest.raises(Problem, match=r"store\.keyring_too_new"):
        read_keyring(ward.folder)
