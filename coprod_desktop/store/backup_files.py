"""What a backup is on a disk, and reading one that anybody may have changed.

A folder ``coprod-backup-<ward, 8 signs>-<number>`` with four files and no others that
count: the keyring, both journal files, and ``summary``. The summary says what the
others are, to the byte; it is sealed under a key that comes from the ward's, so nobody
without that key can make a backup that is taken for one.

Nothing of a backup is believed before the summary has opened and the others are what it
says. Until then only plain files are read (no links, no devices), and only as far as
they should be long.
"""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

from coprod_desktop.crypto.digests import Digest
from coprod_desktop.crypto.doors import Random
from coprod_desktop.crypto.sealing import NONCE_BYTES, SealBroken, seal, unseal
from coprod_desktop.model.canonical import canonical
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.copies import PIECE_BYTES, Step
from coprod_desktop.store.keyring import WardKey

KEYRING, JOURNAL, DRAFTS = "ward.keyring", "ward.journal", "ward.drafts"
SUMMARY = "summary"
FILES = (KEYRING, JOURNAL, DRAFTS)
VERSION = 1

UNREADABLE = (
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)
"""What reading JSON that says something else than it should ends in."""

_NAME = re.compile(r"coprod-backup-([A-Za-z0-9_-]{1,8})-(\d{6,9})")
_LONGEST_SUMMARY = 65_536


@dataclass(frozen=True, slots=True)
class FileSeal:
    """What a file of a backup must be."""

    size: int
    sha256: bytes


@dataclass(frozen=True, slots=True)
class Summary:
    """What a backup says of itself."""

    ward_id: str
    number: int
    """Counts up by one with each backup in a place; the highest is the newest."""
    head: int
    """The number of the record's last entry."""
    head_hash: bytes
    ends: dict[str, tuple[int, bytes]]
    """The number and tag of the last record of each journal file."""
    at: str
    """What the clock said. It is shown, and decides nothing."""
    files: dict[str, FileSeal] = field(default_factory=dict)

    def to_bytes(self, key: WardKey, random: Random) -> bytes:
        """Return the sealed file."""
        value = {
            "version": VERSION,
            "ward": self.ward_id,
            "number": self.number,
            "head": [self.head, self.head_hash.hex()],
            "ends": {name: [end[0], end[1].hex()] for name, end in self.ends.items()},
            "at": self.at,
            "files": {
                name: [one.size, one.sha256.hex()] for name, one in self.files.items()
            },
        }
        plain = canonical(value).encode()
        return seal(_key(key), plain, context=_context(key), nonce=random(NONCE_BYTES))


def read_summary(folder: Path, key: WardKey) -> Summary:
    """Return what a backup says of itself.

    Raises:
        Problem: There is no backup there, or none of this ward's that is whole, or a
            newer program made it.
    """
    with open_plain(folder / SUMMARY) as file:
        sealed = file.read(_LONGEST_SUMMARY + 1)
    try:
        plain = unseal(_key(key), sealed, context=_context(key))
        value = json.loads(plain)
        if value["version"] != VERSION:
            raise Problem("backup.too_new")
        return _from_json(value)
    except SealBroken:
        raise Problem("backup.not_this_wards") from None
    except UNREADABLE:
        raise Problem("backup.damaged") from None


def _from_json(value: dict[str, Any]) -> Summary:
    number, hashed = value["head"]
    files = {
        name: FileSeal(int(size), bytes.fromhex(sha256))
        for name, (size, sha256) in value["files"].items()
    }
    ends = {
        name: (int(sequence), bytes.fromhex(tag))
        for name, (sequence, tag) in value["ends"].items()
    }
    if set(files) != set(FILES) or set(ends) != {JOURNAL, DRAFTS}:
        raise ValueError("a backup has these files and no others")
    return Summary(
        str(value["ward"]),
        int(value["number"]),
        int(number),
        bytes.fromhex(hashed),
        ends,
        str(value["at"]),
        files,
    )


def open_plain(path: Path) -> BinaryIO:
    """Open a plain file to read it.

    Raises:
        Problem: It is missing, a link, a device, or cannot be read.
    """
    # A link could lead anywhere, and a pipe would keep us waiting for ever.
    flags = os.O_RDONLY | getattr(os, "O_BINARY", 0)
    flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        if path.is_symlink():
            raise Problem("backup.damaged")
        file = os.open(path, flags)
    except FileNotFoundError:
        raise Problem("backup.not_there") from None
    except (OSError, ValueError):
        raise Problem("backup.damaged") from None
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise Problem("backup.damaged")
    return os.fdopen(file, "rb")


def check_file(folder: Path, name: str, summary: Summary, step: Step) -> None:
    """Compare a file of a backup with what the summary says of it.

    Raises:
        Problem: It is not that file, to the byte.
    """
    wanted, found = summary.files[name], Digest()
    with open_plain(folder / name) as file:
        if os.fstat(file.fileno()).st_size != wanted.size:
            raise Problem("backup.damaged")
        try:
            while piece := file.read(PIECE_BYTES):
                found.update(piece)
                step(len(piece))
        except OSError:
            raise Problem("backup.damaged") from None
    if found.digest() != wanted.sha256:
        raise Problem("backup.damaged")


def name_of(ward_id: str, number: int) -> str:
    """Return the name of a backup's folder."""
    return f"{_start(ward_id)}{number:06}"


def making_name(ward_id: str) -> str:
    """Return the name of the folder in which a backup is being made."""
    return f".{_start(ward_id)}making"


def going_name(ward_id: str) -> str:
    """Return the name of the folder of a backup that is being removed."""
    return f".{_start(ward_id)}going"


def number_of(path: Path) -> int | None:
    """Return the number that a folder's name says, or None where it says none."""
    match = _NAME.fullmatch(path.name)
    return int(match[2]) if match else None


def folders_of(place: Path, ward_id: str) -> Iterator[tuple[int, Path]]:
    """Give the folders that are named as backups of a ward, in no order.

    Raises:
        OSError: The place cannot be looked into.
    """
    start = _start(ward_id)
    for path in place.iterdir():
        number = number_of(path)
        is_ours = number is not None and path.name.startswith(start)
        if number is not None and is_ours and not path.is_symlink() and path.is_dir():
            yield number, path


def _start(ward_id: str) -> str:
    # The ids that the program makes are hexadecimal; of others no sign may mislead.
    return f"coprod-backup-{re.sub(r'[^A-Za-z0-9_]', '_', ward_id)[:8]}-"


def _key(key: WardKey) -> bytes:
    return key.derived("coprod-desktop/backup/v1")


def _context(key: WardKey) -> bytes:
    return f"coprod-desktop/backup/{key.ward_id}".encode()
