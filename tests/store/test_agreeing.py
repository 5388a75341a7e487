"""What one file of a ward has lost is put back from the others, and told."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.model.problem import Problem
from coprod_desktop.store import journal
from coprod_desktop.store.places import Folder
from coprod_desktop.store.schema import Book
from coprod_desktop.store.vault import open_store
from tests.store.journals import (
    FILES,
    Disk,
    Kept,
    agree,
    copied,
    flipped,
    grown,
    is_found,
    kept,
    keys,
    lines_in,
    watched,
    whole_again,
)
from tests.store.wards import (
    SAM,
    Ward,
    draft,
    fingerprints,
    raw,
)

WORDS = "Not shared yet."


def test_a_sound_ward_opens_with_nothing_to_tell(ward: Ward, before: Kept):
    whole_again(ward, before)


def cut(length: int) -> Callable[[bytes], bytes]:
    return lambda content: content[:length]


CHANGES: dict[str, Callable[[bytes], bytes] | None] = {
    "deleted": None,
    "emptied": cut(0),
    "cut in its header": cut(40),
    "cut behind its header": cut(64),
    "cut by two bytes": lambda content: content[:-2],
    "overwritten": lambda content: b"Dear ward, " * (len(content) // 11),
    "zeroed": lambda content: bytes(len(content)),
    "flipped at its start": flipped(0),
    "flipped near its end": flipped(0.99),
}


@pytest.mark.parametrize("how", CHANGES)
@pytest.mark.parametrize("name", FILES)
def test_any_one_file_lost_or_damaged_costs_nothing(
    ward: Ward, before: Kept, name: str, how: str
):
    path = ward.folder.ward / name
    change = CHANGES[how]
    content = path.read_bytes()
    if change is None:
        path.unlink()
    else:
        path.write_bytes(change(content))
        assert path.read_bytes() != content

    is_noticed = at_once(ward)
    whole_again(ward, before, *([] if is_noticed else [FILES[name]]))
    aside = path.with_name(f"{name}.damaged-1")
    assert aside.exists() == (how != "deleted")


def at_once(ward: Ward) -> bool:
    """Whether opening notices what happened; where it does not, the check must."""
    with ward.opened() as store:
        if store.told:
            return True
        assert is_found(store)
        return False


def test_a_lost_twin_of_the_keyring_is_made_again_without_a_word(
    ward: Ward, before: Kept
):
    content = ward.folder.twin.read_bytes()
    ward.folder.twin.unlink()

    whole_again(ward, before)

    assert ward.folder.twin.read_bytes() == content


@pytest.mark.parametrize("name", ["ward.journal", "ward.drafts"])
@pytest.mark.parametrize("place", [0.2, 0.5, 0.8])
def test_damage_in_the_middle_of_the_journal_is_found_by_the_check_and_mended(
    ward: Ward, before: Kept, name: str, place: float
):
    path = ward.folder.ward / name
    path.write_bytes(flipped(place)(path.read_bytes()))

    is_noticed = at_once(ward)

    whole_again(ward, before, *([] if is_noticed else [FILES[name]]))


def test_a_second_damage_is_kept_beside_the_first(ward: Ward, before: Kept):
    for number in (1, 2):
        ward.folder.journal.write_bytes(b"%d" % number)
        with ward.opened() as store:
            assert keys(store) == ["store.told.journal_made_anew"]
        aside = ward.folder.ward / f"ward.journal.damaged-{number}"
        assert aside.read_bytes() == b"%d" % number


def test_a_long_record_is_made_anew_in_pieces(
    ward: Ward, before: Kept, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(journal, "ROWS_A_RECORD", 11)
    ward.folder.journal.unlink()
    whole_again(ward, before, "store.told.journal_made_anew")
    before = grown(ward, before)
    monkeypatch.setattr(journal, "ROWS_A_RECORD", 4)
    ward.folder.journal.unlink()

    whole_again(ward, before, "store.told.journal_made_anew")

    numbers = [
        [change.cells["number"] for change in lines.changes]
        for lines in lines_in(ward, Book.JOURNAL)
    ]
    assert numbers[:3] == [[1, 2, 3, 4], [5, 6, 7, 8], [9, 10, 11, 12]]
    ward.folder.database.unlink()
    with ward.opened() as store:
        assert keys(store) == ["store.told.database_made_anew"]
        agree(store)


def test_where_neither_can_be_believed_nothing_is_touched(ward: Ward, before: Kept):
    for path in (ward.folder.database, ward.folder.journal):
        path.write_bytes(flipped(0.5)(path.read_bytes()))
    ward.folder.database.write_bytes(ward.folder.database.read_bytes()[:5000])
    found = fingerprints(ward.folder.root)

    with pytest.raises(Problem, match=r"store\.database_truncated"):
        open_store(ward.folder, ward.key, ward.world)

    assert fingerprints(ward.folder.root) == found


def test_a_full_disk_while_a_file_is_made_anew_changes_nothing(
    ward: Ward, before: Kept, monkeypatch: pytest.MonkeyPatch
):
    ward.folder.database.unlink()
    found = fingerprints(ward.folder.root)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("coprod_desktop.store.agreeing.sync_folder", full)
        patch.setattr(Path, "replace", full)
        with pytest.raises(Problem, match=r"store\.disk_full"):
            open_store(ward.folder, ward.key, ward.world)

    assert fingerprints(ward.folder.root) == found
    whole_again(ward, before, "store.told.database_made_anew")


def test_a_full_disk_does_not_keep_a_ward_from_opening(
    ward: Ward, before: Kept, tmp_path: Path
):
    with ward.opened() as store:
        store.drafts.save(draft(before.document, SAM, "Newer.", "worry"))
        now = kept(store, before.document)
        killed = copied(ward, tmp_path / "killed")

    with watched(Disk(fails_at=frozenset(range(1, 99)))):
        store = open_store(killed.folder, killed.key, killed.world)
    assert keys(store) == []
    assert kept(store, before.document) == now
    store.close()
    whole_again(killed, now)


def test_a_journal_that_cannot_be_made_anew_leaves_everything(
    ward: Ward, before: Kept, monkeypatch: pytest.MonkeyPatch
):
    ward.folder.journal.unlink()
    found = fingerprints(ward.folder.root)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", full)
        with pytest.raises(Problem, match=r"store\.disk_full"):
            open_store(ward.folder, ward.key, ward.world)

    assert fingerprints(ward.folder.root) == found


def test_what_a_crash_left_half_made_is_cleared_away(ward: Ward, before: Kept):
    for name in ("ward.journal", "ward.drafts", "ward.coprod"):
        (ward.folder.ward / f"{name}.new").write_bytes(b"half")

    whole_again(ward, before)

    assert not list(ward.folder.ward.glob("*.new"))


def test_what_cannot_be_cleared_away_now_is_cleared_at_the_next_opening(
    ward: Ward, before: Kept, monkeypatch: pytest.MonkeyPatch
):
    left = ward.folder.ward / "ward.drafts.new"
    left.write_bytes(b"half")
    real = Path.unlink

    def unlink(path: Path, *, missing_ok: bool = False) -> None:
        if path == left:
            raise OSError(5, "Input/output error")
        real(path, missing_ok=missing_ok)

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", unlink)
        whole_again(ward, before)
    assert left.exists()

    with ward.opened() as store:
        assert store.told == ()

    assert not left.exists()


def test_an_older_list_of_forms_is_made_anew(ward: Ward, before: Kept):
    with ward.opened() as store, raw(store) as connection:
        connection.exec_driver_sql("UPDATE head SET number = number - 1")

    whole_again(ward, before, "store.told.lists_made_anew")


def test_a_journal_that_a_newer_program_wrote_is_refused_politely(
    ward: Ward, before: Kept, monkeypatch: pytest.MonkeyPatch
):
    versions = "coprod_desktop.store.journal_lines.VERSIONS"
    with monkeypatch.context() as patch:
        patch.setattr(versions, ("9999",))
        ward.folder.journal.unlink()
        with ward.opened():
            pass
    ward.folder.database.unlink()

    with pytest.raises(Problem, match=r"store\.database_too_new"):
        open_store(ward.folder, ward.key, ward.world)


def test_a_copied_folder_opens_in_another_place(
    ward: Ward, before: Kept, tmp_path: Path
):
    moved = replace(ward, folder=Folder(tmp_path / "moved"))
    shutil.move(ward.folder.root, moved.folder.root)

    whole_again(moved, before)
