"""The keyring file: who may open the ward, and their doors to its key. Decision 009.

JSON, so that it can be looked at; no secret stands in it. ``sum`` is a SHA-256 over the
rest: it tells a damaged file from a wrong passphrase, and protects from nobody. What
protects is that every door is sealed together with the header and its own line.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, NamedTuple

from coprod_desktop.crypto.doors import Cost, Door
from coprod_desktop.model.canonical import canonical
from coprod_desktop.model.people import PersonId, Role
from coprod_desktop.model.problem import Problem

FORMAT = "coprod-desktop/keyring"
VERSION = 1
LONGEST = 1_000_000
"""Bytes; a thousand doors need half of it."""


class StaffDoor(NamedTuple):
    """Somebody who may open the ward with a passphrase."""

    person_id: PersonId
    name: str
    title: str
    role: Role


class Keyring(NamedTuple):
    """What can be known of a ward before it is opened."""

    ward_id: str
    ward_name: str
    doors: tuple[StaffDoor, ...]


class KeyringFile(NamedTuple):
    """The whole file. ``check`` comes from the ward's key and tells a wrong one."""

    keyring: Keyring
    check: bytes
    locks: tuple[Door, ...]
    """One for each of the keyring's doors, in the same order."""
    recovery: Door
    edition: int = 0
    """Higher with every change, so that of two files the newer one is known."""

    def context(self, door: StaffDoor | None) -> bytes:
        """Return what a door is sealed together with; None for the recovery code's."""
        line = _staff_to_json(door) if door else {"recovery": True}
        return canonical({**self._header(), "door": line}).encode()

    def to_bytes(self) -> bytes:
        """Return the file's content."""
        staff = [
            {**_staff_to_json(door), "door": _door_to_json(lock)}
            for door, lock in zip(self.keyring.doors, self.locks, strict=True)
        ]
        value = {
            **self._header(),
            "staff": staff,
            "recovery": _door_to_json(self.recovery),
        }
        if self.edition:
            value["edition"] = self.edition
        value["sum"] = _sum(value)
        return json.dumps(value, ensure_ascii=False, indent=1).encode() + b"\n"

    def _header(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "ward": self.keyring.ward_id,
            "name": self.keyring.ward_name,
            "check": self.check.hex(),
        }


def read_file(path: Path) -> KeyringFile:
    """Read a keyring file.

    Raises:
        Problem: It is missing, empty, damaged, too new, or not a keyring.
    """
    content = _content(path)
    try:
        value = json.loads(content)
    except (ValueError, RecursionError):
        value = None
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        is_ours = FORMAT.encode() in content
        raise Problem("store.keyring_damaged" if is_ours else "store.keyring_foreign")
    version = value.get("version")
    if isinstance(version, int) and version > VERSION:
        raise Problem("store.keyring_too_new")
    told = value.pop("sum", None)
    if version != VERSION or told != _sum(value):
        raise Problem("store.keyring_damaged")
    try:
        return _from_json(value)
    except (KeyError, TypeError, ValueError):
        raise Problem("store.keyring_damaged") from None


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LONGEST + 1)
    except FileNotFoundError:
        raise Problem("store.keyring_missing") from None
    except OSError:
        raise Problem("store.could_not_read") from None
    if not content.strip():
        raise Problem("store.keyring_empty")
    if len(content) > LONGEST:
        raise Problem("store.keyring_foreign")
    return content


def _sum(value: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(value).encode()).hexdigest()


def _from_json(value: dict[str, Any]) -> KeyringFile:
    doors = tuple(_staff_from_json(staff) for staff in value["staff"])
    return KeyringFile(
        Keyring(value["ward"], value["name"], doors),
        bytes.fromhex(value["check"]),
        tuple(_door_from_json(staff["door"]) for staff in value["staff"]),
        _door_from_json(value["recovery"]),
        int(value.get("edition", 0)),
    )


def _staff_to_json(door: StaffDoor) -> dict[str, Any]:
    return {
        "person": door.person_id,
        "name": door.name,
        "title": door.title,
        "role": door.role.value,
    }


def _staff_from_json(value: dict[str, Any]) -> StaffDoor:
    return StaffDoor(
        PersonId(value["person"]), value["name"], value["title"], Role(value["role"])
    )


def _door_to_json(door: Door) -> dict[str, Any]:
    return {
        "memory_kib": door.cost.memory_kib,
        "passes": door.cost.passes,
        "lanes": door.cost.lanes,
        "salt": door.salt.hex(),
        "nonce": door.nonce.hex(),
        "sealed": door.sealed.hex(),
    }


def _door_from_json(value: dict[str, Any]) -> Door:
    cost = Cost(int(value["memory_kib"]), int(value["passes"]), int(value["lanes"]))
    return Door(
        bytes.fromhex(value["salt"]),
        cost,
        bytes.fromhex(value["nonce"]),
        bytes.fromhex(value["sealed"]),
    )
