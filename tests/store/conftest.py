"""A ward of one's own for every test, made once and copied."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from coprod_desktop.store.places import Folder
from coprod_desktop.store.vault import Store
from tests.fakes import fake_world
from tests.store.backups import BackedUp, back_up_ward
from tests.store.journals import Kept, kept
from tests.store.wards import PRIYA, SAM, Ward, draft, full_record, made_ward, with_keys

# Windows has no such limits and rights, and other tools; these cannot even be imported.
collect_ignore_glob = ["*_posix.py"] if os.name == "nt" else []


@pytest.fixture(scope="session")
def pattern_ward(tmp_path_factory: pytest.TempPathFactory) -> Ward:
    """The ward that the others are copied from. Nobody opens it."""
    return made_ward(tmp_path_factory.mktemp("pattern"))


@pytest.fixture
def ward(pattern_ward: Ward, tmp_path: Path) -> Ward:
    """A new ward, closed."""
    folder = Folder(tmp_path / "ward-pc")
    shutil.copytree(pattern_ward.folder.root, folder.root)
    return replace(pattern_ward, folder=folder, world=fake_world(seed="copy"))


@pytest.fixture
def store(ward: Ward) -> Iterator[Store]:
    """A new ward, open."""
    with ward.opened() as store:
        yield store


@pytest.fixture
def before(ward: Ward) -> Kept:
    """What a ward holds that is full and closed."""
    with ward.opened() as store:
        document = full_record(store)
        store.drafts.save(draft(document, SAM, "Not shared yet.", "worry"))
        store.drafts.save(draft(document, PRIYA, "For later.", "plan"))
        return kept(store, document)


@pytest.fixture(scope="session")
def keyed_pattern(pattern_ward: Ward, tmp_path_factory: pytest.TempPathFactory) -> Ward:
    """The same, its people with keys of their own. Nobody opens it."""
    folder = Folder(tmp_path_factory.mktemp("keyed") / "ward-pc")
    shutil.copytree(pattern_ward.folder.root, folder.root)
    ward = replace(pattern_ward, folder=folder, world=fake_world(seed="keys"))
    with ward.opened() as store:
        with_keys(store)
    return ward


@pytest.fixture
def ward_with_keys(keyed_pattern: Ward, tmp_path: Path) -> Ward:
    """A new ward whose people have keys of their own, closed."""
    folder = Folder(tmp_path / "keyed-pc")
    shutil.copytree(keyed_pattern.folder.root, folder.root)
    return replace(keyed_pattern, folder=folder, world=fake_world(seed="keyed"))


@pytest.fixture
def keyed(ward_with_keys: Ward) -> Iterator[Store]:
    """The same, open; every voice is closed."""
    with ward_with_keys.opened() as store:
        yield store


@pytest.fixture(scope="session")
def backed_up(tmp_path_factory: pytest.TempPathFactory) -> BackedUp:
    """A ward with a backup. Nobody changes either."""
    return back_up_ward(tmp_path_factory.mktemp("backed-up"))


@pytest.fixture
def aside(tmp_path: Path) -> Folder:
    """An empty folder that is to become a ward."""
    folder = Folder(tmp_path / "new-pc")
    folder.ward.mkdir(parents=True)
    return folder
