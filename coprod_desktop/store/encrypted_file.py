"""The encrypted file: looked at from outside, and opened."""

from __future__ import annotations

from pathlib import Path

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.database import Database
from coprod_desktop.store.journal import Journal
from coprod_desktop.store.keyring import WardKey
from coprod_desktop.store.settings import (
    PAGE_BYTES,
    SALT_BYTES,
    connect,
    database_key,
)


def log_of(path: Path) -> Path:
    """Return where SQLite keeps what is not in a file yet."""
    return path.with_name(f"{path.name}-wal")


def database_at(
    path: Path, key: WardKey, *, is_new: bool = False, journal: Journal | None = None
) -> Database:
    """Return a ward's database; nothing is opened before it is used.

    Only with ``is_new`` is a file made. With a ``journal`` every change goes there too.
    """
    secret, salt = database_key(key)
    return Database(lambda: connect(path, secret, salt, is_new=is_new), journal)


def check_file(path: Path, key: WardKey) -> None:
    """Look at a file from outside, before SQLite does.

    Raises:
        Problem: It is missing, empty, cut short, another ward's, or may not be written.
    """
    if not path.is_file():
        raise Problem("store.database_missing")
    size = path.stat().st_size
    try:
        # For writing as well: SQLite would open it all the same and fail much later.
        with path.open("r+b") as file:
            start = file.read(SALT_BYTES)
    except OSError:
        raise Problem("store.folder_read_only") from None
    if not start:
        raise Problem("store.database_empty")
    if not database_key(key)[1].startswith(start):
        raise Problem("store.database_foreign")
    log = log_of(path)
    # After a power cut the file may be short while the log still holds the rest.
    is_whole = size >= PAGE_BYTES and size % PAGE_BYTES == 0
    if not is_whole and not (log.exists() and log.stat().st_size):
        raise Problem("store.database_truncated")


def check_end(path: Path, database: Database) -> None:
    """Look whether an open file is as long as it must be; fold its log in.

    After a power cut the log holds what the file is short of. What neither has would be
    read as zeros, and SQLCipher says nothing (4.19; found by cutting files).

    Raises:
        Problem: A page that it must have is nowhere, or the disk fails.
    """
    size = path.stat().st_size
    with database.transaction() as turn:
        told = turn.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    if size >= told * PAGE_BYTES:
        return
    database.checkpoint()
    with path.open("rb") as file:
        for at in range(size // PAGE_BYTES * PAGE_BYTES, told * PAGE_BYTES, PAGE_BYTES):
            file.seek(at)
            # A hole is read as zeros. No page of ours is: each has a nonce and a seal.
            if not file.read(PAGE_BYTES).strip(b"\0"):
                raise Problem("store.database_truncated")
