"""Backups for tests: made well, and made by somebody who has the key and means ill."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.backup import KeptBackup
from coprod_desktop.store.backup_files import (
    DRAFTS,
    JOURNAL,
    SUMMARY,
    FileSeal,
    Summary,
    read_summary,
)
from coprod_desktop.store.backup_reading import BOOK_FILES, records_of
from coprod_desktop.store.journal import journal_key
from coprod_desktop.store.journal_file import BEFORE_ALL, Seal, write_aside
from coprod_desktop.store.keyring import WardKey
from coprod_desktop.store.places import Folder
from coprod_desktop.store.restoring import bring_keyring, rebuild_ward
from coprod_desktop.store.schema import Book
from coprod_desktop.store.vault import Store
from tests.fakes import FakeRandom
from tests.store.wards import PRIYA, Ward, draft, fingerprints, full_record, made_ward

Change = Callable[[list[dict[str, Any]]], Any]
"""Changes what the records of a file say, or returns other payloads."""


def make(store: Store, place: Path) -> KeptBackup:
    """Make a backup in a place, which is made as well."""
    place.mkdir(parents=True, exist_ok=True)
    return store.backups.make(place, lambda *_: None)


def payloads(backup: Path, key: WardKey, book: Book) -> list[dict[str, Any]]:
    """What the records of a file of a backup say."""
    summary = read_summary(backup, key)
    found = records_of(backup, key, book, summary, lambda _: None)
    return [json.loads(one.payload) for one in found]


def forge(backup: Path, key: WardKey, book: Book, change: Change) -> None:
    """Write a file of a backup anew, rightly sealed, with something else in it."""
    told = payloads(backup, key, book)
    changed = change(told)
    contents = changed if isinstance(changed, list) else [*map(json.dumps, told)]
    reseal(backup, key, book, [one.encode() for one in contents])


def reseal(backup: Path, key: WardKey, book: Book, contents: list[bytes]) -> None:
    """Write a file of a backup, and the summary that it fits."""
    path = backup / BOOK_FILES[book]
    random = FakeRandom("forged")
    seal = Seal(journal_key(key), book, random(16))
    end = write_aside(path, seal, contents, after=BEFORE_ALL, random=random)
    summary = read_summary(backup, key)
    ends = {**summary.ends, path.name: (end.sequence, end.tag)}
    rewrite(backup, key, replace(summary, ends=ends))


def rewrite(backup: Path, key: WardKey, summary: Summary) -> None:
    """Seal a summary anew that says what the files are now."""
    files = dict(summary.files)
    for name in (JOURNAL, DRAFTS):
        content = (backup / name).read_bytes()
        files[name] = FileSeal(len(content), hashlib.sha256(content).digest())
    sealed = replace(summary, files=files).to_bytes(key, FakeRandom("again"))
    (backup / SUMMARY).write_bytes(sealed)


@dataclass(frozen=True)
class BackedUp:
    """A ward with a backup, made once. Nobody changes either."""

    ward: Ward
    document: DocumentId
    backup: Path


def back_up_ward(place: Path) -> BackedUp:
    """Make a ward with words in it, and a backup of it."""
    ward = made_ward(place / "ward-pc")
    with ward.opened() as store:
        document = full_record(store)
        store.drafts.save(draft(document, PRIYA, "Not for everybody yet.", "later"))
        return BackedUp(ward, document, make(store, place / "stick").folder)


def copied(backed_up: BackedUp, place: Path) -> Path:
    """Copy a backup to where it may be changed."""
    found = place / "stick" / backed_up.backup.name
    shutil.copytree(backed_up.backup, found)
    return found


def rebuild(backup: Path, aside: Folder, ward: Ward) -> list[tuple[int, int]]:
    """Rebuild a ward from a backup; return how far it said it was."""
    steps: list[tuple[int, int]] = []
    bring_keyring(backup, aside)
    rebuild_ward(backup, aside, ward.key, ward.world, lambda *step: steps.append(step))
    return steps


def refused(backup: Path, aside: Folder, ward: Ward, *sentences: str) -> None:
    """Try to, hear one of these sentences, and find that no ward came of it."""
    before = fingerprints(backup) if backup.is_dir() else {}

    with pytest.raises(Problem) as told:
        rebuild(backup, aside, ward)

    assert told.value.key in (sentences or ("backup.damaged",))
    assert (fingerprints(backup) if backup.is_dir() else {}) == before
    assert not aside.journal.exists()
