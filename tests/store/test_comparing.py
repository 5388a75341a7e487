"""A file that is older than the others, or of another ward, is noticed."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.vault import Store, open_store
from tests.store.journals import (
    FILES,
    Kept,
    agree,
    copied,
    grown,
    kept,
    keys,
    whole_again,
)
from tests.store.wards import (
    SAM,
    Ward,
    draft,
    fingerprints,
    made_ward,
    raw,
    said,
    shared,
)

WORDS = "Not shared yet."


def later(store: Store, document: DocumentId) -> None:
    """More is shared and written."""
    for number in range(3):
        told = shared(SAM, said(SAM, f"More {number}."), 1, f"more {number}")
        store.record.append(SAM.id, [(document, told)])
    store.drafts.save(draft(document, SAM, "Newer than before.", "worry"))


def moved_on(ward: Ward, before: Kept, place: Path) -> tuple[Ward, Kept]:
    """Write on; return an older copy of the ward, and what the ward holds now."""
    old = copied(ward, place)
    with ward.opened() as store:
        later(store, before.document)
        return old, kept(store, before.document)


def test_an_older_database_gets_what_it_lacks(ward: Ward, before: Kept, tmp_path: Path):
    old, now = moved_on(ward, before, tmp_path / "old")
    shutil.copy(old.folder.database, ward.folder.database)

    with ward.opened() as store:
        (told,) = store.told
        assert (told.key, told.named) == (
            "store.told.database_was_older",
            {"entries": 3},
        )
        assert kept(store, before.document) == now
        agree(store)
    whole_again(ward, now)


def test_a_much_older_database_gets_what_it_lacks(
    ward: Ward, before: Kept, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("coprod_desktop.store.replaying.FEW", 2)

    test_an_older_database_gets_what_it_lacks(ward, before, tmp_path)


@pytest.mark.parametrize("name", ["ward.journal", "ward.drafts"])
def test_an_older_journal_is_noticed_and_made_anew(
    ward: Ward, before: Kept, tmp_path: Path, name: str
):
    old, now = moved_on(ward, before, tmp_path / "old")
    shutil.copy(old.folder.ward / name, ward.folder.ward / name)

    whole_again(ward, now, FILES[name])


def test_a_lost_log_of_the_database_costs_nothing(
    ward: Ward, before: Kept, tmp_path: Path
):
    with ward.opened() as store:
        store.checkpoint()
        for number in range(3):
            told = shared(SAM, said(SAM, f"More {number}."), 1, f"more {number}")
            store.record.append(SAM.id, [(before.document, told)])
        now = kept(store, before.document)
        killed = copied(ward, tmp_path / "killed")
    killed.folder.database.with_name("ward.coprod-wal").unlink()

    whole_again(killed, now, "store.told.database_was_older")


def test_two_wards_that_were_written_on_apart_are_not_mixed(
    ward: Ward, before: Kept, tmp_path: Path
):
    other = copied(ward, tmp_path / "other")
    for one, words in ((ward, "Here."), (other, "There.")):
        with one.opened() as store:
            told = shared(SAM, said(SAM, words), 1, "apart")
            store.record.append(SAM.id, [(before.document, told)])
    shutil.copy(other.folder.journal, ward.folder.journal)
    found = fingerprints(ward.folder.root)

    with pytest.raises(Problem, match=r"store\.journal_forked"):
        open_store(ward.folder, ward.key, ward.world)

    assert fingerprints(ward.folder.root) == found


def test_another_wards_further_journal_is_not_put_into_this_one(
    ward: Ward, before: Kept, tmp_path: Path
):
    other = copied(ward, tmp_path / "other")
    with ward.opened() as store:
        told = shared(SAM, said(SAM, "Here."), 1, "apart")
        store.record.append(SAM.id, [(before.document, told)])
    with other.opened() as store, raw(store) as connection:
        # It was made anew there, so that no record of it bears the mark's number.
        connection.exec_driver_sql("DELETE FROM journal_mark")
    with other.opened() as store:
        later(store, before.document)
    other.folder.journal.unlink()
    with other.opened() as store:
        later_again = shared(SAM, said(SAM, "There."), 1, "apart")
        store.record.append(SAM.id, [(before.document, later_again)])
    shutil.copy(other.folder.journal, ward.folder.journal)

    with pytest.raises(Problem, match=r"store\.journal_forked"):
        open_store(ward.folder, ward.key, ward.world)


def test_private_words_of_two_wards_that_were_written_on_apart_are_kept_aside(
    ward: Ward, before: Kept, tmp_path: Path
):
    other = copied(ward, tmp_path / "other")
    for one, words in ((ward, "Here."), (other, "There.")):
        with one.opened() as store:
            store.drafts.save(draft(before.document, SAM, words, "worry"))
    shutil.copy(other.folder.drafts, ward.folder.drafts)
    mine = draft(before.document, SAM, "Here.", "worry")
    now = replace(before, drafts=(before.drafts[0], mine))

    whole_again(ward, now, "store.told.drafts_differed")

    assert ward.folder.drafts.with_name("ward.drafts.damaged-1").exists()


def test_a_file_of_another_ward_is_kept_aside(ward: Ward, before: Kept, tmp_path: Path):
    other = made_ward(tmp_path / "other", "other")
    for name, told in FILES.items():
        shutil.copy(other.folder.ward / name, ward.folder.ward / name)

        with ward.opened() as store:
            assert keys(store) == [told]
            assert kept(store, before.document) == before
            agree(store)

        theirs = (other.folder.ward / name).read_bytes()
        aside = ward.folder.ward / f"{name}.damaged-1"
        assert aside.read_bytes() == theirs


@pytest.mark.parametrize("name", ["ward.journal", "ward.drafts"])
def test_half_a_record_at_the_end_is_cut_off_and_not_told(
    ward: Ward, before: Kept, name: str
):
    path = ward.folder.ward / name
    content = path.read_bytes()
    for torn in (b"\x8aREC half", bytes(5_000), content[64:200]):
        path.write_bytes(content + torn)

        whole_again(ward, before)

        assert torn not in path.read_bytes()[len(content) :]
        content, before = path.read_bytes(), grown(ward, before)


def starts(path: Path) -> list[int]:
    """Where the records of a file start."""
    content, found = path.read_bytes(), []
    at = content.find(b"\x8aREC")
    while at >= 0:
        found.append(at)
        at = content.find(b"\x8aREC", at + 1)
    return found


@pytest.mark.parametrize("which", [-5, -2])
def test_an_older_database_and_a_damaged_journal_are_not_mixed(
    ward: Ward, before: Kept, tmp_path: Path, which: int
):
    old, _ = moved_on(ward, before, tmp_path / "old")
    with ward.opened() as store:
        later_again(store, before.document)
    shutil.copy(old.folder.database, ward.folder.database)
    content = bytearray(ward.folder.journal.read_bytes())
    content[starts(ward.folder.journal)[which] + 40] ^= 1
    ward.folder.journal.write_bytes(content)
    found = fingerprints(ward.folder.root)

    with pytest.raises(Problem, match=r"store\.journal_breaks_off"):
        open_store(ward.folder, ward.key, ward.world)

    assert fingerprints(ward.folder.root) == found


def later_again(store: Store, document: DocumentId) -> None:
    for number in range(3):
        told = shared(SAM, said(SAM, f"Again {number}."), 1, f"again {number}")
        store.record.append(SAM.id, [(document, told)])


def test_damage_before_the_mark_and_records_behind_it_cost_nothing(
    ward: Ward, before: Kept, tmp_path: Path
):
    old, now = moved_on(ward, before, tmp_path / "old")
    shutil.copy(old.folder.database, ward.folder.database)
    place = starts(ward.folder.journal)[-4]
    content = bytearray(ward.folder.journal.read_bytes())
    content[place + 40] ^= 1
    ward.folder.journal.write_bytes(content)

    whole_again(
        ward,
        now,
        "store.told.database_was_older",
        "store.told.journal_made_anew",
    )


def test_an_older_database_and_damaged_private_words_are_told_honestly(
    ward: Ward, before: Kept, tmp_path: Path
):
    with ward.opened() as store:
        store.drafts.save(draft(before.document, SAM, "Newer.", "worry"))
        store.checkpoint()
        old = copied(ward, tmp_path / "old")
        for number in range(3):
            words = f"Newer {number}."
            store.drafts.save(draft(before.document, SAM, words, "worry"))
        killed = copied(ward, tmp_path / "killed")
    shutil.copy(old.folder.database, killed.folder.database)
    killed.folder.database.with_name("ward.coprod-wal").unlink()
    content = bytearray(killed.folder.drafts.read_bytes())
    content[starts(killed.folder.drafts)[-2] + 40] ^= 1
    killed.folder.drafts.write_bytes(content)

    with killed.opened() as store:
        assert keys(store) == ["store.told.drafts_differed"]
        agree(store)
    assert killed.folder.drafts.with_name("ward.drafts.damaged-1").exists()


def test_a_mark_that_points_elsewhere_is_found_again(ward: Ward, before: Kept):
    with ward.opened() as store, raw(store) as connection:
        connection.exec_driver_sql("UPDATE journal_mark SET place = 3")

    whole_again(ward, before)
