"""Room that is kept free for the day on which the disk is full.

``ward.reserve`` holds 8 MiB and nothing else. When the disk fills it is given up, so
that writing goes on for a while, and it is made again when there is room.
"""

from __future__ import annotations

import os
import shutil
from contextlib import suppress
from pathlib import Path

from coprod_desktop.crypto.doors import Random

RESERVE_BYTES = 8 * 2**20
LEAST_FREE = 2 * 2**20
"""Below this the reserve is given up, before a write can fail."""
ENOUGH_FREE = 4 * RESERVE_BYTES
"""From this on it is made again."""


class Reserve:
    """The reserve of one ward."""

    def __init__(self, path: Path, random: Random) -> None:
        """Look at what is there; nothing is made yet."""
        self._path = path
        self._folder = str(path.parent)
        self._random = random
        self.is_there = _size(path) >= RESERVE_BYTES

    def watch(self) -> None:
        """Give the reserve up when the disk is nearly full; make it when there is room.

        Quick enough to ask before every write. Says nothing when it cannot be made:
        what is written next will tell.
        """
        with suppress(OSError):
            free = shutil.disk_usage(self._folder).free
            if self.is_there and free < LEAST_FREE:
                self.release()
            elif not self.is_there and free >= ENOUGH_FREE:
                self._make()

    def release(self) -> bool:
        """Give the room back to the disk; return whether there was any to give."""
        self._path.unlink(missing_ok=True)
        was_there, self.is_there = self.is_there, False
        return was_there

    def _make(self) -> None:
        try:
            with self._path.open("wb") as file:
                _fill(file.fileno(), self._random)
        except OSError:
            self._path.unlink(missing_ok=True)
        else:
            self.is_there = True


def _fill(file: int, random: Random) -> None:
    allocate = getattr(os, "posix_fallocate", None)
    if allocate is not None:
        allocate(file, 0, RESERVE_BYTES)
    else:
        # Not zeros: a disk that packs what is stored would keep no room for them.
        os.write(file, random(RESERVE_BYTES))


def _size(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0
