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
from coprod_desktop.store.keyring import (
    FolderState,
    read_keyring,
    state,
)
from coprod_desktop.store.places import Folder
from tests.store.wards import (
    Ward,
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
def test_a_folder_that_may_only_be_read_is_told(ward_for_all: Ward, which: str):
    folder = ward_for_all.folder
    for path in folder.files:
        path.chmod(0o666)
    folder.ward.chmod(0o777)
    locked = {
        "all": (*folder.files, folder.ward),
        "words": (folder.database,),
        "folder": (folder.ward,),
    }[which]

    with as_an_ordinary_person(*locked):
        opening_fails(ward_for_all, "store.folder_read_only")


def test_a_folder_that_may_not_be_looked_into_is_told(ward_for_all: Ward):
    ward_for_all.folder.root.chmod(0o600)

    with as_an_ordinary_person():
        with pytest.raises(Problem, match=r"store\.could_not_read"):
            read_keyring(ward_for_all.folder)
        assert state(ward_for_all.folder) is FolderState.BROKEN
