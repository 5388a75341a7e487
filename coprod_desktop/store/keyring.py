"""From a passphrase or the recovery code to the ward's key. Loads no database."""

from __future__ import annotations

import hmac
import unicodedata
from dataclasses import dataclass, field
from enum import StrEnum

from coprod_desktop.crypto.doors import (
    CostRefused,
    Door,
    Random,
    WrongSecret,
    make_door,
    open_door,
)
from coprod_desktop.crypto.hkdf import derive
from coprod_desktop.crypto.recovery import CodeMistyped, new_code, read_code
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

__all__ = [
    "SHORTEST_PASSPHRASE",
    "FolderState",
    "Keyring",
    "StaffDoor",
    "WardKey",
    "add_staff_door",
    "first_keyring",
    "has_ward",
    "keyring_for",
    "new_recovery_code",
    "read_keyring",
    "same_code",
    "state",
    "unlock",
    "unlock_with_code",
]

SHORTEST_PASSPHRASE = 12
"""In signs, as a person counts them."""

KEY_BYTES = 32
_CHECK = "coprod-desktop/check/v1"


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
        if not has_ward(folder):
            return FolderState.EMPTY
        read_keyring(folder)
    except Problem:
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
    for file in _files(folder):
        for door, lock in zip(file.keyring.doors, file.locks, strict=True):
            if door.person_id == person_id:
                found = _opened(lock, _spelt(passphrase), file.context(door))
                if found is not None:
                    return _checked(file, found)
    raise Problem("store.wrong_passphrase")


def unlock_with_code(folder: Folder, code: str) -> WardKey:
    """Return the ward's key, opened with the printed recovery code.

    Raises:
        Problem: The code is mistyped or another ward's, or the keyring is broken.
    """
    for file in _files(folder):
        found = _opened(file.recovery, _read(code), file.context(None))
        if found is not None:
            return _checked(file, found)
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


def first_keyring(new: NewWard, key: WardKey, world: World) -> KeyringFile:
    """Return the keyring of a ward that is about to be made.

    Raises:
        Problem: The passphrase is too short, or the code is no code.
    """
    code = _read(new.recovery_code)
    nothing = Door(b"", world.cost, b"", b"")
    empty = KeyringFile(
        Keyring(key.ward_id, new.ward_name, ()), key.derived(_CHECK), (), nothing
    )
    file = _with_door(empty, key, new.staff, new.passphrase, world)
    return file._replace(
        recovery=make_door(
            code,
            key.secret,
            context=file.context(None),
            cost=world.cost,
            random=world.random,
        ).door,
    )


def add_staff_door(
    folder: Folder, key: WardKey, staff: Person, passphrase: str, *, world: World
) -> None:
    """Let a member of staff open the ward, or give them another passphrase.

    Raises:
        Problem: The passphrase is too short, or the keyring cannot be written.
    """
    file = keyring_for(folder, key)
    changed = _with_door(file, key, staff, passphrase, world)
    try:
        write_keyrings(folder, changed)
    except OSError:
        raise Problem("store.could_not_save") from None


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
) -> KeyringFile:
    spelt = _spelt(passphrase)
    if len(spelt) < SHORTEST_PASSPHRASE:
        raise Problem("store.passphrase_too_short", least=SHORTEST_PASSPHRASE)
    door = StaffDoor(staff.id, staff.name, staff.title, staff.role)
    lock = make_door(
        spelt,
        key.secret,
        context=file.context(door),
        cost=world.cost,
        random=world.random,
    ).door
    kept = [
        pair
        for pair in zip(file.keyring.doors, file.locks, strict=True)
        if pair[0].person_id != staff.id
    ]
    doors, locks = zip(*kept, (door, lock), strict=True)
    keyring = file.keyring._replace(doors=doors)
    return file._replace(keyring=keyring, locks=locks, edition=file.edition + 1)


def _files(folder: Folder) -> tuple[KeyringFile, ...]:
    if not has_ward(folder):
        raise Problem("store.no_ward_here")
    return read_keyrings(folder)


def _opened(lock: Door, secret: str, context: bytes) -> bytes | None:
    try:
        return open_door(lock, secret, context=context).key
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
