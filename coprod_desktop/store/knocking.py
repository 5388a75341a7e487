"""A second program asks the one that has the ward open to come to the front.

It leaves ``ward.knock`` beside the ward. The first looks for it; when the file is there
it takes it away and shows its window. Never two writers:
:class:`~coprod_desktop.store.disk.FolderLock` sees to that.
"""

from __future__ import annotations

from contextlib import suppress

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.disk import FolderLock
from coprod_desktop.store.places import Folder


def is_in_use(folder: Folder) -> bool:
    """Whether a program has the ward open, this one or another.

    A folder without a ward, or one that cannot be written, is not in use.
    """
    if not folder.lock.exists():
        return False
    try:
        FolderLock(folder.lock).release()
    except Problem as problem:
        return problem.key == "store.folder_in_use"
    return False


def knock(folder: Folder) -> None:
    """Ask the program that has the ward open to come to the front."""
    # Where nothing can be written nobody hears; the caller says that it is open.
    with suppress(OSError):
        folder.knock.touch()


def take_knock(folder: Folder) -> bool:
    """Whether somebody has knocked since this was asked last."""
    try:
        folder.knock.unlink()
    except OSError:
        return False
    return True
