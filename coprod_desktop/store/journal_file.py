"""One journal file: sealed records, one behind the other, never changed. Decision 012.

::

    header   magic 16 | ward 16 | book 8 | file 16 | sum 8          64 bytes
    record   mark 4 | length 4 | sequence 8 | previous tag 16       32 bytes
             nonce 12 | sealed payload | tag 16                     length bytes

Numbers are big-endian. ``ward`` is derived from the ward's key, ``file`` is new with
each file, ``sum`` is the start of a SHA-256. A record is sealed (AES-256-GCM) together
with the header and its own first 32 bytes, so one of another file, of another place or
with another number does not open. Every record names the tag of the one before it: a
record that is missing, moved or put in shows even where all that are left open.

What holds: a record that :meth:`JournalFile.append` returned from is on the disk. A
record that was cut off half way by a crash is not whole and never read; whatever stands
before it is untouched. :func:`survey` says where damage starts, to the byte.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from struct import Struct
from typing import BinaryIO, NamedTuple

from coprod_desktop.crypto.doors import Random
from coprod_desktop.crypto.sealing import NONCE_BYTES, SealBroken, Sealing
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.places import Folder
from coprod_desktop.store.schema import Book
from coprod_desktop.systems import sync_file

MAGIC = b"coprod-journal/1"
HEADER_BYTES = 64
FILE_BYTES = 16
TAG_BYTES = 16
NO_TAG = bytes(TAG_BYTES)
"""What stands before the first record of a ward."""

_SUM_BYTES = 8
_HEADER = Struct(f">16s16s8s{FILE_BYTES}s")
_START = Struct(">4sIQ16s")
_MARK = b"\x8aREC"
_LEAST = NONCE_BYTES + TAG_BYTES
_MOST = 2**28
_CHUNK = 2**20
_BLOCK = 4096


class Mark(NamedTuple):
    """One record: its file, its number, where it starts, and the tag that seals it."""

    file: bytes
    sequence: int
    place: int
    tag: bytes


BEFORE_ALL = Mark(b"", 0, 0, NO_TAG)
"""The mark of a database that no journal was ever written for."""


class Record(NamedTuple):
    """A record that opened."""

    mark: Mark
    previous: bytes
    """The tag of the record before it."""
    end: int
    """Where the next one starts."""
    payload: bytes

    def follows(self, before: Mark) -> bool:
        """Whether it was written right after another."""
        is_next = self.mark.sequence == before.sequence + 1
        return is_next and self.previous == before.tag


class Damage(NamedTuple):
    """A stretch that holds no whole record, or a place where records are missing."""

    place: int
    """Its first byte."""
    end: int
    """The start of the next whole record, or the end of the file."""


class NotReadable(Exception):  # noqa: N818 - what it is, as the opening tells it
    """There is no journal of this ward's in that place."""


@dataclass(frozen=True, slots=True)
class JournalKey:
    """What opens the journal files of one ward."""

    ward: bytes
    """16 bytes that say which ward, not hidden."""
    secret: bytes
    """32 bytes."""


class Seal:
    """Seals and opens the records of one file."""

    def __init__(self, key: JournalKey, book: Book, file: bytes) -> None:
        """Of a file that exists or is about to."""
        self.file = file
        self.header = _header(key.ward, book, file)
        self._sealing = Sealing(key.secret)

    def closed(self, payload: bytes, after: Mark, nonce: bytes) -> bytes:
        """Return the bytes of the record that follows ``after``."""
        length = len(payload) + _LEAST
        start = _START.pack(_MARK, length, after.sequence + 1, after.tag)
        return start + self._sealing.seal(
            payload, context=self.header + start, nonce=nonce
        )

    def read(self, opened: BinaryIO, place: int) -> Record | None:
        """Return the record that starts at a place, or None where no whole one does."""
        start = _bytes_at(opened, place, _START.size)
        if len(start) < _START.size:
            return None
        mark, length, sequence, previous = _START.unpack(start)
        if mark != _MARK or not _LEAST <= length <= _MOST:
            return None
        sealed = _bytes_at(opened, place + _START.size, length)
        try:
            payload = self._sealing.unseal(sealed, context=self.header + start)
        except SealBroken:
            return None
        found = Mark(self.file, sequence, place, sealed[-TAG_BYTES:])
        return Record(found, previous, place + _START.size + length, payload)


def path_of(folder: Folder, book: Book) -> Path:
    """Return where a journal file lies."""
    return folder.journal if book is Book.JOURNAL else folder.drafts


def read_seal(opened: BinaryIO, key: JournalKey, book: Book) -> Seal:
    """Return what opens the records of a file, from its header.

    Raises:
        NotReadable: It is empty, damaged, another ward's, or no journal.
    """
    header = opened.read(HEADER_BYTES)
    if len(header) == HEADER_BYTES:
        file = _HEADER.unpack(header[: _HEADER.size])[3]
        found = Seal(key, book, file)
        if found.header == header:
            return found
    raise NotReadable


def survey(
    opened: BinaryIO, seal_of_file: Seal, place: int = HEADER_BYTES
) -> Iterator[Record | Damage]:
    """Give every whole record from a place on, and what lies between them.

    What the disk does not give back is damage like any other.
    """
    size = opened.seek(0, os.SEEK_END)
    last: Mark | None = None
    while place < size:
        found = seal_of_file.read(opened, place)
        if found is None:
            start = place
            while found is None and place < size:
                place = _next_start(opened, place + 1, size)
                found = seal_of_file.read(opened, place) if place < size else None
            yield Damage(start, place)
        elif last is not None and not found.follows(last):
            yield Damage(place, place)
        if found is not None:
            yield found
            last, place = found.mark, found.end


def write_aside(
    path: Path,
    seal_of_file: Seal,
    payloads: Iterable[bytes],
    *,
    after: Mark,
    random: Random,
) -> Mark:
    """Write a whole journal file, wait for the disk, and return its last record.

    Raises:
        OSError: It could not be written; nothing is left of it.
    """
    end = after
    try:
        with path.open("wb") as file:
            file.write(seal_of_file.header)
            for payload in payloads:
                record = seal_of_file.closed(payload, end, random(NONCE_BYTES))
                tag = record[-TAG_BYTES:]
                end = Mark(seal_of_file.file, end.sequence + 1, file.tell(), tag)
                file.write(record)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        path.unlink(missing_ok=True)
        raise
    return end


class JournalFile:
    """An open journal file that is written on. One at a time; the caller holds a lock.

    ``end`` is its last record, ``size`` where the next one starts. A record that could
    not be written in full leaves it as it was before, or :attr:`is_unsettled`: then
    nothing is written until :meth:`cut_back` has succeeded.
    """

    def __init__(self, path: Path, seal_of_file: Seal, end: Mark, size: int) -> None:
        """Open a file whose records have been read.

        Raises:
            OSError: It cannot be opened for writing.
        """
        self.end = end
        self.size = size
        self.is_unsettled = False
        self._path = path
        self._seal = seal_of_file
        self._file = os.open(path, os.O_RDWR | getattr(os, "O_BINARY", 0))

    @property
    def is_one_record(self) -> bool:
        """Whether its last record is its first."""
        return self.end.place == HEADER_BYTES

    @property
    def has_more(self) -> bool:
        """Whether something that is no whole record stands behind the last."""
        return os.fstat(self._file).st_size > self.size

    def closed(self, payload: bytes, random: Random) -> tuple[bytes, Mark]:
        """Return the bytes of the next record, and the mark that it will have."""
        record = self._seal.closed(payload, self.end, random(NONCE_BYTES))
        sequence, tag = self.end.sequence + 1, record[-TAG_BYTES:]
        return record, Mark(self._seal.file, sequence, self.size, tag)

    def append(self, record: bytes, mark: Mark) -> None:
        """Write what :meth:`closed` returned. When this returns, the disk has it.

        Raises:
            OSError: The disk is full or fails.
            Problem: The file is not there any more.
        """
        self._check_place()
        self.is_unsettled = True
        os.lseek(self._file, self.size, os.SEEK_SET)
        left = memoryview(record)
        while left:
            left = left[os.write(self._file, left) :]
        sync_file(self._file)
        self.is_unsettled = False
        self.end, self.size = mark, self.size + len(record)

    def cut_back(self, end: Mark, size: int) -> None:
        """Take back what stands behind a record, and wait for the disk.

        Raises:
            OSError: The disk fails. Nothing may be written before this has succeeded.
        """
        self.is_unsettled = True
        os.ftruncate(self._file, size)
        os.fsync(self._file)
        self.is_unsettled = False
        self.end, self.size = end, size

    def close(self) -> None:
        """Close the file."""
        os.close(self._file)

    def _check_place(self) -> None:
        # What is written to a file that was taken away goes nowhere.
        try:
            is_there = os.path.samestat(os.fstat(self._file), self._path.stat())
        except OSError:
            is_there = False
        if not is_there:
            raise Problem("store.folder_gone")


def _header(ward: bytes, book: Book, file: bytes) -> bytes:
    start = _HEADER.pack(MAGIC, ward, book.value.encode(), file)
    return start + hashlib.sha256(start).digest()[:_SUM_BYTES]


def _next_start(opened: BinaryIO, place: int, size: int) -> int:
    """Return where a record may start, from a place on; the file's end if nowhere."""
    while place < size:
        chunk = _bytes_at(opened, place, _CHUNK) or _bytes_at(opened, place, _BLOCK)
        found = chunk.find(_MARK)
        if found >= 0:
            return place + found
        # A mark may lie across two chunks; a block that the disk lost is passed over.
        unread = _BLOCK - place % _BLOCK
        place += max(1, len(chunk) - len(_MARK) + 1) if chunk else unread
    return size


def _bytes_at(opened: BinaryIO, place: int, length: int) -> bytes:
    try:
        opened.seek(place)
        return opened.read(length)
    except OSError:
        return b""
