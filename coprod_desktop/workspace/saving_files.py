"""Saving a file so that it is there whole or not at all."""

from __future__ import annotations

import errno
import os
import re
from contextlib import suppress
from pathlib import Path

from coprod_desktop.model.problem import Problem

LONGEST_NAME = 80

_RESERVED = re.compile(r"^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$", re.IGNORECASE)
_NEVER = frozenset('/\\:*?"<>|')
"""What Windows, or a stick that it made, lets no name hold."""
_JOINS = frozenset("\u200c\u200d")
"""Not seen, and right in words of some languages."""
_MOST_BYTES = 200
_PROBLEMS = {
    errno.ENOSPC: "workspace.export_no_space",
    errno.EDQUOT: "workspace.export_no_space",
    errno.EFBIG: "workspace.export_no_space",
    errno.EROFS: "workspace.export_not_allowed",
    errno.EACCES: "workspace.export_not_allowed",
    errno.EPERM: "workspace.export_not_allowed",
    errno.EEXIST: "workspace.export_exists",
    errno.ENOENT: "workspace.export_place_gone",
    errno.ENOTDIR: "workspace.export_place_gone",
}


def safe_file_name(*parts: str, ending: str) -> str:
    """Return a name of Latin letters, digits and dashes, at most 80 signs."""
    name = re.sub(r"[^A-Za-z0-9]+", "-", "-".join(parts)).strip("-")
    name = name[: LONGEST_NAME - len(ending) - 1].strip("-") or "document"
    if _RESERVED.match(name):
        name = f"my-{name}"
    return f"{name}.{ending}"


def check_name(name: str) -> None:
    """Look whether a file can have a name on every system, sticks included.

    Raises:
        Problem: It cannot.
    """
    signs = set(name) - _JOINS
    is_written = all(map(str.isprintable, signs)) and _NEVER.isdisjoint(signs)
    is_short = 0 < len(name) <= LONGEST_NAME and len(os.fsencode(name)) <= _MOST_BYTES
    is_at_rest = name == name.strip().strip(".")
    if not (is_written and is_short and is_at_rest) or _RESERVED.match(name):
        raise Problem("workspace.export_name")


def save_aside(file: Path, content: bytes, *, replacing: bool = False) -> Path:
    """Write a file beside its place, make it durable, then give it its name.

    Where the system can, it has no name at all before: whoever is stopped while writing
    leaves nothing behind. One that replaces another is called ``.part`` for a moment.

    Raises:
        Problem: Something stands there already and is not to be replaced, the name is
            not one for a file, or the place is full, read-only or gone.
    """
    if not file.name or "\0" in str(file) or _RESERVED.match(file.name):
        raise Problem("workspace.export_name")
    if file.exists() and not replacing:
        raise Problem("workspace.export_exists")
    aside = file.with_name(f".{file.name[:40]}.{os.getpid()}.part")
    try:
        has_name = _write_unnamed(aside if replacing else file, content)
        if not has_name:
            _write(aside, content)
        if replacing or not has_name:
            try:
                _swap_in(aside, file, replacing=replacing)
            finally:
                with suppress(FileNotFoundError):
                    aside.unlink()
        _sync_folder(file.parent)
    except FileExistsError:
        raise Problem("workspace.export_exists") from None
    except OSError as error:
        raise _told_about(error) from error
    return file


def save_in(
    folder: Path, name: str, content: bytes, *, replacing: bool = False
) -> Path:
    """Save as :func:`save_aside` does, in a folder that is made where there is none.

    Raises:
        Problem: As there, or the folder cannot be made.
    """
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        raise _told_about(error) from error
    return save_aside(folder / name, content, replacing=replacing)


def _told_about(error: OSError) -> Problem:
    return Problem(_PROBLEMS.get(error.errno or 0, "workspace.export_failed"))


def _write_unnamed(named: Path, content: bytes) -> bool:
    """Write a file that gets its name when it is whole; return whether that can be.

    Where it cannot, nothing was written, and the other way says why if that fails too.
    """
    unnamed = getattr(os, "O_TMPFILE", 0)
    if not unnamed:  # Linux alone has them
        return False
    try:
        descriptor = os.open(named.parent, unnamed | os.O_WRONLY, 0o600)
    except OSError:
        return False
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(descriptor)
        return _give_name(descriptor, named)


def _give_name(descriptor: int, named: Path) -> bool:
    """Give an unnamed file its name; return whether the system could.

    Raises:
        FileExistsError: Something has that name.
    """
    try:
        opened = os.open("/proc/self/fd", os.O_RDONLY)
    except OSError:
        return False
    try:
        # Named in a folder that is open, for else Python would link the link itself.
        os.link(str(descriptor), named, src_dir_fd=opened, follow_symlinks=True)
    except FileExistsError:
        raise
    except OSError:
        return False
    finally:
        os.close(opened)
    return True


def _write(aside: Path, content: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(aside, flags, 0o600)
    try:
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
    except OSError:
        with suppress(OSError):
            aside.unlink()
        raise


def _swap_in(aside: Path, file: Path, *, replacing: bool) -> None:
    if replacing or not hasattr(os, "link"):
        aside.replace(file)
        return
    try:
        # A link fails where something stands, also if it came a moment ago.
        os.link(aside, file)
    except FileExistsError:
        raise
    except OSError:
        # Sticks with FAT know no links.
        aside.replace(file)


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # folders cannot be opened there
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
