"""Making a backup: what the ward's files hold at one moment, copied, and read back.

While the moment is taken nobody writes: the private file, which is small, is read into
memory, and where the journal ends is noted. The journal is copied afterwards, while
writing goes on, for what stands in it is never changed. The copy is synced, read back
from the disk, and every record in it opened, before it gets its name; before that it is
no backup, and what a crash leaves of it is swept away by the next one.
"""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from coprod_desktop.crypto.digests import Digest
from coprod_desktop.model.ports import Clock
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress
from coprod_desktop.model.wire import instant_to_json
from coprod_desktop.store.backup_files import (
    DRAFTS,
    JOURNAL,
    KEYRING,
    SUMMARY,
    FileSeal,
    Summary,
    folders_of,
    going_name,
    making_name,
    name_of,
    read_summary,
)
from coprod_desktop.store.backup_reading import (
    BOOK_FILES,
    bytes_to_read,
    check_backup,
)
from coprod_desktop.store.backup_rule import kept
from coprod_desktop.store.comparing import opened_file
from coprod_desktop.store.copies import PIECE_BYTES, Step
from coprod_desktop.store.database import Database
from coprod_desktop.store.journal import Journal, read_marks
from coprod_desktop.store.journal_file import Mark, NotReadable, path_of
from coprod_desktop.store.keyring import WardKey
from coprod_desktop.store.projections import Head, read_head
from coprod_desktop.store.schema import Book
from coprod_desktop.store.world import World
from coprod_desktop.systems import NO_ROOM, forget_cached, sync_folder


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup in its place."""

    folder: Path
    summary: Summary


@dataclass(frozen=True, slots=True)
class _Moment:
    """What the ward's files hold at one moment."""

    head: Head
    ends: dict[Book, Mark]
    keyring: bytes
    drafts: bytes
    journal: Path
    journal_size: int


def backups_in(place: Path, key: WardKey) -> tuple[KeptBackup, ...]:
    """Return the backups of a ward that lie in a place, the newest first.

    What is only named like one, or cannot be read, is passed over. Their files are not
    read: see :func:`~coprod_desktop.store.backup_reading.check_backup`.

    Raises:
        Problem: The place is not there, or cannot be looked into.
    """
    found = []
    try:
        named = sorted(folders_of(place, key.ward_id), reverse=True)
    except OSError:
        raise Problem("backup.place_gone") from None
    for number, folder in named:
        try:
            summary = read_summary(folder, key)
        except Problem:
            continue
        if summary.number == number and summary.ward_id == key.ward_id:
            found.append(KeptBackup(folder, summary))
    return tuple(found)


class BackupMaker:
    """Makes backups of one open ward."""

    def __init__(self, database: Database, key: WardKey, world: World) -> None:
        """Read from open files."""
        self._database = database
        self._key = key
        self._clock: Clock = world.clock
        self._random = world.random

    def is_newer(self, backup: KeptBackup) -> bool:
        """Whether anything was written since a backup was made.

        Raises:
            Problem: The file is damaged.
        """
        with self._database.transaction() as turn:
            ends = read_marks(turn)
        return _told(ends) != backup.summary.ends

    def make(self, place: Path, progress: Progress) -> KeptBackup:
        """Make a backup in a place, read it back, and take away those not kept.

        Raises:
            Problem: The place is gone or full or cannot be written, or what it gives
                back is not what was written. Older backups are as they were.
        """
        try:
            if not place.is_dir():
                raise Problem("backup.place_gone")
            self._sweep(place)
            made = self._made(place, progress)
            self._thin(place)
        except OSError as error:
            raise _problem(error) from None
        return made

    def _made(self, place: Path, progress: Progress) -> KeptBackup:
        before = backups_in(place, self._key)
        number = before[0].summary.number + 1 if before else 1
        target = place / name_of(self._key.ward_id, number)
        while os.path.lexists(target):
            # One that cannot be read keeps its number, too.
            number += 1
            target = place / name_of(self._key.ward_id, number)
        aside = place / making_name(self._key.ward_id)
        aside.mkdir(mode=0o700)
        try:
            moment = self._moment()
            summary = self._copied(moment, aside, number, progress)
            check_backup(aside, self._key, _second_half(summary, progress))
            aside.rename(target)
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise
        sync_folder(place)
        return KeptBackup(target, summary)

    def _moment(self) -> _Moment:
        journal = self._database.journal
        if journal is None:
            raise Problem("backup.read_only")
        # Words that were written over need not be in a backup; where they cannot be
        # cleared away now, the backup is made all the same.
        with suppress(Problem):
            self._database.tidy()
        with self._database.transaction() as turn:
            ends = read_marks(turn)
            drafts = path_of(journal.folder, Book.DRAFTS).read_bytes()
            return _Moment(
                read_head(turn),
                ends,
                journal.folder.keyring.read_bytes(),
                drafts[: _end_of(journal, Book.DRAFTS, ends)],
                path_of(journal.folder, Book.JOURNAL),
                _end_of(journal, Book.JOURNAL, ends),
            )

    def _copied(
        self, moment: _Moment, aside: Path, number: int, progress: Progress
    ) -> Summary:
        summary = Summary(
            self._key.ward_id,
            number,
            moment.head.number,
            moment.head.hash,
            _told(moment.ends),
            instant_to_json(self._clock()),
        )
        whole, done = moment.journal_size, 0

        def step(count: int) -> None:
            nonlocal done
            done += count
            progress(done, 3 * whole)

        files = {
            KEYRING: _write(aside / KEYRING, moment.keyring),
            DRAFTS: _write(aside / DRAFTS, moment.drafts),
            JOURNAL: _copy(moment.journal, aside / JOURNAL, whole, step),
        }
        summary = replace(summary, files=files)
        _write(aside / SUMMARY, summary.to_bytes(self._key, self._random))
        sync_folder(aside)
        return summary

    def _sweep(self, place: Path) -> None:
        """Remove what a crash left half made, or half removed."""
        for name in (making_name, going_name):
            _remove(place / name(self._key.ward_id))

    def _thin(self, place: Path) -> None:
        found = backups_in(place, self._key)
        staying = kept(one.summary.number for one in found)
        for one in found:
            if one.summary.number not in staying:
                # Under its name there is a whole backup or none.
                going = place / going_name(self._key.ward_id)
                one.folder.rename(going)
                _remove(going)


def _told(ends: dict[Book, Mark]) -> dict[str, tuple[int, bytes]]:
    return {BOOK_FILES[book]: (end.sequence, end.tag) for book, end in ends.items()}


def _end_of(journal: Journal, book: Book, ends: dict[Book, Mark]) -> int:
    """Return where the last record of a file ends that the database has in it."""
    path = path_of(journal.folder, book)
    try:
        with opened_file(path, journal.key, book) as (file, seal):
            found = seal.read(file, ends[book].place)
    except NotReadable:
        found = None
    if found is None or found.mark != ends[book]:
        raise Problem("backup.journal_damaged")
    return found.end


def _write(path: Path, content: bytes) -> FileSeal:
    with path.open("xb") as file:
        file.write(content)
        _settle(file.fileno(), file.flush)
    return FileSeal(len(content), hashlib.sha256(content).digest())


def _copy(source: Path, target: Path, size: int, step: Step) -> FileSeal:
    """Copy the beginning of a file that is written on meanwhile."""
    found, left = Digest(), size
    with source.open("rb") as giving, target.open("xb") as taking:
        while left:
            piece = giving.read(min(PIECE_BYTES, left))
            if not piece:
                raise Problem("backup.journal_damaged")
            taking.write(piece)
            found.update(piece)
            left -= len(piece)
            step(len(piece))
        _settle(taking.fileno(), taking.flush)
    return FileSeal(size, found.digest())


def _settle(file: int, flush: Callable[[], None]) -> None:
    flush()
    os.fsync(file)
    # Reading back what the system still holds in memory would prove nothing.
    forget_cached(file)


def _second_half(summary: Summary, progress: Progress) -> Step:
    """Return what counts on where copying ended, while the copy is read back."""
    whole = summary.files[JOURNAL].size
    done, reading = 0, bytes_to_read(summary)

    def step(count: int) -> None:
        nonlocal done
        done += count
        progress(whole + 2 * whole * done // max(1, reading), 3 * whole)

    return step


def _remove(path: Path) -> None:
    if path.is_symlink():
        path.unlink()
    elif path.exists():
        shutil.rmtree(path)


def _problem(error: OSError) -> Problem:
    if error.errno in NO_ROOM or error.errno == errno.EFBIG:
        return Problem("backup.no_room")
    if error.errno in (errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ENXIO):
        return Problem("backup.place_gone")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return Problem("backup.not_allowed")
    return Problem("backup.failed")
