"""Backups of an open ward: when they are made, where, and what is told of them.

One is made in the background soon after the ward is opened, after each sharing, and
each day that the ward stays open; never when nothing was written since the last. A
thread of its own makes them, and rests nine times as long as the last one took, so that
even a large ward gives a tenth of its time to this. The clock has no say: a day is
counted by a clock that only goes forward.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from coprod_desktop.model.bodies import SettingChanged
from coprod_desktop.model.entries import Entry, Kind
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress
from coprod_desktop.model.wire import instant_from_json
from coprod_desktop.workspace.settings import BACKUP_FOLDER

if TYPE_CHECKING:
    from coprod_desktop.store.backup import KeptBackup
    from coprod_desktop.store.keyring import WardKey
    from coprod_desktop.store.places import Folder
    from coprod_desktop.workspace.ward import Ward

DAY_S = 86_400
RETRY_S = 600
"""After one that failed: the stick may be back by then."""
REST = 9
"""Times as long as making it took."""


@dataclass(frozen=True, slots=True)
class BackupLine:
    """One backup as it stands in a list."""

    number: int
    head: int
    """The number of the last entry in it."""
    at: datetime
    """What the clock said when it was made."""
    folder: Path


@dataclass(frozen=True, slots=True)
class BackupState:
    """How it stands with backups now."""

    newest: BackupLine | None = None
    """The last one that was made and read back."""
    is_running: bool = False
    done: int = 0
    of: int = 0
    problem: Problem | None = None
    """Why the last one could not be made."""


class Backups:
    """The backups of one open ward. Stop the background before the ward closes."""

    def __init__(self, ward: Ward, folder: Folder, key: WardKey) -> None:
        self.state = BackupState()
        self._ward = ward
        self._folder = folder
        self._key = key
        self._on_change: Callable[[BackupState], None] = lambda _: None
        self._wanted, self._hurried, self._stopped = Event(), Event(), Event()
        self._thread: Thread | None = None

    @property
    def place(self) -> Path | None:
        """Where backups go; None where nobody has chosen a folder."""
        told = self._ward.store.record.state().settings.get(BACKUP_FOLDER)
        return Path(told) if told else None

    @property
    def is_same_disk(self) -> bool:
        """Whether backups go to the disk that the ward itself lies on."""
        place = self.place
        if place is None or not place.is_dir():
            return False
        return place.stat().st_dev == self._folder.root.stat().st_dev

    def choose_place(self, place: Path) -> None:
        """Choose the folder that backups go to from now on.

        Raises:
            Problem: It is not there, cannot be written, or lies in the ward's own.
        """
        place = place.absolute()
        if not place.is_dir():
            raise Problem("backup.place_gone")
        if place.resolve().is_relative_to(self._folder.root.resolve()):
            raise Problem("backup.inside_ward")
        if not os.access(place, os.W_OK):
            raise Problem("backup.not_allowed")
        body = SettingChanged(BACKUP_FOLDER, str(place))
        self._ward.store.record.append(self._ward.opened_by.id, [("", body)])
        self.want()

    def lines(self, place: Path | None = None) -> tuple[BackupLine, ...]:
        """Return the backups in a place, the newest first.

        Raises:
            Problem: No place was chosen, or it is not there.
        """
        from coprod_desktop.store.backup import backups_in  # noqa: PLC0415 - slow

        return tuple(map(_line, backups_in(self._place(place), self._key)))

    def make(
        self, progress: Progress = lambda *_: None, place: Path | None = None
    ) -> BackupLine:
        """Make a backup now, and read it back. Slow.

        Raises:
            Problem: No place was chosen, or it is gone, full or cannot be written.
        """
        made = self._ward.store.backups.make(self._place(place), progress)
        return _line(made)

    def check(self, backup: Path, progress: Progress = lambda *_: None) -> int:
        """Try whether a backup of this ward can be put back; it is not. Slow.

        Returns the number of the last entry in it.

        Raises:
            Problem: It is damaged, or another ward's.
        """
        from coprod_desktop.workspace.restoring import (  # noqa: PLC0415 - slow
            try_out_with,
        )

        return try_out_with(backup, self._key, self._ward.world, progress).head

    def want(self) -> None:
        """Have one made soon, in the background, if anything was written."""
        self._wanted.set()

    def want_now(self) -> None:
        """Have one made at once, in the background, whether anything was written."""
        if self._ward.store.is_read_only:
            cannot = Problem("store.read_only")
            self._tell(BackupState(self.state.newest, problem=cannot))
            return
        self._hurried.set()
        self._wanted.set()

    def start(self, on_change: Callable[[BackupState], None] = lambda _: None) -> None:
        """Begin to make backups in the background; begun already, it goes on.

        ``on_change`` is called from the background's own thread: the window carries
        it over to its own.
        """
        if self._thread is not None or self._ward.store.is_read_only:
            return
        self._on_change = on_change
        self._ward.store.record.hear(self._hear)
        self._wanted.set()
        self._thread = Thread(target=self._run, name="backups", daemon=True)
        self._thread.start()

    def stop(self) -> None:
        """End the background; one that is being made is given up. Can be repeated."""
        self._stopped.set()
        self._hurried.set()
        self._wanted.set()
        if self._thread is not None:
            self._thread.join()

    def _place(self, place: Path | None) -> Path:
        found = place or self.place
        if found is None:
            raise Problem("backup.no_place")
        return found

    def _hear(self, written: Sequence[Entry]) -> None:
        # That somebody looked is written down, too, and is no reason by itself.
        if any(one.kind is not Kind.WORDS_SEEN for one in written):
            self.want()

    def _run(self) -> None:
        wait_s: float = DAY_S
        while not self._stopped.is_set():
            self._wanted.wait(wait_s)
            self._wanted.clear()
            is_hurried = self._hurried.is_set()
            self._hurried.clear()
            start = time.monotonic()
            try:
                self._make_if_newer(is_hurried=is_hurried)
            except _Stopped:
                return
            except Problem as problem:
                self._tell(BackupState(self.state.newest, problem=problem))
            wait_s = DAY_S if self.state.problem is None else RETRY_S
            self._hurried.wait(REST * (time.monotonic() - start))

    def _make_if_newer(self, *, is_hurried: bool) -> None:
        from coprod_desktop.store.backup import backups_in  # noqa: PLC0415 - slow

        if self._stopped.is_set() or self.place is None:
            return
        found = backups_in(self._place(None), self._key)
        if found and not is_hurried and not self._ward.store.backups.is_newer(found[0]):
            self._tell(BackupState(_line(found[0])))
            return
        self._tell(BackupState(_line(found[0]) if found else None, is_running=True))
        made = self._ward.store.backups.make(self._place(None), self._step)
        self._tell(BackupState(_line(made)))

    def _step(self, done: int, of: int) -> None:
        if self._stopped.is_set():
            raise _Stopped
        self._tell(BackupState(self.state.newest, True, done, of))

    def _tell(self, state: BackupState) -> None:
        self.state = state
        self._on_change(state)


def _line(backup: KeptBackup) -> BackupLine:
    said = backup.summary
    return BackupLine(said.number, said.head, instant_from_json(said.at), backup.folder)


class _Stopped(Exception):  # noqa: N818 - what happened, not which error
    """The ward is being closed."""
