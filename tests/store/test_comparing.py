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

    whole_again(ward, now, "store.told.drafts_made_anew")

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
