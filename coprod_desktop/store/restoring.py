"""From a backup to a new ward: rows are checked one by one and written by ourselves.

Not a byte of a backup's files is put in the place of a file of ours. The keyring is
read and written anew. Every record is opened; every row must be one of a table that
belongs there, with its columns and kinds of values and no others; then the record as a
whole is read over, as ``verify`` does. Only a ward that passes all this is given out.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from sqlalchemy import Integer, LargeBinary, Table

from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress
from coprod_desktop.store.agreeing import make_agree
from coprod_desktop.store.backup_files import (
    KEYRING,
    UNREADABLE,
    Summary,
    open_plain,
    read_summary,
)
from coprod_desktop.store.backup_reading import (
    bytes_to_read,
    check_backup,
    records_of,
)
from coprod_desktop.store.copies import Step
from coprod_desktop.store.database import Database
from coprod_desktop.store.disk import write_durably
from coprod_desktop.store.encrypted_file import database_at
from coprod_desktop.store.journal import Journal, journal_key, keep_mark
from coprod_desktop.store.journal_lines import Lines, lines_from_bytes
from coprod_desktop.store.keyring import Unlocked, WardKey, unlock_both
from coprod_desktop.store.keyring_file import LONGEST, KeyringFile, read_file
from coprod_desktop.store.places import Folder
from coprod_desktop.store.problems import problem_from_system
from coprod_desktop.store.projections import Head, last_entry
from coprod_desktop.store.replaying import Replay
from coprod_desktop.store.schema import BOOKS, NEVER_GONE, TABLES, Book
from coprod_desktop.store.turn import RowChange
from coprod_desktop.store.upgrading import take_steps
from coprod_desktop.store.verifying import first_fault_by_pieces
from coprod_desktop.store.world import World

_NOT_OURS = frozenset({"store.journal_forked", "store.record_changed"})
"""What replaying says of entries that do not follow one another, or say nothing."""


def keyring_of(backup: Path) -> KeyringFile:
    """Return a backup's keyring.

    Raises:
        Problem: There is no backup there, or its keyring is not whole.
    """
    with open_plain(backup / KEYRING) as file:
        content = file.read(LONGEST + 1)
    with TemporaryDirectory() as place:
        # Whatever it was in the backup, here it is a plain file.
        path = Path(place) / KEYRING
        path.write_bytes(content)
        try:
            return read_file(path)
        except UNREADABLE:
            raise Problem("backup.damaged") from None


def bring_keyring(backup: Path, aside: Folder) -> None:
    """Write a backup's keyring anew in a folder that is to become a ward.

    Raises:
        Problem: It is not whole, or cannot be written.
    """
    content = keyring_of(backup).to_bytes()
    try:
        write_durably(aside.keyring, content)
        write_durably(aside.twin, content)
    except OSError as error:
        raise problem_from_system(error) from None


def unlock_backup(backup: Path, person: PersonId, passphrase: str) -> Unlocked:
    """Return the key of a backup, opened with somebody's passphrase of that time.

    Raises:
        Problem: The passphrase is wrong, or the keyring is not whole.
    """
    with TemporaryDirectory() as place:
        folder = Folder(Path(place))
        folder.ward.mkdir()
        bring_keyring(backup, folder)
        return unlock_both(folder, person, passphrase)


def rebuild_ward(
    backup: Path, aside: Folder, key: WardKey, world: World, progress: Progress
) -> Summary:
    """Make a ward's database and journal from a backup's rows, in an empty folder.

    Raises:
        Problem: The backup is not whole, an entry in it does not hold, or the disk is
            full. What was begun in ``aside`` is no ward.
    """
    summary = read_summary(backup, key)
    reading = _counting(progress, 0, 60, bytes_to_read(summary))
    # All of it, before a single row is taken from it.
    check_backup(backup, key, reading)
    database = database_at(aside.database, key, is_new=True)
    try:
        rows = sum(one.size for one in summary.files.values())
        step = _counting(progress, 60, 20, rows)
        try:
            _replay(database, backup, key, world, step)
        except Problem as problem:
            if problem.key in _NOT_OURS:
                raise Problem("backup.damaged") from None
            raise
        _check_record(database, key, summary, progress)
        database.journal = Journal(aside, journal_key(key), world.random)
        make_agree(database, database.journal)
        aside.lock.touch()
        database.close()
    except OSError as error:
        raise problem_from_system(error) from None
    finally:
        database.abandon()
    progress(100, 100)
    return summary


def _replay(
    database: Database, backup: Path, key: WardKey, world: World, step: Step
) -> None:
    summary = read_summary(backup, key)
    with database.transaction() as turn:
        take_steps(turn.connection, key, world.random)
        replay = Replay(turn)
        for book in (Book.JOURNAL, Book.DRAFTS):
            records = records_of(backup, key, book, summary, step)
            for number, record in enumerate(records):
                lines = checked_lines(record.payload, book)
                if number and lines.is_whole:
                    # A file begins with what stands, and then only goes on.
                    raise Problem("backup.damaged")
                replay.apply(lines, book)
                # What is written next goes on behind it.
                keep_mark(turn, book, record.mark)
        replay.fold()


def _check_record(
    database: Database, key: WardKey, summary: Summary, progress: Progress
) -> None:
    with database.transaction() as turn:
        if last_entry(turn) != Head(summary.head, summary.head_hash):
            raise Problem("backup.damaged")

    def step(done: int, of: int) -> None:
        progress(80 + 20 * done // max(1, of), 100)

    broken = first_fault_by_pieces(database, key.ward_id, step)
    if broken is not None:
        raise Problem("backup.entry_broken", entry=broken.number)


def checked_lines(payload: bytes, book: Book) -> Lines:
    """Return what a record says, when it says nothing but what it may.

    Raises:
        Problem: It is of a newer program, or holds what no program of ours wrote.
    """
    try:
        lines = lines_from_bytes(payload)
        if all(_is_right(change, book) for change in lines.changes):
            return lines
    except UNREADABLE:
        raise Problem("backup.damaged") from None
    raise Problem("backup.damaged")


def _is_right(change: RowChange, book: Book) -> bool:
    if BOOKS.get(change.table) is not book:
        return False
    table = TABLES.tables[change.table]
    if change.is_gone:
        names = [column.name for column in table.primary_key]
        if change.table in NEVER_GONE or set(change.cells) != set(names):
            return False
    elif set(change.cells) != set(table.columns.keys()):
        return False
    return all(_fits(table, name, cell) for name, cell in change.cells.items())


def _fits(table: Table, name: str, cell: object) -> bool:
    kind = table.columns[name].type
    if isinstance(kind, Integer):
        return type(cell) is int and -(2**63) <= cell < 2**63
    if isinstance(kind, LargeBinary):
        return isinstance(cell, bytes)
    # Half a character can be told in JSON and kept in no file.
    return isinstance(cell, str) and cell == cell.encode().decode()


def _counting(progress: Progress, start: int, share: int, whole: int) -> Step:
    """Return a step that counts bytes into a share of a hundred."""
    done = 0

    def step(count: int) -> None:
        nonlocal done
        done += count
        progress(start + min(share, share * done // max(1, whole)), 100)

    return step
