"""One window before a ward: a second one asks the first to come to the front.

The first holds the lock of ``window.lock`` for as long as it stands there, whether the
ward is open or not. That there are never two writers is seen to by the ward's own lock;
this one is for the person who presses the program's picture twice.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.model.problem import Problem

if TYPE_CHECKING:
    from coprod_desktop.store.disk import FolderLock

# Inside the methods: the first screen does without most of the store.
# ruff: noqa: PLC0415


class OneWindow:
    """This program's window before the ward in a folder."""

    def __init__(self, folder: Path) -> None:
        """Look at the folder; nothing is written yet."""
        from coprod_desktop.store.places import Folder

        self._folder = Folder(folder)
        self._lock: FolderLock | None = None

    def is_first(self) -> bool:
        """Whether no other window stands here; from then on this one does.

        A folder that is not there yet, or that cannot be written, has no first: the
        ward's own lock tells, when the ward is opened.
        """
        from coprod_desktop.store.disk import FolderLock

        if not self._folder.root.is_dir():
            return True
        try:
            self._lock = FolderLock(self._folder.window)
        except Problem as problem:
            return problem.key != "store.folder_in_use"
        return True

    def knock(self) -> None:
        """Ask the window that was first to come to the front."""
        from coprod_desktop.store.knocking import knock

        knock(self._folder)

    def was_heard(self) -> bool:
        """Whether the first has taken the knock away, or nobody could leave one."""
        return not self._folder.knock.exists()

    def was_knocked(self) -> bool:
        """Whether another window has asked, since this was asked last."""
        from coprod_desktop.store.knocking import take_knock

        return take_knock(self._folder)

    def leave(self) -> None:
        """Stand here no more. A second call changes nothing."""
        if self._lock is not None:
            self._lock.release()
            self._lock = None
