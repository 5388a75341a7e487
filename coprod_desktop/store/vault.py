"""Making a ward's files, and opening them. Loads the database's library."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

from coprod_desktop.model.bodies import PersonJoined, WardMade
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.database import Database
from coprod_desktop.store.disk import FolderLock, write_durably
from coprod_desktop.store.documents import Documents
from coprod_desktop.store.draft_seals import DraftSeals
from coprod_desktop.store.drafts import Drafts
from coprod_desktop.store.keyring import (
    KEY_BYTES,
    WardKey,
    check_key,
    first_keyring,
    has_ward,
)
from coprod_desktop.store.members import Members
from coprod_desktop.store.own_keys import OwnKeys
from coprod_desktop.store.places import Folder
from coprod_desktop.store.record import Record
from coprod_desktop.store.searching import Search
from coprod_desktop.store.seeds import Seeds
from coprod_desktop.store.settings import (
    PAGE_BYTES,
    SALT_BYTES,
    connect,
    database_key,
)
from coprod_desktop.store.upgrading import bring_up_to_date, take_steps
from coprod_desktop.store.voices import Voices
from coprod_desktop.store.ward_state import WardReader
from coprod_desktop.store.world import NewWard, World
from coprod_desktop.store.writing import EntryWriter
from coprod_desktop.systems import sync_folder

__all__ = ["NewWard", "Store", "World", "make_ward", "open_store"]


class Store:
    """An open ward. Every call may come from any thread; they take turns."""

    def __init__(
        self, database: Database, lock: FolderLock, key: WardKey, world: World
    ) -> None:
        """Put the parts together round an open file."""
        seeds = Seeds(key, world.random)
        self.voices = Voices(seeds, OwnKeys(key.ward_id, world.random))
        writer = EntryWriter(key.ward_id, world.clock, self.voices)
        ward = WardReader(database)
        seals = DraftSeals(key, world.random, self.voices.reading_of)
        self._database = database
        self._lock = lock
        self.drafts = Drafts(database, seals, self.voices, ward)
        self.record = Record(database, writer, key.ward_id, ward, self.drafts)
        self.people = Members(database, writer, seeds)
        self.documents = Documents(database, writer, world.ids)
        self.search = Search(database)

    def checkpoint(self) -> None:
        """Fold what was written lately into the file itself, as when a person leaves.

        Raises:
            Problem: The disk is full or broken. Nothing is lost.
        """
        self._database.checkpoint()

    def close(self) -> None:
        """Close the file and let others open it. A second call changes nothing.

        Raises:
            Problem: The last tidying failed. Nothing is lost, and all is closed.
        """
        self.voices.close_all()
        try:
            self._database.close()
        finally:
            self._lock.release()


def make_ward(folder: Folder, new: NewWard, *, world: World) -> WardKey:
    """Make a ward's files and return its key. They come into being all at once.

    Raises:
        Problem: There is a ward already, the passphrase is too short, the code is no
            code, the disk is full, or the folder cannot be written.
    """
    if has_ward(folder):
        raise Problem("store.ward_exists")
    key = WardKey(world.ids(), world.random(KEY_BYTES))
    keyring = first_keyring(new, key, world).to_bytes()
    aside = Folder(folder.root / f"making-{key.ward_id}")
    try:
        aside.ward.mkdir(parents=True, mode=0o700)
        try:
            _make_database(aside, key, new, world)
            aside.lock.touch()
            write_durably(aside.keyring, keyring)
            aside.ward.rename(folder.ward)
        finally:
            shutil.rmtree(aside.root)
        sync_folder(folder.root)
    except OSError as error:
        is_full = error.errno == errno.ENOSPC
        raise Problem(
            "store.disk_full" if is_full else "store.folder_read_only"
        ) from None
    return key


def open_store(folder: Folder, key: WardKey, world: World) -> Store:
    """Open a ward. Whatever goes wrong, the folder stays as it was found.

    Raises:
        Problem: The key is another ward's, somebody else has the ward open, or its
            file is missing, empty, cut short, foreign, damaged or too new.
    """
    check_key(folder, key)
    if not folder.database.is_file():
        raise Problem("store.database_missing")
    lock = FolderLock(folder.lock)
    try:
        _check_file(folder.database, database_key(key)[1])
        database = _database(folder.database, key)
        try:
            bring_up_to_date(folder, key, database, world.random)
        except BaseException:
            database.abandon()
            raise
    except BaseException:
        lock.give_up()
        raise
    return Store(database, lock, key, world)


def _make_database(aside: Folder, key: WardKey, new: NewWard, world: World) -> None:
    database = _database(aside.database, key, is_new=True)
    try:
        seeds = Seeds(key, world.random)
        voices = Voices(seeds, OwnKeys(key.ward_id, world.random))
        writer = EntryWriter(key.ward_id, world.clock, voices)
        with database.transaction() as turn:
            take_steps(turn.connection, key, world.random)
            public = seeds.make(turn, new.staff.id)
            joined = ("", PersonJoined(new.staff, public))
            made = ("", WardMade(new.ward_name))
            writer.write(turn, new.staff.id, [joined, made])
    except BaseException:
        database.abandon()
        raise
    database.close()


def _database(path: Path, key: WardKey, *, is_new: bool = False) -> Database:
    secret, salt = database_key(key)
    return Database(lambda: connect(path, secret, salt, is_new=is_new))


def _check_file(path: Path, salt: bytes) -> None:
    size = path.stat().st_size
    try:
        # For writing as well: SQLite would open it all the same and fail much later.
        with path.open("r+b") as file:
            start = file.read(SALT_BYTES)
    except OSError:
        raise Problem("store.folder_read_only") from None
    if not start:
        raise Problem("store.database_empty")
    if not salt.startswith(start):
        raise Problem("store.database_foreign")
    log = path.with_name(f"{path.name}-wal")
    # After a power cut the file may be short while the log still holds the rest.
    is_whole = size >= PAGE_BYTES and size % PAGE_BYTES == 0
    if not is_whole and not (log.exists() and log.stat().st_size):
        raise Problem("store.database_truncated")
