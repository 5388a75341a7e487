"""What lies in a folder of this computer, for whoever chooses a file or a folder.

Everything here may take long: a folder on a network may never answer.
"""

from __future__ import annotations

import heapq
import os
import shutil
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from typing import NamedTuple

from coprod_desktop.model.problem import Problem

MOST_SHOWN = 100
"""So many folders, and so many files, are told of one folder."""

_LATEST_S = 4_102_444_800
"""The year 2100: a later time of a file is a wrong one."""

_LEFT_BE = frozenset("\u200c\u200d")
"""What joins letters or parts them; a name in Persian or an emoji may need it."""


class FileSeen(NamedTuple):
    """A file of the kind that was asked for."""

    name: str
    changed_s: float
    """When it was changed last, in seconds since 1970."""
    size: int
    """In bytes."""


class FolderSeen(NamedTuple):
    """What a folder holds, but what is hidden and what cannot be looked at."""

    folders: tuple[str, ...] = ()
    """In the order of the alphabet."""
    files: tuple[FileSeen, ...] = ()
    """The newest first."""
    has_more_folders: bool = False
    has_more_files: bool = False
    may_write: bool = True
    """Whether the system would let a file be written; saving may still fail."""
    free: int | None = None
    """Bytes that are free; None where the system does not say."""
    free_name: str = ""
    """A name that no file has there: the wanted one, or with a number."""


def look_into(
    folder: Path, endings: tuple[str, ...] = (), wanted: str = ""
) -> FolderSeen:
    """Return what a folder holds: folders, and files whose names end in ``endings``.

    Endings are in small letters, such as ``.pdf``; links are followed. Where a file is
    ``wanted`` to have a name, it is looked whether one has it. Slow.

    Raises:
        Problem: It is not there, or cannot be looked into.
    """
    try:
        with os.scandir(folder) as entries:
            folders, files = _sorted_out(entries, endings)
    except (FileNotFoundError, NotADirectoryError):
        raise Problem("choosing.gone") from None
    except (OSError, ValueError):
        raise Problem("choosing.closed") from None
    first = heapq.nsmallest(MOST_SHOWN, folders, key=_in_order)
    newest = heapq.nlargest(MOST_SHOWN, files, key=lambda one: one.changed_s)
    return FolderSeen(
        tuple(first),
        tuple(newest),
        len(folders) > MOST_SHOWN,
        len(files) > MOST_SHOWN,
        may_write_in(folder),
        free_in(folder),
        free_name(folder, wanted) if wanted else "",
    )


def may_write_in(folder: Path) -> bool:
    """Whether the system says that files can be made in a folder."""
    return os.access(folder, os.W_OK | os.X_OK)


def free_in(folder: Path) -> int | None:
    """Return how many bytes are free where a folder lies; None where nobody says."""
    with suppress(OSError):
        return shutil.disk_usage(folder).free
    return None


def free_name(folder: Path, name: str) -> str:
    """Return a name that no file of the folder has: this one, or with a number."""
    plain = Path(name)
    numbered = (f"{plain.stem}-{number}{plain.suffix}" for number in count(2))
    tried = chain((name,), numbered)
    return next(one for one in tried if not os.path.lexists(folder / one))


def told_name(name: str) -> str:
    """Return a file's name as it is safe to show: it turns no sentence round.

    Controls and signs that are none stand as the sign for what cannot be shown.
    """
    return f"\u2068{''.join(map(_told, name))}\u2069"


def _sorted_out(
    entries: Iterable[os.DirEntry[str]], endings: tuple[str, ...]
) -> tuple[list[str], list[FileSeen]]:
    folders: list[str] = []
    files: list[FileSeen] = []
    for entry in entries:
        if entry.name.startswith("."):
            continue
        # A link that leads nowhere, or to itself, is neither.
        with suppress(OSError):
            if entry.is_dir():
                folders.append(entry.name)
            elif endings and entry.name.lower().endswith(endings):
                files.extend(_file_of(entry))
    return folders, files


def _file_of(entry: os.DirEntry[str]) -> Iterator[FileSeen]:
    if entry.is_file():
        told = entry.stat()
        changed_s = min(max(told.st_mtime, 0.0), _LATEST_S)
        yield FileSeen(entry.name, changed_s, told.st_size)


def _in_order(name: str) -> tuple[str, str]:
    return name.casefold(), name


def _told(sign: str) -> str:
    is_shown = unicodedata.category(sign) not in {"Cc", "Cf", "Cs", "Zl", "Zp"}
    return sign if is_shown or sign in _LEFT_BE else "\ufffd"
