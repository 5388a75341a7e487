"""Whatever is left of a ward, every shared entry that any file gives back is read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from coprod_desktop.model.problem import Problem
from coprod_desktop.store import rescue as rescue_module
from coprod_desktop.store.encrypted_file import database_at
from coprod_desktop.store.journal_file import HEADER_BYTES
from coprod_desktop.store.rescue import Rescued, rescue
from coprod_desktop.store.settings import PAGE_BYTES
from tests.fakes import HeardProgress
from tests.store.journals import Kept, copied, flipped, kept
from tests.store.wards import (
    SAM,
    Ward,
    draft,
    fingerprints,
    made_ward,
    said,
    shared,
    without_triggers,
)


def rescued(ward: Ward) -> Rescued:
    """Rescue what can be read, and find the folder as it was."""
    before = fingerprints(ward.folder.root)
    found = rescue(ward.folder, ward.key)
    assert fingerprints(ward.folder.root) == before
    return found


@pytest.fixture
def long(ward: Ward, before: Kept) -> Kept:
    """A record over many pages."""
    with ward.opened() as store:
        for number in range(40):
            words = f"Thought {number}. " + "word " * 150
            told = shared(SAM, said(SAM, words), 1, f"thought {number}")
            store.record.append(SAM.id, [(before.document, told)])
        return kept(store, before.document)


def test_a_whole_ward_is_read_in_full(ward: Ward, before: Kept):
    assert rescued(ward) == Rescued(
        before.entries, (), (), ("ward.journal", "ward.coprod")
    )


@pytest.mark.parametrize("name", ["journal", "database"])
@pytest.mark.parametrize("how", ["deleted", "emptied", "damaged"])
def test_one_file_is_enough(ward: Ward, long: Kept, name: str, how: str):
    path = getattr(ward.folder, name)
    if how == "deleted":
        path.unlink()
    else:
        path.write_bytes(b"" if how == "emptied" else b"\0" * path.stat().st_size)

    found = rescued(ward)

    assert found.entries == long.entries
    assert (found.missing, found.differing) == ((), ())
    assert len(found.read) == 1


def test_of_a_journal_that_breaks_off_the_rest_is_named(ward: Ward, long: Kept):
    content = ward.folder.journal.read_bytes()
    ward.folder.journal.write_bytes(flipped(0.5)(content))
    ward.folder.database.unlink()

    found = rescued(ward)

    ((first, last),) = found.missing
    assert first == last
    assert found.entries == tuple(one for one in long.entries if one.number != first)


def test_of_a_database_with_damaged_pages_the_others_are_read(ward: Ward, long: Kept):
    content = bytearray(ward.folder.database.read_bytes())
    for page in range(len(content) // PAGE_BYTES - 8, len(content) // PAGE_BYTES):
        content[page * PAGE_BYTES + 99] ^= 1
    ward.folder.database.write_bytes(content)
    ward.folder.journal.unlink()

    found = rescued(ward)

    numbers = {one.number for one in found.entries}
    gone = {
        number for first, last in found.missing for number in range(first, last + 1)
    }
    assert 20 < len(numbers) < len(long.entries)
    assert numbers | gone == {one.number for one in long.entries}
    assert not numbers & gone
    assert set(found.entries) <= set(long.entries)


def test_both_damaged_give_what_either_has(ward: Ward, long: Kept):
    journal = ward.folder.journal.read_bytes()
    ward.folder.journal.write_bytes(journal[: len(journal) // 2])
    database = bytearray(ward.folder.database.read_bytes())
    database[20 * PAGE_BYTES + 50] ^= 1
    ward.folder.database.write_bytes(database)

    found = rescued(ward)

    assert len(found.read) == 2
    assert len(found.entries) > len(long.entries) * 0.8
    assert set(found.entries) <= set(long.entries)


def test_a_database_that_is_damaged_everywhere_is_not_tried_for_ever(
    ward: Ward, long: Kept, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(rescue_module, "MOST_FAILURES", 5)
    content = bytearray(ward.folder.database.read_bytes())
    for page in range(3, len(content) // PAGE_BYTES):
        content[page * PAGE_BYTES + 99] ^= 1
    ward.folder.database.write_bytes(content)
    ward.folder.journal.unlink()

    assert rescued(ward).entries == ()


def test_what_was_moved_aside_is_read_as_well(ward: Ward, before: Kept):
    for path in (ward.folder.journal, ward.folder.database):
        path.rename(path.with_name(f"{path.name}.damaged-1"))
    shutil.copy(
        ward.folder.journal.with_name("ward.journal.damaged-1"),
        ward.folder.journal.with_name("ward.journal.damaged-2"),
    )

    found = rescued(ward)

    assert found.entries == before.entries
    assert found.read == (
        "ward.journal.damaged-2",
        "ward.journal.damaged-1",
        "ward.coprod.damaged-1",
    )


def test_what_stands_in_the_log_alone_is_read(ward: Ward, before: Kept, tmp_path: Path):
    with ward.opened() as store:
        told = shared(SAM, said(SAM, "Newest."), 1, "newest")
        (newest,) = store.record.append(SAM.id, [(before.document, told)])
        killed = copied(ward, tmp_path / "killed")
    killed.folder.journal.unlink()

    assert rescued(killed).entries == (*before.entries, newest)


def change(ward: Ward, what: str) -> None:
    """Change the database behind the journal's back."""
    database = database_at(ward.folder.database, ward.key)
    with database.transaction() as turn:
        without_triggers(turn.connection)
        turn.connection.exec_driver_sql(what)
    database.close()


def test_of_two_tellings_of_an_entry_the_one_that_fits_is_taken(
    ward: Ward, before: Kept
):
    change(ward, "UPDATE entries SET at = 'once' WHERE number = 4")

    found = rescued(ward)

    assert found.entries == before.entries
    assert found.differing == (4,)


@pytest.mark.parametrize(
    "what",
    [
        "UPDATE entries SET kind = 'none' WHERE number = 4",
        "UPDATE entries SET body = CAST(x'ff' AS TEXT) WHERE number = 4",
        "DELETE FROM entries WHERE number = 4",
    ],
)
def test_an_entry_that_cannot_be_read_is_named(ward: Ward, before: Kept, what: str):
    change(ward, what)
    ward.folder.journal.unlink()

    found = rescued(ward)

    assert found.missing == ((4, 4),)
    assert found.entries == tuple(one for one in before.entries if one.number != 4)


def test_entries_that_are_known_of_but_gone_are_named(ward: Ward, before: Kept):
    change(ward, "DELETE FROM entries WHERE number > 6")
    content = ward.folder.journal.read_bytes()
    ward.folder.journal.write_bytes(content[: HEADER_BYTES + 10])

    found = rescued(ward)

    assert found.missing == ((7, len(before.entries)),)


def test_nothing_private_is_rescued(ward: Ward, before: Kept):
    with ward.opened() as store:
        store.drafts.save(draft(before.document, SAM, "CANARY", "worry"))

    assert "CANARY" not in repr(rescued(ward))


def test_a_ward_that_is_open_is_not_rescued(ward: Ward, before: Kept):
    with (
        ward.opened(),
        pytest.raises(Problem, match=r"store\.folder_in_use"),
    ):
        rescue(ward.folder, ward.key)


def test_another_wards_key_rescues_nothing(ward: Ward, tmp_path: Path):
    other = made_ward(tmp_path / "other", "other")

    with pytest.raises(Problem, match=r"store\.wrong_key"):
        rescue(ward.folder, other.key)


@pytest.mark.parametrize("lost", ["nothing", "journal", "database"])
def test_how_far_it_is_rises_to_its_end(
    ward: Ward, long: Kept, lost: str, monkeypatch: pytest.MonkeyPatch
):
    heard = HeardProgress()
    monkeypatch.setattr("coprod_desktop.model.progress.MANY", 3)
    if lost != "nothing":
        getattr(ward.folder, lost).unlink()

    rescue(ward.folder, ward.key, heard)

    assert heard.rises_to_its_end
    assert len(set(heard.shares)) > 10
