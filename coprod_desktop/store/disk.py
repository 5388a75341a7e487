"""Files that are written whole or not at all, and one program at a time."""

from __future__ import annotations

import os
from pathlib import Path

from coprod_desktop.model.problem import Problem
from coprod_desktop.systems import sync_folder, take_lock


def write_durably(path: Path, content: bytes) -> None:
    """Write a file aside, wait for the disk, and swap it in.

    Raises:
        OSError: It could not be written. What stood there stands there still.
    """
    aside = path.with_name(f"{path.name}.new")
    try:
        with aside.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)


class FolderLock:
    """Says to other programs that this one has the folder open.

    The system gives the lock back when the program ends, however it ends, so a file
    that is left over locks nobody out.
    """

    def __init__(self, path: Path) -> None:
        """Take the lock.

        Raises:
            Problem: Another program has it, or the folder cannot be written.
        """
        self._path = path
        self._was_there = path.exists()
        self._file: int | None = _opened(path)
        try:
            take_lock(self._file)
            if not os.path.samestat(os.fstat(self._file), path.stat()):
                raise BlockingIOError
        except OSError:
            os.close(self._file)
            raise Problem("store.folder_in_use") from None

    def release(self) -> None:
        """Give the lock back. A second call changes nothing."""
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def give_up(self) -> None:
        """Give the lock back and leave the folder as it was found."""
        if not self._was_there:
            self._path.unlink(missing_ok=True)
        self.release()


def _opened(path: Path) -> int:
    try:
        return os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o600)
    except OSError:
        raise Problem("store.folder_read_only") from None
