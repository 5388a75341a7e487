"""Either side of a ward is made anew from the other when somebody asks for it."""

from __future__ import annotations

import pytest

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.opening import rebuild
from tests.fakes import HeardProgress
from tests.store.journals import Kept, agree, flipped, kept, keys
from tests.store.wards import Ward, fingerprints


@pytest.mark.parametrize(
    ("side", "told", "files"),
    [
        ("database", ["store.told.database_made_anew"], ["ward.coprod"]),
        (
            "journal",
            ["store.told.journal_made_anew", "store.told.drafts_made_anew"],
            ["ward.journal", "ward.drafts"],
        ),
    ],
)
def test_a_sound_side_can_be_made_anew_and_the_old_one_is_kept(
    ward: Ward, before: Kept, side: str, told: list[str], files: list[str]
):
    old = {name: (ward.folder.ward / name).read_bytes() for name in files}

    found = rebuild(ward.folder, ward.key, ward.world, side)

    assert [one.key for one in found] == told
    for name, content in old.items():
        assert (ward.folder.ward / f"{name}.damaged-1").read_bytes() == content
        assert (ward.folder.ward / name).read_bytes() != content
    with ward.opened() as store:
        assert keys(store) == []
        assert kept(store, before.document) == before
        agree(store)


def test_nothing_is_made_from_a_journal_that_is_not_whole(ward: Ward, before: Kept):
    content = ward.folder.journal.read_bytes()
    ward.folder.journal.write_bytes(flipped(0.5)(content))
    found = fingerprints(ward.folder.root)

    with pytest.raises(Problem, match=r"store\.rebuild_not_whole"):
        rebuild(ward.folder, ward.key, ward.world, "database")

    assert fingerprints(ward.folder.root) == found


def test_a_journal_is_not_made_from_a_database_that_cannot_be_read(
    ward: Ward, before: Kept
):
    content = ward.folder.database.read_bytes()
    ward.folder.database.write_bytes(content[: 4096 * 2] + bytes(len(content) - 8192))
    found = fingerprints(ward.folder.root)

    with pytest.raises(Problem, match=r"store\.database_damaged"):
        rebuild(ward.folder, ward.key, ward.world, "journal")

    assert fingerprints(ward.folder.root) == found


def test_a_ward_that_is_open_is_not_made_anew(ward: Ward, before: Kept):
    with ward.opened(), pytest.raises(Problem, match=r"store\.folder_in_use"):
        rebuild(ward.folder, ward.key, ward.world, "database")


@pytest.mark.parametrize("side", ["database", "journal"])
def test_how_far_it_is_rises_to_its_end(
    ward: Ward, before: Kept, side: str, monkeypatch: pytest.MonkeyPatch
):
    heard = HeardProgress()
    # A ward of thousands takes long enough to be told of; this one is small.
    monkeypatch.setattr("coprod_desktop.store.journal.ROWS_A_RECORD", 3)
    monkeypatch.setattr("coprod_desktop.store.replaying.FEW", 3)
    monkeypatch.setattr("coprod_desktop.model.progress.MANY", 3)

    rebuild(ward.folder, ward.key, ward.world, side, heard)

    assert heard.rises_to_its_end
    assert len(set(heard.shares)) >= 4
