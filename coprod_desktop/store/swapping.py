"""Putting a new ward into the place of another, so that it is one of them or the other.

Two folders cannot change names at one moment on every system. So what is about to
happen is written down first, durably; whoever looks at the folder next, after a crash,
ends it. The one that was replaced is kept beside, ``replaced-1`` and so on, and never
removed by the program.
"""

from __future__ import annotations

import json
import re
import shutil
from contextlib import suppress
from pathlib import Path

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.disk import FolderLock, write_durably
from coprod_desktop.store.places import Folder
from coprod_desktop.systems import renames_open_folders, sync_folder

_NEW, _OLD = re.compile(r"restoring-\d{1,6}"), re.compile(r"replaced-\d{1,6}")


class RestorePlace:
    """The right to restore into a folder, and the place in which the new ward is made.

    One program at a time. What an earlier one left half made is removed.
    """

    def __init__(self, folder: Folder) -> None:
        """Take the right.

        Raises:
            Problem: Another program has it, or the folder cannot be written.
        """
        self.aside = Folder(_free(folder.root, "restoring"))
        """Where the new ward is made; its folder is there and empty."""
        self._folder = folder
        self._ward: FolderLock | None = None
        try:
            folder.root.mkdir(parents=True, exist_ok=True)
            self._lock = FolderLock(_lock(folder))
            try:
                self._begin(folder)
            except BaseException:
                self._lock.release()
                raise
        except OSError:
            raise Problem("store.folder_read_only") from None

    def _begin(self, folder: Folder) -> None:
        end_swap(folder, is_locked=True)
        if folder.ward.is_dir():
            # Nobody writes to what is about to be replaced.
            self._ward = FolderLock(folder.lock)
        for path in folder.root.iterdir():
            if _NEW.fullmatch(path.name):
                shutil.rmtree(path, ignore_errors=True)
        self.aside.ward.mkdir(parents=True, mode=0o700)

    def swap_in(self) -> Path | None:
        """Put the new ward into its place; return where the one before is kept.

        Raises:
            Problem: It could not be done. The one before stands.
        """
        folder = self._folder
        old = _free(folder.root, "replaced") if folder.ward.exists() else None
        value = {"new": self.aside.root.name, "old": old.name if old else None}
        try:
            _sync_files(self.aside.ward)
            write_durably(folder.swap_note, json.dumps(value).encode())
            if not renames_open_folders():
                self._release_ward()
            end_swap(folder, is_locked=True)
        except OSError:
            with suppress(OSError):
                self._take_back(old)
            raise Problem("restore.not_swapped") from None
        return old

    def close(self) -> None:
        """Give the right back, and remove what was made and not swapped in."""
        if not self._folder.swap_note.exists():
            shutil.rmtree(self.aside.root, ignore_errors=True)
        with suppress(OSError):
            _lock(self._folder).unlink(missing_ok=True)
        self._release_ward()
        self._lock.release()

    def _take_back(self, old: Path | None) -> None:
        """Put the ward before back, where the new one did not get into its place."""
        folder = self._folder
        if self.aside.ward.exists():
            if old is not None and not folder.ward.exists():
                (old / folder.ward.name).rename(folder.ward)
            folder.swap_note.unlink(missing_ok=True)

    def _release_ward(self) -> None:
        if self._ward is not None:
            self._ward.release()


def end_swap(folder: Folder, *, is_locked: bool = False) -> None:
    """End a swap that was begun, if there is one and nobody else is about to.

    Raises:
        OSError: A folder could not be renamed; it is tried again the next time.
    """
    note = folder.swap_note
    if not note.exists():
        return
    if not is_locked:
        try:
            lock = FolderLock(_lock(folder))
        except Problem:
            return  # another program is at it, or nothing can be written here
        try:
            end_swap(folder, is_locked=True)
        finally:
            lock.release()
        return
    told = _read(note)
    if told is not None:
        _move(folder, *told)
    note.unlink()
    sync_folder(folder.root)


def _move(folder: Folder, new: Folder, old: Folder | None) -> None:
    if new.ward.exists():
        if old is not None and folder.ward.exists():
            old.root.mkdir(exist_ok=True)
            folder.ward.rename(old.ward)
            sync_folder(old.root)
        new.ward.rename(folder.ward)
        sync_folder(folder.root)
    shutil.rmtree(new.root, ignore_errors=True)


def _read(note: Path) -> tuple[Folder, Folder | None] | None:
    """Return which folders a note names; None where it is no note of ours."""
    try:
        value = json.loads(note.read_bytes())
        new, old = str(value["new"]), value["old"]
    except (KeyError, TypeError, ValueError):
        return None
    if not _NEW.fullmatch(new) or not (old is None or _OLD.fullmatch(str(old))):
        return None
    root = note.parent
    return Folder(root / new), None if old is None else Folder(root / str(old))


def _sync_files(folder: Path) -> None:
    sync_folder(folder)
    sync_folder(folder.parent)


def _free(root: Path, start: str) -> Path:
    number = 1
    while (root / f"{start}-{number}").exists():
        number += 1
    return root / f"{start}-{number}"


def _lock(folder: Folder) -> Path:
    return folder.root / "ward.restoring"
