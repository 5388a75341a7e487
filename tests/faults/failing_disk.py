"""A disk that fails at the so-many-th call: the library that is preloaded, and its arm.

``failing_disk.c`` says how. It is built here, once, and loaded into the children that a
fork server makes; the tests' own program never loads it.
"""

from __future__ import annotations

import ctypes
import errno
import hashlib
import subprocess
from dataclasses import dataclass
from enum import IntEnum, IntFlag
from pathlib import Path

SOURCE = Path(__file__).with_suffix(".c")


class Calls(IntFlag):
    """What counts as a call. The numbers are those of the C source."""

    WRITES = 1
    SYNCS = 2
    NAMES = 4
    LENGTHS = 8
    READS = 16

    CHANGES = WRITES | SYNCS | NAMES | LENGTHS


class How(IntEnum):
    """How a call fails."""

    BROKEN = errno.EIO
    FULL = errno.ENOSPC
    SHORT = -1
    """Half is written, and the system says so; what does not write is BROKEN."""
    KILLED_BEFORE = -2
    KILLED_AFTER = -3
    KILLED_HALFWAY = -4


@dataclass(frozen=True)
class Fault:
    """Which calls under a folder fail: from number ``at``, counted from 1."""

    folder: str
    at: int
    how: int = How.BROKEN
    lasting: int = 1
    """So many calls fail one after the other."""
    calls: int = Calls.CHANGES


def built(folder: Path) -> Path:
    """Build the library into a folder, or find it there; return its path."""
    name = hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:16]
    library = folder / f"failing_disk-{name}.so"
    if not library.exists():
        asked = ["cc", "-shared", "-fPIC", "-O2", "-Wall", "-Werror"]
        named = ["-o", str(library), str(SOURCE), "-ldl", "-lpthread"]
        subprocess.run([*asked, *named], check=True)
    return library


class FailingDisk:
    """The preloaded library, as the child sees it."""

    def __init__(self) -> None:
        """Find it in this program.

        Raises:
            AttributeError: It was not preloaded.
        """
        self._library = ctypes.CDLL(None)
        asked = ("calls", "failed", "syncs", "dirty")
        for name in asked:
            getattr(self._library, f"failing_disk_{name}").restype = ctypes.c_long

    def arm(self, fault: Fault) -> None:
        """Fail from now on as a fault says; counting starts anew."""
        self._library.failing_disk_arm(
            fault.folder.encode(),
            ctypes.c_uint(fault.calls),
            ctypes.c_long(fault.at),
            ctypes.c_long(fault.lasting),
            ctypes.c_int(fault.how),
        )

    def mend(self) -> None:
        """Let everything work again; what was counted stays."""
        self._library.failing_disk_mend()

    @property
    def calls(self) -> int:
        """How many calls were counted."""
        return int(self._library.failing_disk_calls())

    @property
    def failed(self) -> int:
        """How many calls failed."""
        return int(self._library.failing_disk_failed())

    @property
    def syncs(self) -> int:
        """How many syncs were completed."""
        return int(self._library.failing_disk_syncs())

    def dirty(self, folder: Path) -> list[str]:
        """Name the files under a folder that were written and not synced since.

        The reserve holds nothing, and need never be on the disk.
        """
        inodes: set[int] = set()
        while inode := self._library.failing_disk_dirty(ctypes.c_int(len(inodes))):
            inodes.add(int(inode))
        files = (one for one in folder.rglob("*") if one.name != "ward.reserve")
        return sorted(one.name for one in files if one.stat().st_ino in inodes)
