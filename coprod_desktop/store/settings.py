"""How every connection is set, and the proof that it is."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.keyring import WardKey

PAGE_BYTES = 4096
SALT_BYTES = 16

KEPT_STATEMENTS = 8
"""How many compiled statements a connection keeps.

They lie in the small pieces of memory that SQLite has ready. Python's own 128 fill them
all, and then each value of each row asks the system to lock and wipe memory of its own
(``cipher_memory_security``): that was a third of a save. A save needs four.
"""

SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("locking_mode", "EXCLUSIVE", "exclusive"),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("secure_delete", "ON", 1),
    ("temp_store", "MEMORY", 2),
    ("mmap_size", "0", 0),
)
"""A setting, what it is set to, and what it must then say of itself.

Why each: SAFETY 2.2 and decision 009. EXCLUSIVE before WAL leaves no -shm file.
"""

# Before the key: the first keeps SQLCipher's own messages off the terminal, and the
# second must be on when the key comes in.
_EARLY = (("cipher_log_level", "NONE", "NONE"), ("cipher_memory_security", "ON", "1"))

_LOOKING = (("trusted_schema", "OFF", 0), ("cell_size_check", "ON", 1))


def database_key(key: WardKey) -> tuple[bytes, bytes]:
    """Return the encrypted file's raw key and its salt: 32 and 16 bytes.

    The salt is the first bytes of the file. Derived, it tells a foreign file from a
    damaged one.
    """
    salt = key.derived("coprod-desktop/salt/v1")[:SALT_BYTES]
    return key.derived("coprod-desktop/database/v1"), salt


def connect(path: Path, key: bytes, salt: bytes, *, is_new: bool = False) -> Any:
    """Open the encrypted file and set it.

    ``key`` and ``salt`` are raw: 32 and 16 bytes. Only with ``is_new`` is a file made.

    Raises:
        dbapi2.Error: SQLite says no.
        Problem: A setting did not take, so words would not be safe.
    """
    mode = "rwc" if is_new else "rw"
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=0,
        check_same_thread=False,  # one at a time: Database holds the lock
        isolation_level=None,  # Database says BEGIN itself
        cached_statements=KEPT_STATEMENTS,
    )
    try:
        _set(connection, _EARLY)
        # PRAGMA takes no bound parameters; hexadecimal digits need no quoting.
        connection.execute("PRAGMA key = \"x'" + key.hex() + salt.hex() + "'\"")
        _set(connection, SETTINGS)
    except BaseException:
        connection.close()
        raise
    return connection


def connect_in_memory() -> Any:
    """Make a database that lies in memory alone and is gone with its connection."""
    connection = dbapi2.connect(
        ":memory:", check_same_thread=False, isolation_level=None
    )
    _set(connection, _EARLY)
    _set(connection, _LOOKING)
    return connection


def connect_to_look(path: Path, key: bytes, salt: bytes) -> Any:
    """Open a file that nobody writes to, so that nothing beside it comes into being.

    Raises:
        dbapi2.Error: SQLite says no.
    """
    connection = dbapi2.connect(
        f"{path.absolute().as_uri()}?mode=ro&immutable=1",
        uri=True,
        timeout=0,
        isolation_level=None,
    )
    try:
        _set(connection, _EARLY)
        connection.execute("PRAGMA key = \"x'" + key.hex() + salt.hex() + "'\"")
        _set(connection, _LOOKING)
    except BaseException:
        connection.close()
        raise
    return connection


def _set(connection: Any, settings: tuple[tuple[str, str, object], ...]) -> None:
    for name, value, _ in settings:
        connection.execute("PRAGMA " + name + " = " + value)
    for name, _, wanted in settings:
        told = connection.execute("PRAGMA " + name).fetchone()
        if told is None or told[0] != wanted:
            raise Problem("store.not_safe_here", setting=name)
