"""Copies of files that were read back and found the same."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from pathlib import Path

from coprod_desktop.crypto.digests import Digest
from coprod_desktop.systems import forget_cached, sync_folder

PIECE_BYTES = 1024 * 1024

Step = Callable[[int], None]
"""Is told how many more bytes were read or written. May raise, to stop."""


class CopyDiffers(OSError):  # noqa: N818 - what happened, not which error
    """What the disk gives back is not what was written to it."""


def copy_verified(source: Path, target: Path, step: Step = lambda _: None) -> bytes:
    """Copy a file to a place where none is, read it back, return its SHA-256.

    When this returns, the disk has the copy. ``step`` counts every byte twice: when it
    is written and when it is read back.

    Raises:
        CopyDiffers: What was read back is not what was written.
        OSError: It could not be read or written. A beginning may be left.
    """
    written = Digest()
    with source.open("rb") as giving, target.open("xb") as taking:
        while piece := giving.read(PIECE_BYTES):
            taking.write(piece)
            written.update(piece)
            step(len(piece))
        taking.flush()
        os.fsync(taking.fileno())
        # Reading back what the system still holds in memory would prove nothing.
        forget_cached(taking.fileno())
    if fingerprint(target, step) != written.digest():
        raise CopyDiffers(errno.EIO, "the disk gives back something else")
    return written.digest()


def copy_folder(source: Path, target: Path, names: tuple[str, ...]) -> None:
    """Copy these files, where they are there, into a new folder, each read back.

    Raises:
        CopyDiffers: What was read back is not what was written.
        OSError: It could not be read or written. A beginning may be left.
    """
    target.mkdir(parents=True, mode=0o700)
    for name in names:
        if (source / name).is_file():
            copy_verified(source / name, target / name)
    sync_folder(target)


def fingerprint(path: Path, step: Step = lambda _: None) -> bytes:
    """Return the SHA-256 of a file.

    Raises:
        OSError: It cannot be read.
    """
    found = Digest()
    with path.open("rb") as file:
        while piece := file.read(PIECE_BYTES):
            found.update(piece)
            step(len(piece))
    return found.digest()
