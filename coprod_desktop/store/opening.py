"""Opening a ward's files: to write, or only to read where nothing can be written."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import dataclass

from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress, part
from coprod_desktop.store.agreeing import (
    clear_leftovers,
    fill,
    make_agree,
    make_database_anew,
)
from coprod_desktop.store.database import Database
from coprod_desktop.store.disk import FolderLock
from coprod_desktop.store.encrypted_file import (
    check_end,
    check_file,
    database_at,
)
from coprod_desktop.store.findings import Finding
from coprod_desktop.store.journal import Journal, journal_key
from coprod_desktop.store.journal_file import NotReadable
from coprod_desktop.store.keyring import WardKey, keyring_for
from coprod_desktop.store.keyring_pair import mend_keyring
from coprod_desktop.store.knocking import knock
from coprod_desktop.store.places import Folder
from coprod_desktop.store.schema import Book
from coprod_desktop.store.settings import connect_in_memory
from coprod_desktop.store.upgrading import bring_up_to_date
from coprod_desktop.store.world import World
from coprod_desktop.systems import is_on_network

_MADE_ANEW_WHEN = frozenset(
    {
        "store.database_missing",
        "store.database_empty",
        "store.database_truncated",
        "store.database_foreign",
        "store.database_damaged",
    }
)


@dataclass(frozen=True, slots=True)
class OpenFiles:
    """A ward's files, open."""

    database: Database
    lock: FolderLock | None
    """None where the ward is open to read only."""
    told: tuple[Finding, ...]


def open_files(folder: Folder, key: WardKey, world: World) -> OpenFiles:
    """Open a ward's files.

    Raises:
        Problem: The key is another ward's, the folder lies on a network share, another
            program has the ward open, or neither database nor journal can be believed.
            Then nothing has been changed.
    """
    keyring_for(folder, key)
    refuse_network(folder)
    try:
        lock = FolderLock(folder.lock)
        try:
            database, told = _open_to_write(folder, key, world)
        except BaseException:
            lock.give_up()
            raise
    except Problem as problem:
        if problem.key == "store.folder_in_use":
            knock(folder)
        if problem.key != "store.folder_read_only":
            raise
        return _open_to_read(folder, key, world, problem)
    database.suspect = folder.suspect
    return OpenFiles(database, lock, told)


def rebuild(
    folder: Folder,
    key: WardKey,
    world: World,
    side: str,
    progress: Progress = lambda *_: None,
) -> tuple[Finding, ...]:
    """Make one side of a ward that nobody has open anew from the other.

    ``side`` is ``database`` or ``journal``. What was there is moved aside. ``progress``
    is told how far it is, in hundredths.

    Raises:
        Problem: The side that it would be made from is not whole, or somebody has the
            ward open. Nothing was changed.
    """
    keyring_for(folder, key)
    refuse_network(folder)
    lock, going = FolderLock(folder.lock), part(progress, 0, 99)
    try:
        if side == "database":
            told = _made_anew(folder, key, world, going)
            database, more = _agreed(folder, key, world)
        else:
            told = ()
            database, more = _agreed(folder, key, world, tuple(Book), going)
        database.close()
    except NotReadable:
        raise Problem("store.rebuild_not_whole") from None
    finally:
        lock.release()
    progress(100, 100)
    return (*told, *more)


def refuse_network(folder: Folder) -> None:
    """Refuse a place that other computers write to.

    Locks and syncs mean nothing there, so two programs could write at once, and
    "Saved" could be said too early.

    Raises:
        Problem: The folder lies on a network share.
    """
    if is_on_network(folder.root):
        raise Problem("store.network_share")


def _open_to_write(
    folder: Folder, key: WardKey, world: World
) -> tuple[Database, tuple[Finding, ...]]:
    suspects = _suspects(folder)
    if suspects:
        # Once: what cannot be mended today must not be tried at every opening.
        folder.suspect.unlink()
    told: tuple[Finding, ...] = ()
    if "database" in suspects:
        with suppress(NotReadable):
            told = _made_anew(folder, key, world)
    try:
        database, more = _agreed(folder, key, world, suspects)
    except Problem as problem:
        if problem.key not in _MADE_ANEW_WHEN:
            raise
        try:
            told = _made_anew(folder, key, world)
        except NotReadable:
            raise problem from None
        database, more = _agreed(folder, key, world)
    told = (*told, *more)
    # A keyring that cannot be mended now is mended another day: it opened the ward.
    with suppress(OSError):
        told = (*told, *mend_keyring(folder, keyring_for(folder, key)))
    return database, told


def _suspects(folder: Folder) -> frozenset[str]:
    """Return the files that were found damaged when the ward was last open."""
    if not folder.suspect.exists():
        return frozenset()
    return frozenset(folder.suspect.read_text("ascii", "replace").split())


def _made_anew(
    folder: Folder, key: WardKey, world: World, progress: Progress = lambda *_: None
) -> tuple[Finding, ...]:
    count = make_database_anew(folder, key, world.random, progress)
    return (Finding("store.told.database_made_anew", {"entries": count}),)


def _agreed(
    folder: Folder,
    key: WardKey,
    world: World,
    suspects: Collection[str] = (),
    progress: Progress = lambda *_: None,
) -> tuple[Database, tuple[Finding, ...]]:
    check_file(folder.database, key)
    journal = Journal(folder, journal_key(key), world.random)
    database = database_at(folder.database, key, journal=journal)
    try:
        check_end(folder.database, database)
        bring_up_to_date(folder, key, database, world.random)
        clear_leftovers(folder)
        return database, make_agree(database, journal, suspects, progress)
    except BaseException:
        database.abandon()
        raise


def _open_to_read(
    folder: Folder, key: WardKey, world: World, problem: Problem
) -> OpenFiles:
    """Read the journal into memory, for a folder in which nothing can be written."""
    database = Database(connect_in_memory)
    try:
        count = fill(database, folder, key, world.random)
    except NotReadable:
        database.abandon()
        raise problem from None
    except Problem:
        database.abandon()
        raise
    database.is_read_only = True
    told = Finding("store.told.read_only", {"entries": count})
    return OpenFiles(database, None, (told,))
