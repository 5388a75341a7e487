"""From a passphrase or the recovery code to the ward's key. Loads no database."""

from __future__ import annotations

import hmac
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from coprod_desktop.crypto.doors import (
    CostRefused,
    Door,
    OpenedDoor,
    Random,
    WrongSecret,
    make_door,
    open_door,
)
from coprod_desktop.crypto.hkdf import derive
from coprod_desktop.crypto.recovery import CodeMistyped, new_code, read_code
from coprod_desktop.model.doors import SHORTEST_PASSPHRASE
from coprod_desktop.model.people import Person, PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.keyring_file import (
    Keyring,
    KeyringFile,
    StaffDoor,
)
from coprod_desktop.store.keyring_pair import read_keyrings, write_keyrings
from coprod_desktop.store.places import Folder
from coprod_desktop.store.world import NewWard, World
from coprod_desktop.systems import NO_ROOM

__all__ = [
    "SHORTEST_PASSPHRASE",
    "FolderState",
    "Keyring",
    "StaffDoor",
    "Unlocked",
    "WardKey",
    "add_staff_door",
    "close_staff_door",
    "first_keyring",
    "has_ward",
    "keep_keyring",
    "keyring_for",
    "new_code_door",
    "new_recovery_code",
    "new_staff_door",
    "read_keyring",
    "same_code",
    "state",
    "unlock",
    "unlock_both",
    "unlock_both_with_code",
    "unlock_with_code",
]

KEY_BYTES = 32
_CHECK = "coprod-desktop/check/v1"


class Unlocked(NamedTuple):
    """What one passphrase or code opens: the ward, and what lies beside its door."""

    key: WardKey
    beside: bytes
    """A secret of 32 bytes that nobody else's passphrase gives."""


class NewDoor(NamedTuple):
    """A keyring with one more door, and what lies beside that door."""

    file: KeyringFile
    beside: bytes


class FolderState(StrEnum):
    """What a folder looks like from outside."""

    EMPTY = "empty"
    WARD = "ward"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class WardKey:
    """The key of one ward. It never shows itself."""

    ward_id: str
    secret: bytes = field(repr=False)

    def derived(self, label: str) -> bytes:
        """Return the key for one purpose: 32 bytes."""
        return derive(self.secret, label)

    def fits(self, check: bytes) -> bool:
        """Whether this is the key that a keyring's check value was made from."""
        return hmac.compare_digest(self.derived(_CHECK), check)


def state(folder: Folder) -> FolderState:
    """Look at a folder without opening anything."""
    try:
        if folder.is_being_swapped():
            # A backup is being put in its place: neither a ward now nor room for one.
            return FolderState.BROKEN
        if not has_ward(folder):
            return FolderState.EMPTY
        read_keyring(folder)
    except (Problem, OSError):
        return FolderState.BROKEN
    is_there = folder.database.is_file() or folder.journal.is_file()
    return FolderState.WARD if is_there else FolderState.BROKEN


def has_ward(folder: Folder) -> bool:
    """Whether there is a ward in a folder, whole or broken.

    Raises:
        Problem: The folder may not be looked into.
    """
    try:
        return folder.ward.exists()
    except OSError:
        raise Problem("store.could_not_read") from None


def read_keyring(folder: Folder) -> Keyring:
    """Return the ward's name and who may open it.

    Raises:
        Problem: There is no ward, or its keyring is not as it was.
    """
    return _files(folder)[0].keyring


def unlock(folder: Folder, person_id: PersonId, passphrase: str) -> WardKey:
    """Return the ward's key, opened with somebody's passphrase.

    Raises:
        Problem: The passphrase is wrong, they have none, or the keyring is broken.
    """
    return unlock_both(folder, person_id, passphrase).key


def unlock_both(folder: Folder, person_id: PersonId, passphrase: str) -> Unlocked:
    """Return the ward's key and what lies beside the door, with one derivation.

    Raises:
        Problem: The passphrase is wrong, they have none, or the keyring is broken.
    """
    for file in _files(folder):
        for door, lock in zip(file.keyring.doors, file.locks, strict=True):
            if door.person_id == person_id:
                found = _opened(lock, _spelt(passphrase), file.context(door))
                if found is not None:
                    return Unlocked(_checked(file, found.key), found.beside)
    raise Problem("store.wrong_passphrase")


def unlock_with_code(folder: Folder, code: str) -> WardKey:
    """Return the ward's key, opened with the printed recovery code.

    Raises:
        Problem: The code is mistyped or another ward's, or the keyring is broken.
    """
    return unlock_both_with_code(folder, code).key


def unlock_both_with_code(folder: Folder, code: str) -> Unlocked:
    """Return the ward's key and what lies beside the recovery code's door.

    Raises:
        Problem: The code is mistyped or another ward's, or the keyring is broken.
    """
    for file in _files(folder):
        found = _opened(file.recovery, _read(code), file.context(None))
        if found is not None:
            return Unlocked(_checked(file, found.key), found.beside)
    raise Problem("store.wrong_code")


def new_recovery_code(random: Random) -> str:
    """Return a recovery code for a ward that is about to be made."""
    return new_code(random)


def same_code(shown: str, typed: str) -> bool:
    """Whether somebody typed the code that they were shown.

    Raises:
        Problem: What they typed is no code: a sign is wrong or missing.
    """
    return hmac.compare_digest(_read(shown).encode(), _read(typed).encode())


def first_keyring(new: NewWard, key: WardKey, world: World) -> NewDoor:
    """Return the keyring of a ward that is about to be made.

    What lies beside the door is that of the recovery code.

    Raises:
        Problem: The passphrase is too short, or the code is no code.
    """
    code = _read(new.recovery_code)
    nothing = Door(b"", world.cost, b"", b"")
    empty = KeyringFile(
        Keyring(key.ward_id, new.ward_name, ()), key.derived(_CHECK), (), nothing
    )
    file, _ = _with_door(empty, key, new.staff, new.passphrase, world)
    return _with_code(file, key, code, world)


def add_staff_door(
    folder: Folder, key: WardKey, staff: Person, passphrase: str, *, world: World
) -> None:
    """Let a member of staff open the ward, or give them another passphrase.

    Raises:
        Problem: The passphrase is too short, or the keyring cannot be written.
    """
    made = new_staff_door(folder, key, staff, passphrase, world=world)
    keep_keyring(folder, made.file)


def new_staff_door(
    folder: Folder, key: WardKey, staff: Person, passphrase: str, *, world: World
) -> NewDoor:
    """Return the keyring with a new door for a member of staff; nothing is written.

    Raises:
        Problem: The passphrase is too short, or the key is another ward's.
    """
    return _with_door(keyring_for(folder, key), key, staff, passphrase, world)


def new_code_door(folder: Folder, key: WardKey, code: str, *, world: World) -> NewDoor:
    """Return the keyring with another recovery code; nothing is written.

    Raises:
        Problem: It is no code, or the key is another ward's.
    """
    made = _with_code(keyring_for(folder, key), key, _read(code), world)
    return made._replace(file=made.file._replace(edition=made.file.edition + 1))


def keep_keyring(folder: Folder, file: KeyringFile) -> None:
    """Write the keyring in place of the one before, whole or not at all.

    Raises:
        Problem: It cannot be written; the one before stands.
    """
    try:
        write_keyrings(folder, file)
    except OSError as error:
        is_full = error.errno in NO_ROOM
        key = "store.disk_full" if is_full else "store.could_not_save"
        raise Problem(key) from None


def close_staff_door(folder: Folder, key: WardKey, person: PersonId) -> None:
    """Take somebody's door away; nothing happens where they have none.

    Raises:
        Problem: It is the last door, or the keyring cannot be written.
    """
    file = keyring_for(folder, key)
    kept = _others(file, person)
    if len(kept) == len(file.locks):
        return
    if not kept:
        raise Problem("store.last_door")
    keep_keyring(folder, _with_doors(file, kept))


def keyring_for(folder: Folder, key: WardKey) -> KeyringFile:
    """Return the keyring that a key belongs to, before the database is touched.

    Raises:
        Problem: It is another ward's, there is no ward, or its keyring is broken.
    """
    for file in _files(folder):
        if key.fits(file.check):
            return file
    raise Problem("store.wrong_key")


def _with_door(
    file: KeyringFile, key: WardKey, staff: Person, passphrase: str, world: World
) -> NewDoor:
    spelt = _spelt(passphrase)
    if len(spelt) < SHORTEST_PASSPHRASE:
        raise Problem("store.passphrase_too_short", least=SHORTEST_PASSPHRASE)
    door = StaffDoor(staff.id, staff.name, staff.title, staff.role)
    made = make_door(
        spelt,
        key.secret,
        context=file.context(door),
        cost=world.cost,
        random=world.random,
    )
    kept = [*_others(file, staff.id), (door, made.door)]
    return NewDoor(_with_doors(file, kept), made.beside)


def _with_code(file: KeyringFile, key: WardKey, code: str, world: World) -> NewDoor:
    made = make_door(
        code,
        key.secret,
        context=file.context(None),
        cost=world.cost,
        random=world.random,
    )
    return NewDoor(file._replace(recovery=made.door), made.beside)


def _others(file: KeyringFile, person: PersonId) -> list[tuple[StaffDoor, Door]]:
    return [
        pair
        for pair in zip(file.keyring.doors, file.locks, strict=True)
        if pair[0].person_id != person
    ]


def _with_doors(file: KeyringFile, kept: list[tuple[StaffDoor, Door]]) -> KeyringFile:
    doors, locks = zip(*kept, strict=True)
    keyring = file.keyring._replace(doors=doors)
    return file._replace(keyring=keyring, locks=locks, edition=file.edition + 1)


def _files(folder: Folder) -> tuple[KeyringFile, ...]:
    if not has_ward(folder):
        raise Problem("store.no_ward_here")
    return read_keyrings(folder)


def _opened(lock: Door, secret: str, context: bytes) -> OpenedDoor | None:
    try:
        return open_door(lock, secret, context=context)
    except WrongSecret:
        return None
    except (CostRefused, ValueError):
        raise Problem("store.keyring_damaged") from None


def _checked(file: KeyringFile, secret: bytes) -> WardKey:
    key = WardKey(file.keyring.ward_id, secret)
    if not key.fits(file.check):
        raise Problem("store.wrong_key")
    return key


def _spelt(passphrase: str) -> str:
    # Some keyboards write é as one sign and some as two; people cannot see which.
    return unicodedata.normalize("NFC", passphrase)


def _read(code: str) -> str:
    try:
        return read_code(code)
    except CodeMistyped:
        raise Problem("store.code_mistyped") from None
