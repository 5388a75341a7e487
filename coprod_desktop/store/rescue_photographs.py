"""Reading photographs of sheets from whatever is left of a ward, each to the byte.

The entries say which there are. Their parts are taken from the databases, and from the
journals where those have not all of them, until the SHA-256 fits: a photograph is given
as it came or not at all. Nothing in the ward's folder is changed.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import Path

from coprod_desktop.model.acts import PhotographKept
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress
from coprod_desktop.store.asides import moved_aside
from coprod_desktop.store.keyring import WardKey, keyring_for
from coprod_desktop.store.knocking import is_in_use
from coprod_desktop.store.photographs import PART_BYTES
from coprod_desktop.store.places import Folder
from coprod_desktop.store.rescue import reading, rows_of
from coprod_desktop.store.schema import photographs

_PART = "SELECT content FROM photographs WHERE sha256 = ? AND part = ?"

Give = Callable[[PhotographKept, bytes], None]


def rescue_photographs(
    folder: Folder,
    key: WardKey,
    wanted: Iterable[PhotographKept],
    give: Give,
    progress: Progress = lambda *_: None,
) -> None:
    """Give each photograph that can be read. Slow.

    One is in memory at a time, and the parts of those that are not whole.

    Raises:
        Problem: The key is another ward's, or a program has the ward open. And
            whatever ``give`` raises.
    """
    keyring_for(folder, key)
    if is_in_use(folder):
        raise Problem("store.folder_in_use")
    left: dict[bytes, list[PhotographKept]] = {}
    for one in wanted:
        left.setdefault(one.sha256, []).append(one)
    found: dict[bytes, dict[int, bytes]] = {}
    count = len(left)
    for sha256, part, content in _parts(folder, key, left):
        parts = found.setdefault(sha256, {})
        parts[part] = content
        if sum(map(len, parts.values())) != left[sha256][0].size:
            continue
        whole = b"".join(parts[at] for at in sorted(parts))
        if hashlib.sha256(whole).digest() == sha256:
            for told in left.pop(sha256):
                give(told, whole)
            del found[sha256]
            if left:
                progress(count - len(left), count)
    progress(count, count)


def _parts(
    folder: Folder, key: WardKey, left: dict[bytes, list[PhotographKept]]
) -> Iterator[tuple[bytes, int, bytes]]:
    """Give parts of what is still left, with their photograph and number."""
    for path in (folder.database, *moved_aside(folder.database)):
        yield from _in_database(path, key, left)
    for path in (folder.journal, *moved_aside(folder.journal)):
        yield from _in_journal(path, key, left)


def _in_database(
    path: Path, key: WardKey, left: dict[bytes, list[PhotographKept]]
) -> Iterator[tuple[bytes, int, bytes]]:
    with reading(path, key) as database:
        sizes = {sha256: told[0].size for sha256, told in left.items()}
        for sha256, size in sizes.items():
            for part in range(-(-size // PART_BYTES)):
                for row in database.asked(_PART, (sha256, part)) or ():
                    yield sha256, part, row[0]


def _in_journal(
    path: Path, key: WardKey, left: Collection[bytes]
) -> Iterator[tuple[bytes, int, bytes]]:
    if not left:
        return
    for cells in rows_of(photographs.name, path, key):
        if cells["sha256"] in left:
            yield cells["sha256"], cells["part"], cells["content"]
