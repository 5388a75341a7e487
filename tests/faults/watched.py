"""Reading what somebody else may have written, and everything that it must not do.

A :class:`Target` reads bytes. Whatever they are, it may say a ``Problem`` and nothing
else, take a second and no more of this machine's time, and write into its own folder
alone. It says what it did instead.
"""

from __future__ import annotations

import os
import resource
import signal
import sys
import time
import traceback
from abc import ABC, abstractmethod
from pathlib import Path
from types import FrameType
from typing import Any

from coprod_desktop.model.problem import Problem

LONGEST_S = 1.0
"""Of the processor's time, so that a busy machine tells the same as an idle one."""

_GIVEN_UP_S = 5.0
_BYTES_A_SECOND = 16 << 20
"""So much is read in a second; one that is longer may take as much longer."""
_MOST_MEMORY = 1 << 30

_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND
_CHANGING = (
    *("os.remove", "os.rename", "os.mkdir", "os.rmdir", "os.link", "os.symlink"),
    *("os.truncate", "os.chmod", "os.chown", "shutil.rmtree", "shutil.move"),
)
_IN_A_FOLDER = {"os.remove": 1, "os.rmdir": 1, "os.mkdir": 2}
"""Where these events tell the descriptor of the folder that a name stands in."""

_REACHING = (
    "socket.connect",
    "subprocess.Popen",
    "os.system",
    "os.exec",
    "ctypes.dlopen",
)


class Hang(Exception):  # noqa: N818 - what happened, not which error
    """It was still busy after far too long."""


class Target(ABC):
    """Something of the program that reads a file from outside."""

    def __init__(self, folder: Path) -> None:
        """Work in a folder, which is the only place that may be written."""
        self.folder = folder
        self.was_read = 0
        """How many inputs were read to the end, without a problem."""
        self.slowest_s = 0.0
        self.usual_s = 0.0
        """How long the slowest of the samples takes: more than that may be a hang."""
        self._outside: list[str] = []
        self._is_watching = False
        sys.addaudithook(self._on_audit)
        signal.signal(signal.SIGPROF, self._on_too_long)

    @abstractmethod
    def read(self, content: bytes) -> None:
        """Read what somebody may have written. May raise ``Problem``."""

    @abstractmethod
    def samples(self) -> list[bytes]:
        """Return what is well made, to be spoilt."""

    def get_used(self) -> None:
        """Read every sample, and remember how long that takes.

        Raises:
            AssertionError: One of them was not read.
        """
        first, *others = self.samples()
        # The first time loads what is loaded late.
        for sample in (first, first, *others):
            self.usual_s, self.slowest_s = 10 * LONGEST_S, 0.0
            assert self.broken(sample) is None
            self.usual_s = self.slowest_s
        assert self.was_read == 2 + len(others)
        self.was_read, self.slowest_s = 0, 0.0

    def broken(self, content: bytes) -> str | None:
        """Read it; say what it did that it must not, or None."""
        self._outside.clear()
        wrong: str | None = None
        longer = max(1.0, len(content) / _BYTES_A_SECOND)
        began = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, _GIVEN_UP_S * longer)
        self._is_watching = True
        try:
            self.read(content)
            self.was_read += 1
        except Problem:
            wrong = None
        except BaseException:  # noqa: BLE001 - whatever it raises is told
            wrong = traceback.format_exc(limit=-6)
        finally:
            self._is_watching = False
            signal.setitimer(signal.ITIMER_PROF, 0)
        took = time.process_time() - began
        self.slowest_s = max(self.slowest_s, took)
        if wrong is None and took > self.usual_s + LONGEST_S * longer:
            wrong = f"it took {took:.1f} s of the processor"
        if self._outside:
            wrong = f"it reached out: {self._outside[:3]}"
        return wrong

    def limit_memory(self) -> None:
        """Let this program take no more than a gigabyte on top of what it has."""
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
        most = pages * resource.getpagesize() + _MOST_MEMORY
        resource.setrlimit(resource.RLIMIT_AS, (most, most))

    def _on_audit(self, event: str, told: tuple[Any, ...]) -> None:
        if not self._is_watching:
            return
        if event == "open":
            path, _, flags = told
            is_write = isinstance(flags, int) and flags & _WRITING
            if is_write and not self._is_inside(path):
                self._outside.append(f"wrote {path!r}")
        elif event in _REACHING or (
            event in _CHANGING and not self._is_inside(_path_of(event, told))
        ):
            self._outside.append(f"{event} {told[0]!r}")

    def _is_inside(self, path: object) -> bool:
        if not isinstance(path, (str, bytes, os.PathLike)):
            return isinstance(path, int)  # a file that is open already
        whole = os.path.realpath(os.fsdecode(path))
        return whole.startswith(f"{self.folder}{os.sep}") or whole == os.devnull

    def _on_too_long(self, _number: int, frame: FrameType | None) -> None:
        where = f"{frame.f_code.co_filename}:{frame.f_lineno}" if frame else "?"
        raise Hang(f"still busy after {_GIVEN_UP_S:.0f} s, at {where}")


def _path_of(event: str, told: tuple[Any, ...]) -> object:
    """Return what a call changes, as a path or as the descriptor that it gave."""
    folder = told[_IN_A_FOLDER[event]] if event in _IN_A_FOLDER else -1
    if folder < 0 or not isinstance(told[0], (str, bytes)):
        return told[0]
    return Path(f"/proc/self/fd/{folder}").readlink() / os.fsdecode(told[0])
