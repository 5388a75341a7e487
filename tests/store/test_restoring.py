"""Only what this program wrote comes out of a backup, and all of it does."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from coprod_desktop.store import keyring_file
from coprod_desktop.store.backup_files import FILES, SUMMARY, read_summary
from coprod_desktop.store.keyring import unlock_both
from coprod_desktop.store.places import Folder
from coprod_desktop.store.restoring import (
    bring_keyring,
    keyring_of,
    unlock_backup,
)
from coprod_desktop.store.vault import open_store
from tests.store.backups import (
    BackedUp,
    copied,
    make,
    rebuild,
    refused,
    rewrite,
)
from tests.store.wards import PASSPHRASE, PRIYA, Ward, made_ward


@pytest.fixture
def ward(backed_up: BackedUp) -> Ward:
    """The ward, closed. It is not changed here."""
    return backed_up.ward


@pytest.fixture
def backup(backed_up: BackedUp, tmp_path: Path) -> Path:
    """A backup of it, which may be changed."""
    return copied(backed_up, tmp_path)


def test_the_new_ward_holds_every_entry_and_every_private_word(
    backed_up: BackedUp, ward: Ward, backup: Path, aside: Folder
):
    document = backed_up.document
    steps = rebuild(backup, aside, ward)

    assert unlock_both(aside, PRIYA.id, PASSPHRASE).key == ward.key
    restored = open_store(aside, ward.key, ward.world)
    with ward.opened() as store:
        assert restored.record.entries() == store.record.entries()
        assert restored.documents.find() == store.documents.find()
        assert restored.drafts.of(document, [PRIYA.id]) == store.drafts.of(
            document, [PRIYA.id]
        )
        assert restored.search.find("biscuit") == store.search.find("biscuit")
    assert restored.record.verify() is None
    assert restored.told == ()
    restored.close()
    assert steps == sorted(steps)
    assert steps[-1] == (100, 100)


def test_the_new_wards_journal_goes_on_where_the_backups_ended(
    ward: Ward, backup: Path, aside: Folder, tmp_path: Path
):
    before = read_summary(backup, ward.key)
    rebuild(backup, aside, ward)

    restored = open_store(aside, ward.key, ward.world)
    again = make(restored, tmp_path / "another stick").summary
    restored.close()

    for name, (sequence, _) in before.ends.items():
        assert again.ends[name][0] > sequence


def test_the_keyring_is_read_and_written_anew(ward: Ward, backup: Path, aside: Folder):
    told = json.loads((backup / "ward.keyring").read_bytes())
    (backup / "ward.keyring").write_text(json.dumps(told, indent=7))

    bring_keyring(backup, aside)

    assert keyring_of(backup).keyring.ward_name == "Larch Ward"
    assert aside.keyring.read_bytes() == ward.folder.keyring.read_bytes()
    assert aside.twin.read_bytes() == aside.keyring.read_bytes()
    assert unlock_backup(backup, PRIYA.id, PASSPHRASE).key == ward.key


@pytest.mark.parametrize("name", [*FILES, SUMMARY])
@pytest.mark.parametrize("at", [0, 17, 100, -1])
def test_a_changed_byte_anywhere_is_refused(
    ward: Ward, backup: Path, aside: Folder, name: str, at: int
):
    content = bytearray((backup / name).read_bytes())
    content[at] ^= 1
    (backup / name).write_bytes(content)

    refused(
        *(backup, aside, ward, "backup.damaged", "backup.not_this_wards"),
        *("store.keyring_damaged", "store.keyring_foreign"),
    )


def missing(path: Path) -> None:
    path.unlink()


def empty(path: Path) -> None:
    path.write_bytes(b"")


def cut(path: Path) -> None:
    os.truncate(path, path.stat().st_size // 2)


def longer(path: Path) -> None:
    with path.open("ab") as file:
        file.write(bytes(5_000_000))


def folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def link(path: Path) -> None:
    moved = path.rename(path.with_name("moved"))
    path.symlink_to(moved)


def link_to_nowhere(path: Path) -> None:
    path.unlink()
    path.symlink_to("/dev/zero")


@pytest.mark.parametrize("name", [*FILES, SUMMARY])
@pytest.mark.parametrize(
    "harm", [missing, empty, cut, longer, folder, link, link_to_nowhere]
)
def test_a_file_that_is_not_what_it_was_is_refused(
    ward: Ward,
    backup: Path,
    aside: Folder,
    name: str,
    harm: Callable[[Path], None],
):
    harm(backup / name)

    refused(
        *(backup, aside, ward, "backup.damaged", "backup.not_there"),
        *("backup.not_this_wards", "store.keyring_empty", "store.keyring_damaged"),
        "store.keyring_foreign",
    )


def test_a_place_without_a_backup_is_told(ward: Ward, aside: Folder, tmp_path: Path):
    refused(tmp_path / "nothing", aside, ward, "backup.not_there")


def test_another_wards_files_inside_a_backup_are_refused(
    ward: Ward, backup: Path, aside: Folder, tmp_path: Path
):
    other = made_ward(tmp_path / "other", "other")
    with other.opened() as store:
        theirs = make(store, tmp_path / "other stick").folder
    for name in ("ward.journal", "ward.drafts"):
        shutil.copy(theirs / name, backup / name)
        rewrite(backup, ward.key, read_summary(backup, ward.key))
        refused(backup, aside, ward)


def test_a_full_disk_is_told(
    ward: Ward, backup: Path, aside: Folder, monkeypatch: pytest.MonkeyPatch
):
    from coprod_desktop.store import restoring

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(restoring, "make_agree", full)
    refused(backup, aside, ward, "store.disk_full")
    monkeypatch.setattr(restoring, "write_durably", full)
    refused(backup, aside, ward, "store.disk_full")


def test_a_keyring_with_numbers_that_are_none_is_refused(
    ward: Ward, backup: Path, aside: Folder
):
    path = backup / "ward.keyring"
    told = json.loads(path.read_bytes())
    told["recovery"]["memory_kib"] = float("inf")
    del told["sum"]
    path.write_text(json.dumps({**told, "sum": keyring_file._sum(told)}))

    refused(backup, aside, ward)
