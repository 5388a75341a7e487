"""A folder that may not be written, or not even looked into, is told."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.findings import Finding
from coprod_desktop.store.keyring import (
    FolderState,
    read_keyring,
    state,
)
from coprod_desktop.store.places import Folder
from tests.store.wards import (
    PRIYA,
    SAM,
    Ward,
    draft,
    fingerprints,
    full_record,
    lose_journal,
    opening_fails,
)


@contextmanager
def as_an_ordinary_person(*paths: Path) -> Iterator[None]:
    """Root may write everywhere; take that away for a while."""
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    is_root = os.geteuid() == 0
    if is_root:
        os.seteuid(65_534)
    try:
        yield
    finally:
        if is_root:
            os.seteuid(0)
        for path in paths:
            path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.fixture
def ward_for_all(ward: Ward) -> Iterator[Ward]:
    """A ward in a folder that other people of this machine may look into."""
    with tempfile.TemporaryDirectory() as place:
        Path(place).chmod(0o755)
        folder = Folder(Path(place) / "ward-pc")
        shutil.copytree(ward.folder.root, folder.root)
        for path in (folder.root, folder.ward):
            path.chmod(0o755)
        yield replace(ward, folder=folder)


@pytest.mark.parametrize("which", ["all", "words", "folder"])
def test_a_folder_that_may_only_be_read_is_opened_to_read(
    ward_for_all: Ward, which: str
):
    folder = ward_for_all.folder
    with ward_for_all.opened() as store:
        document = full_record(store)
        written = store.record.entries()
        private = draft(document, SAM, "Not shared yet.", "worry")
        store.drafts.save(private)
    for path in folder.files:
        path.chmod(0o666)
    folder.ward.chmod(0o777)
    locked = {
        "all": (*folder.files, folder.ward),
        "words": (folder.database,),
        "folder": (folder.ward,),
    }[which]

    before = fingerprints(folder.root)
    with as_an_ordinary_person(*locked), ward_for_all.opened() as store:
        assert store.is_read_only
        assert store.told == (
            Finding("store.told.read_only", {"entries": len(written)}),
        )
        assert store.record.entries() == written
        assert store.record.verify() is None
        assert store.hold_against_journal() == ()
        assert not store.is_on_reserve
        assert store.documents.get(document) is not None
        assert store.drafts.of(document, [SAM.id]) == (private,)
        with pytest.raises(Problem, match=r"store\.read_only"):
            store.drafts.save(draft(document, SAM, "New words.", "hope"))
        with pytest.raises(Problem, match=r"store\.read_only"):
            store.documents.start("my-care-plan", 1, SAM.id, PRIYA.id)

    assert fingerprints(folder.root) == before


def test_a_newer_programs_journal_is_not_read(
    ward_for_all: Ward, monkeypatch: pytest.MonkeyPatch
):
    versions = "coprod_desktop.store.journal_lines.VERSIONS"
    with monkeypatch.context() as patch:
        patch.setattr(versions, ("9999",))
        ward_for_all.folder.journal.unlink()
        with ward_for_all.opened():
            pass

    with as_an_ordinary_person(ward_for_all.folder.ward, ward_for_all.folder.lock):
        opening_fails(ward_for_all, "store.database_too_new")


def test_a_folder_that_may_only_be_read_and_has_no_journal_is_told(ward_for_all: Ward):
    lose_journal(ward_for_all)

    with as_an_ordinary_person(ward_for_all.folder.ward, ward_for_all.folder.lock):
        opening_fails(ward_for_all, "store.folder_read_only")


def test_a_folder_that_may_not_be_looked_into_is_told(ward_for_all: Ward):
    ward_for_all.folder.root.chmod(0o600)

    with as_an_ordinary_person():
        with pytest.raises(Problem, match=r"store\.could_not_read"):
            read_keyring(ward_for_all.folder)
        assert state(ward_for_all.folder) is FolderState.BROKEN
