"""Not opening a ward: every reason has its own sentence, and nothing is touched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.model.problem import Problem
from coprod_desktop.store import opening
from coprod_desktop.store.keyring import (
    unlock,
)
from coprod_desktop.store.places import Folder
from coprod_desktop.store.settings import PAGE_BYTES
from coprod_desktop.store.vault import open_store
from tests.architecture.source import ROOT
from tests.store.wards import (
    PASSPHRASE,
    PRIYA,
    SAM,
    Ward,
    full_record,
    lose_journal,
    made_ward,
    opening_fails,
)


def test_another_wards_key_is_refused_before_the_file_is_touched(
    ward: Ward, tmp_path: Path
):
    other = made_ward(tmp_path / "other", "other")

    opening_fails(ward, "store.wrong_key", other.key)


def test_another_wards_keyring_is_refused(ward: Ward, tmp_path: Path):
    other = made_ward(tmp_path / "other", "other")
    shutil.copy(other.folder.keyring, ward.folder.keyring)
    shutil.copy(other.folder.keyring, ward.folder.twin)
    lose_journal(ward)

    opening_fails(ward, "store.wrong_key")
    key = unlock(ward.folder, PRIYA.id, PASSPHRASE)
    opening_fails(ward, "store.database_foreign", key)


def test_another_wards_words_are_refused(ward: Ward, tmp_path: Path):
    other = made_ward(tmp_path / "other", "other")
    shutil.copy(other.folder.database, ward.folder.database)
    lose_journal(ward)

    opening_fails(ward, "store.database_foreign")


def cut(length: int) -> Callable[[bytes], bytes]:
    """Keep the start of a file."""
    return lambda content: content[:length]


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (cut(0), "store.database_empty"),
        (cut(7), "store.database_truncated"),
        (cut(16), "store.database_truncated"),
        (cut(PAGE_BYTES - 1), "store.database_truncated"),
        (cut(PAGE_BYTES * 3 + 1), "store.database_truncated"),
        (cut(PAGE_BYTES), "store.database_damaged"),
        (lambda _: b"SQLite format 3\0" + bytes(8176), "store.database_foreign"),
        (lambda _: b"Dear ward", "store.database_foreign"),
        (lambda content: content[:16] + bytes(8176), "store.database_damaged"),
        (
            lambda content: content[:99] + bytes([content[99] ^ 1]) + content[100:],
            "store.database_damaged",
        ),
        (
            lambda content: bytes([content[0] ^ 1]) + content[1:],
            "store.database_foreign",
        ),
    ],
)
def test_whatever_lies_in_the_words_place_has_its_own_sentence(
    ward: Ward, change: Callable[[bytes], bytes], sentence: str
):
    lose_journal(ward)
    content = ward.folder.database.read_bytes()
    ward.folder.database.write_bytes(change(content))

    opening_fails(ward, sentence)


def test_missing_words_are_told_where_there_is_no_journal(ward: Ward):
    ward.folder.database.unlink()
    lose_journal(ward)

    opening_fails(ward, "store.database_missing")


def test_a_missing_keyring_is_told(ward: Ward):
    ward.folder.keyring.unlink()
    ward.folder.twin.unlink()

    opening_fails(ward, "store.keyring_missing")


def test_a_network_share_is_no_place_for_a_ward(
    ward: Ward, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(opening, "is_on_network", lambda _: True)

    opening_fails(ward, "store.network_share")
    with pytest.raises(Problem, match=r"store\.network_share"):
        made_ward(tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_folder_without_a_ward_is_told(ward: Ward, tmp_path: Path):
    nowhere = replace(ward, folder=Folder(tmp_path / "nowhere"))

    opening_fails(nowhere, "store.no_ward_here")

    assert not nowhere.folder.root.exists()


def test_a_lock_file_that_was_lost_is_made_again_but_not_by_a_failed_opening(
    ward: Ward,
):
    ward.folder.lock.unlink()
    lose_journal(ward)
    content = ward.folder.database.read_bytes()
    ward.folder.database.write_bytes(content[:100])

    opening_fails(ward, "store.database_truncated")

    ward.folder.database.write_bytes(content)
    with ward.opened():
        assert ward.folder.lock.exists()


def test_a_ward_that_is_open_is_not_opened_twice(ward: Ward):
    with ward.opened() as store:
        with pytest.raises(Problem, match=r"store\.folder_in_use"):
            open_store(ward.folder, ward.key, ward.world)
        full_record(store)

    with ward.opened() as store:
        assert store.record.verify() is None


def test_the_file_itself_is_locked_as_well(ward: Ward, tmp_path: Path):
    # A program that knows nothing of the lock file, or a network share that ignores it.
    with ward.opened() as store:
        store.record.head()
        ward.folder.lock.rename(tmp_path / "lock")
        with pytest.raises(Problem, match=r"store\.folder_in_use"):
            open_store(ward.folder, ward.key, ward.world)


def test_a_lock_file_that_was_exchanged_meanwhile_counts_as_in_use(
    ward: Ward, monkeypatch: pytest.MonkeyPatch
):
    real = os.fstat

    def other(file: int) -> os.stat_result:
        ward.folder.lock.unlink()
        ward.folder.lock.touch()
        return real(file)

    monkeypatch.setattr("coprod_desktop.store.disk.os.fstat", other)

    with pytest.raises(Problem, match=r"store\.folder_in_use"):
        open_store(ward.folder, ward.key, ward.world)


def test_a_killed_program_leaves_no_lock_behind(ward: Ward):
    program = (
        "import os, sys; from pathlib import Path;"
        "from tests.store.wards import *; from tests.fakes import fake_world;"
        "folder = Folder(Path(sys.argv[1]));"
        "key = WardKey(sys.argv[2], bytes.fromhex(sys.argv[3]));"
        "store = open_store(folder, key, fake_world());"
        "store.people.add(SAM, PRIYA.id);"
        "print('open', flush=True); sys.stdin.read()"
    )
    arguments = [str(ward.folder.root), ward.key.ward_id, ward.key.secret.hex()]
    with subprocess.Popen(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        with pytest.raises(Problem, match=r"store\.folder_in_use"):
            open_store(ward.folder, ward.key, ward.world)
        other.kill()

    with ward.opened() as store:
        assert SAM in store.record.state().people.everyone
