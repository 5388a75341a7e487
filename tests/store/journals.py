"""Looking at a ward's journal from outside, and stopping its disk at any call."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.model.documents import DocumentId
from coprod_desktop.model.entries import Entry
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.comparing import whole_lines
from coprod_desktop.store.journal import journal_key
from coprod_desktop.store.journal_lines import Lines
from coprod_desktop.store.places import Folder
from coprod_desktop.store.schema import Book
from coprod_desktop.store.vault import Store
from tests.store.wards import PRIYA, SAM, Ward, said, shared

CALLS = (
    "coprod_desktop.store.journal_file.os.write",
    "coprod_desktop.store.journal_file.sync_file",
    "coprod_desktop.store.journal_file.os.fsync",
    "coprod_desktop.store.journal_file.os.ftruncate",
    "coprod_desktop.store.journal.sync_folder",
    "pathlib.Path.replace",
    "pathlib.Path.rename",
)
"""Everything by which the journal asks something of the disk, but for opening files."""


def lines_in(ward: Ward, book: Book) -> list[Lines]:
    """What a whole journal file says."""
    key = journal_key(ward.key)
    return [lines for _, lines in whole_lines(ward.folder, key, book)]


def agree(store: Store) -> None:
    """Insist that database and journal say the same, and that the record is whole."""
    assert store.record.verify() is None
    assert store.hold_against_journal() == ()


def copied(ward: Ward, place: Path) -> Ward:
    """A ward as the disk has it now, as a killed program would leave it."""
    folder = Folder(place)
    shutil.copytree(ward.folder.root, folder.root)
    return replace(ward, folder=folder)


@dataclass
class Disk:
    """A disk whose calls are counted, and that may be told to fail or be looked at."""

    count: int = 0
    fails_at: frozenset[int] = frozenset()
    error: int = errno.ENOSPC
    before: Callable[[], None] = field(default=lambda: None)

    def call(self, real: Callable[..., Any], *arguments: Any) -> Any:
        self.before()
        self.count += 1
        if self.count in self.fails_at:
            raise OSError(self.error, os.strerror(self.error))
        return real(*arguments)


@contextmanager
def watched(disk: Disk) -> Iterator[None]:
    """Send every call of the journal's through a disk."""
    with pytest.MonkeyPatch.context() as patch:
        for name in CALLS:
            module, _, last = name.rpartition(".")
            real = _found(module, last)
            patch.setattr(name, _through(disk, real))
        yield


def _found(module: str, last: str) -> Callable[..., Any]:
    if module == "pathlib.Path":
        return getattr(Path, last)  # type: ignore[no-any-return]
    if module.endswith(".os"):
        return getattr(os, last)  # type: ignore[no-any-return]
    from coprod_desktop import systems

    return getattr(systems, last)  # type: ignore[no-any-return]


def _through(disk: Disk, real: Callable[..., Any]) -> Callable[..., Any]:
    return lambda *arguments: disk.call(real, *arguments)


@dataclass(frozen=True)
class Kept:
    """Everything that a ward holds."""

    document: DocumentId
    entries: tuple[Entry, ...]
    drafts: tuple[object, ...]


def kept(store: Store, document: DocumentId) -> Kept:
    return Kept(
        document, store.record.entries(), store.drafts.of(document, [SAM.id, PRIYA.id])
    )


def keys(store: Store) -> list[str]:
    return [one.key for one in store.told]


def whole_again(ward: Ward, before: Kept, *told: str) -> None:
    """Open the ward, hear this, and find every word; the second time hear nothing."""
    with ward.opened() as store:
        assert keys(store) == list(told)
        assert kept(store, before.document) == before
        agree(store)
        question = f"new {store.record.head()}"
        # The people can go on: what they sign with is there as well.
        store.record.append(
            SAM.id,
            [(before.document, shared(SAM, said(SAM, "New."), 1, question))],
        )
    with ward.opened() as store:
        assert keys(store) == []
        agree(store)


FILES = {
    "ward.coprod": "store.told.database_made_anew",
    "ward.journal": "store.told.journal_made_anew",
    "ward.drafts": "store.told.drafts_made_anew",
    "ward.keyring": "store.told.keyring_mended",
}
"""What is told when a file was lost or damaged."""


def flipped(place: float) -> Callable[[bytes], bytes]:
    """Flip one bit, so far into the file."""

    def change(content: bytes) -> bytes:
        at = int(len(content) * place)
        return content[:at] + bytes([content[at] ^ 4]) + content[at + 1 :]

    return change


def is_found(store: Store) -> bool:
    """Whether the check finds that something is wrong."""
    try:
        return bool(store.record.verify() or store.hold_against_journal())
    except Problem:
        return True


def grown(ward: Ward, before: Kept) -> Kept:
    """What a ward holds after :func:`whole_again` has written in it."""
    with ward.opened() as store:
        return kept(store, before.document)
