"""What differs between Linux, macOS and Windows stands here and nowhere else."""

from __future__ import annotations

import errno
import importlib
import os
import re
import sys
import time
from pathlib import Path
from typing import Any

NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
"""The numbers of an OSError that say that there is no room on the disk."""


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


def seconds_since_start() -> float:
    """Give seconds that never run back and go on while the computer sleeps.

    Linux counts sleep in a clock of its own; the others do so in the usual one.
    """
    asleep_too = getattr(time, "CLOCK_BOOTTIME", None)
    return time.monotonic() if asleep_too is None else time.clock_gettime(asleep_too)


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


def sync_file(file: int) -> None:
    """Wait until the disk has what an open file holds, and how long it is.

    macOS gives back an fsync before the disk has written: F_FULLFSYNC is what it offers
    (not tried).
    """
    fcntl = sys.modules.get("fcntl")  # take_lock has loaded it, where there is one
    full_sync = getattr(fcntl, "F_FULLFSYNC", None)
    if fcntl is not None and full_sync is not None:
        fcntl.fcntl(file, full_sync)
    else:
        # Windows has no fdatasync; its fsync is FlushFileBuffers.
        getattr(os, "fdatasync", os.fsync)(file)


def renames_open_folders() -> bool:
    """Whether a folder may be renamed while a file in it is open. Not on Windows."""
    return os.name != "nt"


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


NETWORK_FILE_SYSTEMS = frozenset(
    {
        "9p",
        "afs",
        "beegfs",
        "ceph",
        "cifs",
        "davfs",
        "fuse.davfs2",
        "fuse.glusterfs",
        "fuse.rclone",
        "fuse.s3fs",
        "fuse.sshfs",
        "fuse.vmhgfs-fuse",
        "glusterfs",
        "lustre",
        "ncpfs",
        "nfs",
        "nfs4",
        "smb3",
        "smbfs",
        "vboxsf",
    }
)
"""As Linux names them in /proc/self/mountinfo."""


def is_on_network(folder: Path) -> bool:
    """Whether a folder lies on a share that other computers can write to.

    It need not be there yet. Where the system does not tell, the answer is no. Windows
    and macOS are asked as their manuals say; neither was tried.
    """
    path = str(folder.absolute())
    if os.name == "nt":
        remote = 4  # DRIVE_REMOTE, GetDriveTypeW
        windll: Any = importlib.import_module("ctypes").windll
        root = os.path.splitdrive(path)[0] + "\\"
        is_unc = path.startswith("\\\\")
        return is_unc or windll.kernel32.GetDriveTypeW(root) == remote
    if sys.platform == "darwin":
        return not _is_local_on_macos(folder)
    mounts = Path("/proc/self/mountinfo")
    if not mounts.exists():
        return False
    told = mounts.read_text(encoding="utf-8", errors="surrogateescape")
    return file_system_of(os.path.realpath(path), told) in NETWORK_FILE_SYSTEMS


def file_system_of(path: str, mounts: str) -> str:
    """Return the kind of file system a real path lies on, from Linux's mountinfo.

    Empty where no mount holds it. See proc(5) for the fields; the last mount of a place
    hides those before it.
    """
    found, longest = "", -1
    for line in mounts.splitlines():
        left, _, right = line.partition(" - ")
        fields = left.split()
        if len(fields) < 5 or not right:
            continue
        place = re.sub(r"\\(\d{3})", lambda one: chr(int(one[1], 8)), fields[4])
        is_above = place in ("/", path) or path.startswith(f"{place}/")
        if is_above and len(place) >= longest:
            found, longest = right.split()[0], len(place)
    return found


def _is_local_on_macos(folder: Path) -> bool:
    ctypes: Any = importlib.import_module("ctypes")
    statfs = ctypes.create_string_buffer(4096)
    libc = ctypes.CDLL(None)
    call = getattr(libc, "statfs$INODE64", None) or libc.statfs
    there = next(one for one in (folder, *folder.parents) if one.exists())
    if call(os.fsencode(there), statfs) != 0:
        return True
    local, place_of_flags = 0x1000, 64  # MNT_LOCAL; struct statfs with 64-bit inodes
    flags = int.from_bytes(statfs.raw[place_of_flags : place_of_flags + 4], "little")
    return bool(flags & local)


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
