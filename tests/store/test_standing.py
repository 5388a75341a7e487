"""A backup is held against what stands here, however damaged that is."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest

from coprod_desktop.model.documents import DocumentId
from coprod_desktop.store import standing
from coprod_desktop.store.backup import KeptBackup
from coprod_desktop.store.journal_lines import Lines
from coprod_desktop.store.places import Folder
from coprod_desktop.store.restoring import bring_keyring, rebuild_ward
from coprod_desktop.store.standing import Verdict, Weighed, is_another_ward, weigh
from coprod_desktop.store.turn import RowChange
from coprod_desktop.store.vault import Store
from tests.store.backups import make
from tests.store.wards import (
    PRIYA,
    SAM,
    Ward,
    draft,
    fingerprints,
    full_record,
    made_ward,
)

DOCUMENT = DocumentId("document")


@pytest.fixture
def backup(ward: Ward, tmp_path: Path) -> KeptBackup:
    """A backup of a ward with words in it."""
    with ward.opened() as store:
        full_record(store)
        store.drafts.save(draft(DOCUMENT, PRIYA, "Not for everybody yet."))
        return make(store, tmp_path / "stick")


def weighed(ward: Ward, backup: KeptBackup, tmp_path: Path) -> Weighed:
    rebuilt = Folder(tmp_path / "rebuilt")
    rebuilt.ward.mkdir(parents=True)
    bring_keyring(backup.folder, rebuilt)
    rebuild_ward(backup.folder, rebuilt, ward.key, ward.world, lambda *_: None)
    before = fingerprints(ward.folder.root)

    found = weigh(ward.folder, rebuilt, backup, ward.key)

    assert fingerprints(ward.folder.root) == before
    return found


def share_more(store: Store) -> None:
    store.documents.start("my-care-plan", 1, SAM.id, PRIYA.id)


def save_more(store: Store) -> None:
    store.drafts.save(draft(DOCUMENT, PRIYA, "Something else by now."))


def erase(store: Store) -> None:
    store.drafts.drop(DOCUMENT, "hope", PRIYA.id)


def test_nothing_is_lost_where_nothing_was_written_since(
    ward: Ward, backup: KeptBackup, tmp_path: Path
):
    assert weighed(ward, backup, tmp_path) == Weighed(Verdict.WHOLE, 11)


def test_nothing_is_lost_where_private_words_were_erased_since(
    ward: Ward, backup: KeptBackup, tmp_path: Path
):
    with ward.opened() as store:
        erase(store)

    assert weighed(ward, backup, tmp_path) == Weighed(Verdict.WHOLE, 11)


@pytest.mark.parametrize("act", [share_more, save_more])
def test_a_backup_is_older_when_anything_was_written_since(
    ward: Ward, backup: KeptBackup, tmp_path: Path, act: object
):
    with ward.opened() as store:
        act(store)  # type: ignore[operator]
        head = store.record.head()

    assert weighed(ward, backup, tmp_path) == Weighed(Verdict.OLDER, head)


def test_two_wards_that_went_apart_are_told_from_an_older_one(
    ward: Ward, tmp_path: Path
):
    with ward.opened() as store:
        full_record(store)
    here = tmp_path / "here"
    shutil.copytree(ward.folder.ward, here)
    with ward.opened() as store:
        store.documents.start("my-care-plan", 1, SAM.id, PRIYA.id)
        backup = make(store, tmp_path / "stick")
    shutil.rmtree(ward.folder.ward)
    shutil.copytree(here, ward.folder.ward)
    with ward.opened() as store:
        for number in (1, 2):
            store.documents.start("my-ward-round", number, SAM.id, PRIYA.id)

    assert weighed(ward, backup, tmp_path) == Weighed(Verdict.FORKED, 13)


def test_an_empty_place_takes_the_newest_backup_and_no_older_one(
    ward: Ward, backup: KeptBackup, tmp_path: Path
):
    with ward.opened() as store:
        share_more(store)
        newer = make(store, backup.folder.parent)
    shutil.rmtree(ward.folder.ward)

    assert weighed(ward, newer, tmp_path / "1") == Weighed(Verdict.WHOLE, 0)
    assert weighed(ward, backup, tmp_path / "2") == Weighed(Verdict.OLDER, 0)


def spoil(path: Path) -> None:
    path.write_bytes(b"\xff" * path.stat().st_size)


@pytest.mark.parametrize(
    ("spoilt", "found"),
    [
        (("ward.coprod",), Weighed(Verdict.OLDER, 12)),
        (("ward.journal",), Weighed(Verdict.OLDER, 12)),
        (("ward.drafts",), Weighed(Verdict.OLDER, 12)),
        (("ward.coprod", "ward.journal"), Weighed(Verdict.OLDER, 0)),
        (("ward.journal", "ward.drafts"), Weighed(Verdict.OLDER, 12)),
        (("ward.coprod", "ward.journal", "ward.drafts"), Weighed(Verdict.WHOLE, 0)),
    ],
)
def test_what_can_still_be_read_counts(
    ward: Ward,
    backup: KeptBackup,
    tmp_path: Path,
    spoilt: tuple[str, ...],
    found: Weighed,
):
    with ward.opened() as store:
        save_more(store)
        share_more(store)
    for name in spoilt:
        spoil(ward.folder.ward / name)

    assert weighed(ward, backup, tmp_path) == found


def test_a_database_that_is_gone_and_a_journal_that_is_older_hide_nothing(
    ward: Ward, backup: KeptBackup, tmp_path: Path
):
    older = ward.folder.journal.read_bytes()
    with ward.opened() as store:
        share_more(store)
    newer = ward.folder.journal.read_bytes()
    ward.folder.journal.write_bytes(older)
    assert weighed(ward, backup, tmp_path / "1") == Weighed(Verdict.OLDER, 12)

    ward.folder.journal.write_bytes(newer)
    ward.folder.database.unlink()
    assert weighed(ward, backup, tmp_path / "2") == Weighed(Verdict.OLDER, 12)


@pytest.mark.parametrize("name", ["ward.journal", "ward.drafts"])
def test_a_file_that_is_damaged_in_the_middle_hides_nothing(
    ward: Ward, backup: KeptBackup, tmp_path: Path, name: str
):
    with ward.opened() as store:
        save_more(store)
    path = ward.folder.ward / name
    content = bytearray(path.read_bytes())
    content[200] ^= 1
    path.write_bytes(content)

    assert weighed(ward, backup, tmp_path) == Weighed(Verdict.OLDER, 11)


def test_of_a_private_file_the_last_word_counts():
    key = {"person": "sam"}
    told = [
        Lines((RowChange("tries", {**key, "failed": 1}),), is_whole=True),
        Lines((RowChange("tries", {**key, "failed": 2}),)),
        Lines((RowChange("tries", {"person": "jo", "failed": 3}),)),
        Lines((RowChange("tries", key, is_gone=True),)),
    ]

    assert standing._rows_told(told) == {
        ("tries", frozenset({("person", "jo"), ("failed", 3)}))
    }
    assert standing._rows_told([*told, Lines((), is_whole=True)]) == frozenset()


def test_private_words_are_read_from_the_file_of_the_journal_as_they_stand(
    ward: Ward, backup: KeptBackup, tmp_path: Path
):
    with ward.opened() as store:
        save_more(store)
        store.drafts.save(draft(DOCUMENT, PRIYA, "Again.", "other"))
        store.drafts.drop(DOCUMENT, "other", PRIYA.id)
        store._database.abandon()
        store._lock.release()  # type: ignore[union-attr]
        spoil(ward.folder.database)

        assert weighed(ward, backup, tmp_path) == Weighed(Verdict.OLDER, 11)


def test_another_ward_is_known_by_its_keyring(ward: Ward, tmp_path: Path):
    other = made_ward(tmp_path / "other", "other")

    assert is_another_ward(ward.folder, other.key)
    assert not is_another_ward(ward.folder, ward.key)
    for path in (ward.folder.keyring, ward.folder.twin):
        os.truncate(path, 10)
    assert not is_another_ward(ward.folder, other.key)
    assert not is_another_ward(Folder(tmp_path / "none"), other.key)
