"""Making a ward's files, and opening them. Loads the database's library."""

from __future__ import annotations

import shutil

from coprod_desktop.model.bodies import PersonJoined, WardMade
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.agreeing import make_agree
from coprod_desktop.store.backup import BackupMaker
from coprod_desktop.store.disk import write_durably
from coprod_desktop.store.documents import Documents
from coprod_desktop.store.encrypted_file import database_at
from coprod_desktop.store.findings import Finding
from coprod_desktop.store.journal import Journal, journal_key
from coprod_desktop.store.journal_check import Step, hold_against_journal
from coprod_desktop.store.key_room import KeyRoom
from coprod_desktop.store.keyring import (
    KEY_BYTES,
    WardKey,
    first_keyring,
    has_ward,
)
from coprod_desktop.store.members import Members
from coprod_desktop.store.opening import OpenFiles, open_files, refuse_network
from coprod_desktop.store.photographs import Photographs
from coprod_desktop.store.places import Folder
from coprod_desktop.store.record import Record
from coprod_desktop.store.recovery_signer import (
    RecoverySigner,
    keep_box,
    recovery_signer,
)
from coprod_desktop.store.searching import Search
from coprod_desktop.store.upgrading import take_steps
from coprod_desktop.store.world import NewWard, World
from coprod_desktop.systems import NO_ROOM, sync_folder

__all__ = ["NewWard", "Store", "World", "make_ward", "open_store"]


class Store:
    """An open ward. Every call may come from any thread; they take turns."""

    def __init__(self, files: OpenFiles, key: WardKey, world: World) -> None:
        """Put the parts together round open files."""
        database = files.database
        room = KeyRoom(database, key, world)
        writer, self.drafts = room.writer, room.drafts
        self._database = database
        self._lock = files.lock
        self.told = files.told
        """What was found and mended at opening; a member of staff must see it."""
        self.readings = room.readings
        self.voices = room.voices
        self.sign_in = room.sign_in
        self.keys = room.making
        self.two_people = room.two_people
        self.record = Record(database, writer, key.ward_id, room.ward, self.drafts)
        self.people = Members(database, writer, room.seeds)
        self.documents = Documents(database, writer, world.ids)
        self.photographs = Photographs(database, self.record)
        self.search = Search(database)
        self.backups = BackupMaker(database, key, world)

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be written, because the folder cannot."""
        return self._database.is_read_only

    @property
    def is_on_reserve(self) -> bool:
        """Whether the disk is so full that the room kept for that day is in use."""
        journal = self._database.journal
        return journal is not None and journal.is_on_reserve

    def hold_against_journal(self, step: Step = lambda *_: None) -> tuple[Finding, ...]:
        """Compare every row with the journal; return what differs.

        ``step`` is told how many entries were compared, of how many; what it raises
        ends it. What can be mended without a person is mended at the next opening.

        Raises:
            Problem: The database itself is damaged.
        """
        journal = self._database.journal
        if journal is None:
            return ()
        return hold_against_journal(self._database, journal, step)

    def checkpoint(self) -> None:
        """Fold what was written lately into the files, as when a person leaves.

        Words that were erased or written over are in no file of the ward's after it.

        Raises:
            Problem: The disk is full or broken. Nothing is lost.
        """
        self._database.tidy()

    def close(self) -> None:
        """Close the file and let others open it. A second call changes nothing.

        Raises:
            Problem: The last tidying failed. Nothing is lost, and all is closed.
        """
        self.voices.close_all()
        try:
            self._database.close()
        finally:
            if self._lock is not None:
                self._lock.release()


def make_ward(folder: Folder, new: NewWard, *, world: World) -> WardKey:
    """Make a ward's files and return its key. They come into being all at once.

    Raises:
        Problem: There is a ward already, the passphrase is too short, the code is no
            code, the disk is full, or the folder cannot be written.
    """
    if has_ward(folder):
        raise Problem("store.ward_exists")
    refuse_network(folder)
    key = WardKey(world.ids(), world.random(KEY_BYTES))
    file, beside = first_keyring(new, key, world)
    keyring, code = file.to_bytes(), recovery_signer(beside)
    aside = Folder(folder.root / f"making-{key.ward_id}")
    try:
        aside.ward.mkdir(parents=True, mode=0o700)
        try:
            _make_database(aside, key, new, world, code)
            aside.lock.touch()
            write_durably(aside.twin, keyring)
            write_durably(aside.keyring, keyring)
            aside.ward.rename(folder.ward)
        finally:
            shutil.rmtree(aside.root)
        sync_folder(folder.root)
    except OSError as error:
        is_full = error.errno in NO_ROOM
        raise Problem(
            "store.disk_full" if is_full else "store.folder_read_only"
        ) from None
    return key


def open_store(folder: Folder, key: WardKey, world: World) -> Store:
    """Open a ward. Where that fails, the folder stays as it was found.

    What one file has lost is put back from the others: see :attr:`Store.told`.

    Raises:
        Problem: The key is another ward's, the folder lies on a network share, somebody
            else has the ward open, a newer program made it, or what is left of it
            cannot be believed without a person who decides.
    """
    return Store(open_files(folder, key, world), key, world)


def _make_database(
    aside: Folder, key: WardKey, new: NewWard, world: World, code: RecoverySigner
) -> None:
    journal = Journal(aside, journal_key(key), world.random)
    database = database_at(aside.database, key, is_new=True)
    try:
        room = KeyRoom(database, key, world)
        with database.transaction() as turn:
            take_steps(turn.connection, key, world.random)
            public = room.seeds.make(turn, new.staff.id)
            joined = ("", PersonJoined(new.staff, public))
            made = ("", WardMade(new.ward_name, code.public_key))
            room.writer.write(turn, new.staff.id, [joined, made])
            keep_box(turn, code)
        database.journal = journal
        make_agree(database, journal)
    except BaseException:
        database.abandon()
        raise
    database.close()
