"""A backup is what the ward held at one moment, read back before it is called one."""

from __future__ import annotations

import os
import shutil
import threading
from datetime import timedelta
from pathlib import Path

import pytest

from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store import backup as backup_module
from coprod_desktop.store.backup import KeptBackup, backups_in
from coprod_desktop.store.backup_files import FILES, SUMMARY, read_summary
from coprod_desktop.store.backup_reading import check_backup
from coprod_desktop.store.vault import Store
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
def place(tmp_path: Path) -> Path:
    """A stick."""
    found = tmp_path / "stick"
    found.mkdir()
    return found


def make(store: Store, place: Path) -> KeptBackup:
    return store.backups.make(place, lambda *_: None)


def refused(store: Store, place: Path, sentence: str) -> None:
    before = fingerprints(place) if place.exists() else {}

    with pytest.raises(Problem) as told:
        make(store, place)

    assert told.value.key == sentence
    assert (fingerprints(place) if place.exists() else {}) == before


def test_a_backup_is_read_back_and_says_what_is_in_it(
    ward: Ward, store: Store, place: Path
):
    full_record(store)
    steps: list[tuple[int, int]] = []

    made = store.backups.make(place, lambda *step: steps.append(step))

    assert made.folder.name == f"coprod-backup-{ward.key.ward_id[:8]}-000001"
    assert sorted(one.name for one in made.folder.iterdir()) == sorted(
        [*FILES, SUMMARY]
    )
    assert check_backup(made.folder, ward.key) == made.summary
    assert (made.summary.head, made.summary.number) == (store.record.head(), 1)
    assert steps == sorted(steps)
    assert steps[-1][0] == steps[-1][1]


def test_backups_count_up_and_the_newest_is_named_first(
    ward: Ward, store: Store, place: Path
):
    for _ in range(3):
        store.documents.start("my-care-plan", 1, SAM.id, PRIYA.id)
        make(store, place)

    found = backups_in(place, ward.key)

    assert [one.summary.number for one in found] == [3, 2, 1]
    assert [one.summary.head for one in found] == [5, 4, 3]


def test_whether_anything_was_written_since_can_be_asked(store: Store, place: Path):
    made = make(store, place)
    assert not store.backups.is_newer(made)

    store.drafts.save(draft(DOCUMENT, PRIYA, "Since then."))

    assert store.backups.is_newer(made)


def test_a_clock_that_is_years_off_changes_neither_order_nor_what_is_kept(
    ward: Ward, place: Path
):
    clock = ward.world.clock
    for number in range(14):
        years = 10 if number % 2 else -10
        clock.now += timedelta(days=365 * years)  # type: ignore[attr-defined]
        with ward.opened() as store:
            store.documents.start("my-care-plan", 1, SAM.id, PRIYA.id)
            make(store, place)

    found = backups_in(place, ward.key)

    assert [one.summary.number for one in found] == [*range(14, 4, -1), 1]


def test_what_another_ward_or_person_keeps_there_is_left_alone(
    ward: Ward, store: Store, place: Path, tmp_path: Path
):
    other = made_ward(tmp_path / "other", "other")
    with other.opened() as theirs:
        make(theirs, place)
    (place / "holiday.jpg").write_bytes(b"the sea")
    (place / f"coprod-backup-{ward.key.ward_id[:8]}-000007").write_text("a file")
    empty = place / f"coprod-backup-{ward.key.ward_id[:8]}-000003"
    empty.mkdir()
    before = fingerprints(place)

    for _ in range(12):
        make(store, place)

    after = fingerprints(place)
    assert before.items() <= after.items()
    assert [one.summary.number for one in backups_in(place, ward.key)][-1] == 1
    assert 3 not in {one.summary.number for one in backups_in(place, ward.key)}


def test_a_link_is_not_a_backup(ward: Ward, store: Store, place: Path):
    made = make(store, place)
    moved = made.folder.rename(place / "elsewhere")
    made.folder.symlink_to(moved, target_is_directory=True)

    assert backups_in(place, ward.key) == ()


def test_a_backup_under_another_number_is_not_counted(
    ward: Ward, store: Store, place: Path
):
    made = make(store, place)
    made.folder.rename(made.folder.with_name(made.folder.name[:-6] + "000009"))

    assert backups_in(place, ward.key) == ()
    assert make(store, place).summary.number == 1


def test_a_place_that_is_not_there_is_told_and_not_made(
    ward: Ward, store: Store, tmp_path: Path
):
    refused(store, tmp_path / "gone", "backup.place_gone")
    with pytest.raises(Problem, match=r"backup\.place_gone"):
        backups_in(tmp_path / "gone", ward.key)


@pytest.mark.parametrize(
    ("number", "sentence"),
    [
        (28, "backup.no_room"),
        (27, "backup.no_room"),
        (13, "backup.not_allowed"),
        (2, "backup.place_gone"),
        (5, "backup.failed"),
    ],
)
def test_a_disk_that_fails_half_way_leaves_nothing_and_is_told(
    store: Store,
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    number: int,
    sentence: str,
):
    make(store, place)

    def failing(*_: object) -> None:
        raise OSError(number, "as the disk says")

    monkeypatch.setattr(backup_module, "_copy", failing)

    refused(store, place, sentence)


def test_a_copy_that_reads_back_otherwise_is_no_backup(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
):
    original = check_backup

    def spoilt(folder: Path, *rest: object) -> object:
        path = folder / "ward.journal"
        content = bytearray(path.read_bytes())
        content[-1] ^= 1
        path.write_bytes(content)
        return original(folder, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(backup_module, "check_backup", spoilt)

    refused(store, place, "backup.damaged")


def test_what_a_crash_left_is_swept_away(ward: Ward, store: Store, place: Path):
    start = f".coprod-backup-{ward.key.ward_id[:8]}"
    (place / f"{start}-making").mkdir()
    (place / f"{start}-making" / "ward.journal").write_bytes(b"half")
    (place / f"{start}-going").symlink_to(place / "nowhere")

    made = make(store, place)

    assert [one.name for one in place.iterdir()] == [made.folder.name]


def test_writing_goes_on_while_a_backup_is_made(
    ward: Ward, store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
):
    document = full_record(store)
    original = backup_module._copy

    def slowly(*arguments: object) -> object:
        writing = threading.Thread(
            target=lambda: store.drafts.save(draft(document, SAM, "Meanwhile."))
        )
        writing.start()
        writing.join(60)
        assert not writing.is_alive()
        return original(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(backup_module, "_copy", slowly)

    made = make(store, place)

    assert check_backup(made.folder, ward.key) == made.summary
    assert store.backups.is_newer(made)


def test_words_that_were_written_over_are_in_no_backup(
    ward: Ward, store: Store, place: Path
):
    for number in range(20):
        store.drafts.save(draft(DOCUMENT, PRIYA, f"Thought {number}. " * 50))

    made = make(store, place)

    with_one = made.summary.files["ward.drafts"].size
    assert with_one < 20_000
    assert made.summary.ends["ward.drafts"][0] > 20


def test_a_full_disk_at_home_does_not_stop_a_backup(
    store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
):
    def full() -> None:
        raise Problem("store.disk_full")

    monkeypatch.setattr(store._database, "tidy", full)

    assert make(store, place).summary.number == 1


def test_stopping_in_the_middle_leaves_nothing(store: Store, place: Path):
    def stop(done: int, of: int) -> None:
        if done > of // 2:
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        store.backups.make(place, stop)

    assert list(place.iterdir()) == []


@pytest.mark.parametrize("name", ["ward.journal", "ward.drafts"])
def test_a_journal_that_was_cut_is_told_and_not_copied(
    ward: Ward, store: Store, place: Path, name: str
):
    os.truncate(ward.folder.ward / name, 100)
    refused(store, place, "backup.journal_damaged")

    os.truncate(ward.folder.ward / name, 10)
    refused(store, place, "backup.journal_damaged")


def test_a_journal_that_gets_shorter_meanwhile_is_told(
    ward: Ward, store: Store, place: Path, monkeypatch: pytest.MonkeyPatch
):
    original = backup_module._copy

    def cutting(source: Path, *rest: object) -> object:
        os.truncate(source, 200)
        return original(source, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(backup_module, "_copy", cutting)

    refused(store, place, "backup.journal_damaged")


def test_a_ward_that_is_open_to_read_only_makes_no_backup(store: Store, place: Path):
    store._database.journal = None

    refused(store, place, "backup.read_only")


def test_a_summary_is_of_one_ward_and_sealed(
    ward: Ward, store: Store, place: Path, tmp_path: Path
):
    made = make(store, place)
    other = made_ward(tmp_path / "other", "other")

    with pytest.raises(Problem, match=r"backup\.not_this_wards"):
        read_summary(made.folder, other.key)
    for path, sentence in (
        (place, "not_there"),
        (made.folder / SUMMARY, "damaged"),
        (Path("\0"), "damaged"),
    ):
        with pytest.raises(Problem, match=rf"backup\.{sentence}"):
            read_summary(path, ward.key)


def test_old_ones_that_are_not_kept_are_taken_away_whole(
    ward: Ward, store: Store, place: Path
):
    made = make(store, place)
    for number in range(2, 18):
        copied = made.folder.with_name(made.folder.name[:-6] + f"{number:06}")
        shutil.copytree(made.folder, copied)

    make(store, place)

    assert len(backups_in(place, ward.key)) == 2
