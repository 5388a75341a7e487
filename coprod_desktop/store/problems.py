"""What SQLite says, in sentences that a person can use."""

from __future__ import annotations

import errno

from sqlalchemy.exc import DBAPIError

from coprod_desktop.model.problem import Problem
from coprod_desktop.systems import NO_ROOM

# The lower byte of https://www.sqlite.org/rescode.html: the upper ones tell which part.
_SENTENCES = {
    5: "store.folder_in_use",  # BUSY
    6: "store.folder_in_use",  # LOCKED
    8: "store.folder_read_only",  # READONLY
    10: "store.disk_failed",  # IOERR
    11: "store.database_damaged",  # CORRUPT
    13: "store.disk_full",  # FULL
    14: "store.folder_read_only",  # CANTOPEN: the file is there, its journal may not be
    26: "store.database_damaged",  # NOTADB: the key is known to be right by then
}


_MAY_NOT = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})


def problem_from(error: Exception) -> Problem | None:
    """Return what to tell a person; None where the mistake is the program's own.

    Of an error from SQLAlchemy, from the driver or from the system alike.
    """
    if isinstance(error, OSError):
        return problem_from_system(error)
    driver = error.orig if isinstance(error, DBAPIError) else error
    code = getattr(driver, "sqlite_errorcode", None)
    key = _SENTENCES.get(code & 0xFF) if isinstance(code, int) else None
    if key is None and "decode to UTF-8" in str(driver):
        key = "store.database_damaged"
    return Problem(key) if key else None


def problem_from_system(error: OSError) -> Problem:
    """Return what to tell a person when a file could not be read or written."""
    if error.errno in NO_ROOM:
        return Problem("store.disk_full")
    is_kept_out = error.errno in _MAY_NOT
    return Problem("store.folder_read_only" if is_kept_out else "store.disk_failed")
