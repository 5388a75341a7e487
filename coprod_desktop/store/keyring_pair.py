"""The keyring and its twin: whichever is whole is read, and mends the other."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.asides import move_aside
from coprod_desktop.store.disk import write_durably
from coprod_desktop.store.findings import Finding
from coprod_desktop.store.keyring_file import KeyringFile, read_file
from coprod_desktop.store.places import Folder


def read_keyrings(folder: Folder) -> tuple[KeyringFile, ...]:
    """Return the whole keyrings, the one to believe first.

    Of two of one ward the one with the higher edition alone; of two wards both, the
    one in the keyring's own place first.

    Raises:
        Problem: Neither is whole: what is wrong with the first.
    """
    found: list[KeyringFile] = []
    wrong: list[Problem] = []
    for path in (folder.keyring, folder.twin):
        try:
            found.append(read_file(path))
        except Problem as problem:
            if problem.key == "store.keyring_too_new":
                raise
            wrong.append(problem)
    if not found:
        raise wrong[0]
    if len({one.keyring.ward_id for one in found}) == 1:
        return (max(found, key=lambda one: one.edition),)
    return tuple(found)


def write_keyrings(folder: Folder, file: KeyringFile) -> None:
    """Write a keyring, and then its twin.

    Raises:
        OSError: The first could not be written; both are as they were.
    """
    content = file.to_bytes()
    write_durably(folder.keyring, content)
    # The first counts, for its edition is higher; the next opening writes the twin.
    with suppress(OSError):
        write_durably(folder.twin, content)


def mend_keyring(folder: Folder, file: KeyringFile) -> tuple[Finding, ...]:
    """Put this keyring into whichever of the two places holds another, or none.

    What is damaged or another ward's is moved aside. Returns what to tell: nothing
    where a crash or an older program left the twin behind.

    Raises:
        OSError: It could not be written.
    """
    content = file.to_bytes()
    was_broken = False
    for path in (folder.keyring, folder.twin):
        if _is_this(path, content):
            continue
        if not _is_of(path, file.keyring.ward_id):
            was_broken = was_broken or path.exists() or path == folder.keyring
            move_aside(path)
        write_durably(path, content)
    return (Finding("store.told.keyring_mended"),) if was_broken else ()


def _is_this(path: Path, content: bytes) -> bool:
    return path.is_file() and path.read_bytes() == content


def _is_of(path: Path, ward_id: str) -> bool:
    try:
        return read_file(path).keyring.ward_id == ward_id
    except Problem:
        return False
