"""What differs between Linux, macOS and Windows stands here and nowhere else."""

from __future__ import annotations

import importlib
import os
import sys
from pathlib import Path
from typing import Any


def leave_no_core_dumps() -> bool:
    """Ask the system not to write our memory to disk when we crash.

    Returns whether it can be asked. Windows cannot: SECURITY.md says what to set there.
    """
    resource = _optional("resource")
    if resource is None:
        return False
    # The hard limit goes too: nothing that we start may raise it again.
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    return True


def memory_used_mib() -> float | None:
    """Give how much of the machine's memory this program holds now, in MiB.

    None where the system does not tell; Linux tells in /proc.
    """
    told = Path("/proc/self/status")
    if not told.exists():
        return None
    for line in told.read_text(encoding="ascii", errors="replace").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return None


def take_lock(file: int) -> None:
    """Lock an open file; the system unlocks it when the program ends, however it ends.

    Raises:
        OSError: Another program has the lock.
    """
    fcntl = _optional("fcntl")
    if fcntl is not None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    else:
        msvcrt: Any = importlib.import_module("msvcrt")
        msvcrt.locking(file, msvcrt.LK_NBLCK, 1)


def sync_folder(folder: Path) -> None:
    """Wait until the disk has the names that stand in a folder.

    Windows keeps names with the files and opens no folders.
    """
    if os.name == "nt":
        return
    file = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)


def forget_cached(file: int) -> None:
    """Ask the system to let go of what it keeps of an open file in memory.

    Reading it afterwards asks the disk. Only some systems can be asked.
    """
    advise = getattr(os, "posix_fadvise", None)
    if advise is not None:
        advise(file, 0, 0, os.POSIX_FADV_DONTNEED)


def say_on_stderr(line: str) -> None:
    """Write a line to standard error, where there is one.

    A Windows program without a console has none.
    """
    if sys.stderr is not None:
        sys.stderr.write(line + "\n")


def _optional(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        return None
