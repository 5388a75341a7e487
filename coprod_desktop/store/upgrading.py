"""Bringing an older ward up to this program's schema, after a copy was made of it.

The copy is a folder of its own, beside the ward's, that the older program can open. It
is read back, and its file is looked through, before anything in the ward changes. It is
never removed by the program. Decision 004; fault F23.
"""

from __future__ import annotations

import errno
import shutil
from contextlib import closing
from itertools import chain, count
from pathlib import Path

from sqlalchemy import Connection
from sqlcipher3 import dbapi2

from coprod_desktop.crypto.doors import Random
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.copies import copy_folder, fingerprint
from coprod_desktop.store.database import Database
from coprod_desktop.store.draft_seals import DraftSeals
from coprod_desktop.store.keyring import WardKey
from coprod_desktop.store.migrations import VERSIONS
from coprod_desktop.store.places import Folder
from coprod_desktop.store.projections import every_entry, rebuild
from coprod_desktop.store.rows import reading_record
from coprod_desktop.store.settings import connect_to_look, database_key
from coprod_desktop.systems import NO_ROOM, sync_folder


def bring_up_to_date(
    folder: Folder, key: WardKey, database: Database, random: Random
) -> None:
    """Take the steps that an open ward lacks, when there are any.

    Raises:
        Problem: The ward is a newer program's or damaged, or no copy could be made.
            Nothing in it has been changed.
    """
    with database.transaction() as turn:
        version = schema_version(turn.connection)
    if version == VERSIONS[-1]:
        return
    if version is None:
        raise Problem("store.database_damaged")
    if version not in VERSIONS:
        raise Problem("store.database_too_new")
    # What stands in the log alone would not be in the copied file.
    database.checkpoint()
    try:
        copy_before_steps(folder, key)
    except OSError as error:
        is_full = error.errno in NO_ROOM or error.errno == errno.EFBIG
        raise Problem(
            "store.upgrade_no_room" if is_full else "store.upgrade_not_copied"
        ) from None
    with database.transaction() as turn:
        take_steps(turn.connection, key, random)
        # Lists that are new to this file are made from the record.
        with reading_record():
            rebuild(turn, every_entry(turn))


def take_steps(connection: Connection, key: WardKey, random: Random) -> None:
    """Take every step that this file lacks, in the transaction that is open."""
    # Late: a store that is up to date must not pay for Alembic.
    from coprod_desktop.store.migrations.steps import run_steps  # noqa: PLC0415

    run_steps(connection, VERSIONS, DraftSeals(key, random, _nobody).seal_older)


def _nobody(_: PersonId) -> None:
    """Nobody's own key is open while a ward is brought up to date."""


def schema_version(connection: Connection) -> str | None:
    """Return what a file says of its schema; None where it says nothing."""
    is_there = "SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'"
    if not connection.exec_driver_sql(is_there).first():
        return None
    asked = "SELECT version_num FROM alembic_version"
    return connection.exec_driver_sql(asked).scalar()


def copy_before_steps(folder: Folder, key: WardKey) -> Path:
    """Copy a ward's files beside it, look the copy through, and return its folder.

    A copy that is there already, of exactly these files, will do: a step that fails
    at each opening must not fill the disk.

    Raises:
        OSError: It could not be written, or reads back otherwise. Nothing is left.
    """
    place = _place(folder)
    if place.exists():
        return place
    aside = Folder(place.with_name(f"{place.name}.new"))
    shutil.rmtree(aside.root, ignore_errors=True)
    try:
        names = tuple(one.name for one in folder.files)
        copy_folder(folder.ward, aside.ward, names)
        _look_through(aside, key)
        aside.root.rename(place)
    except OSError:
        shutil.rmtree(aside.root, ignore_errors=True)
        raise
    sync_folder(folder.root)
    return place


def _place(folder: Folder) -> Path:
    """Return where a copy of exactly these files lies, or where none is yet."""
    first = folder.root / f"before-{VERSIONS[-1]}"
    others = (first.with_name(f"{first.name}-{number}") for number in count(2))
    return next(
        place
        for place in chain([first], others)
        if not place.exists() or _is_copy(folder, Folder(place))
    )


def _is_copy(folder: Folder, copied: Folder) -> bool:
    pairs = zip(folder.files, copied.files, strict=True)
    return all(_same(one, other) for one, other in pairs)


def _same(one: Path, other: Path) -> bool:
    if not (one.is_file() and other.is_file()):
        return not one.exists() and not other.exists()
    return fingerprint(one) == fingerprint(other)


def _look_through(copied: Folder, key: WardKey) -> None:
    try:
        with closing(connect_to_look(copied.database, *database_key(key))) as looked:
            is_whole = not looked.execute("PRAGMA cipher_integrity_check").fetchall()
            is_sound = looked.execute("PRAGMA quick_check").fetchall() == [("ok",)]
    except dbapi2.Error:
        is_whole = is_sound = False
    if not (is_whole and is_sound):
        raise OSError(errno.EIO, "the copy cannot be read in full")
