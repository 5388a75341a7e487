"""Opening one's own voice: with a PIN, one's pictures, or a passphrase."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from coprod_desktop.model.doors import DoorKind, told_secret
from coprod_desktop.model.own_pictures import Pages
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.database import Database
from coprod_desktop.store.escrow import Escrow
from coprod_desktop.store.own_keys import OwnKey, OwnKeys
from coprod_desktop.store.person_doors import NEXT_STAFF, PersonDoor, PersonDoors
from coprod_desktop.store.schema import doors
from coprod_desktop.store.tries import Tries
from coprod_desktop.store.turn import Turn
from coprod_desktop.store.voices import Voices
from coprod_desktop.store.ward_state import WardReader

Told = str | Collection[str]
"""What was typed, or which pictures were picked."""


_WRONG = {
    DoorKind.PIN: "store.wrong_pin",
    DoorKind.PICTURES: "store.wrong_pictures",
    DoorKind.PASSPHRASE: "store.wrong_own_passphrase",
}


@dataclass(frozen=True, slots=True)
class KeyParts:
    """What is needed round an open file to make own keys, and to open them."""

    database: Database
    ward: WardReader
    voices: Voices
    own_keys: OwnKeys
    doors: PersonDoors
    tries: Tries
    escrow: Escrow


@dataclass(frozen=True, slots=True)
class DoorSeen:
    """Somebody's door, seen from outside."""

    kind: DoorKind
    pages: Pages
    tries_left: int
    wait_s: int
    """Whole seconds until the next try may be made."""
    has_way_back: bool
    """Whether two named people could give private drafts back."""


class SignIn:
    """Opens voices. Each try is counted before it is looked at: see ``tries``."""

    def __init__(self, parts: KeyParts) -> None:
        """Open the voices of one ward."""
        self._parts = parts

    def door(self, person: PersonId) -> DoorSeen | None:
        """Return somebody's door from outside, or None where they have none."""
        parts = self._parts
        found = self._door(person)
        if found is None:
            return None
        with parts.database.transaction() as turn:
            has_way_back = parts.escrow.is_there(turn, person)
        kind = DoorKind.STAFF if found.kind == NEXT_STAFF else DoorKind(found.kind)
        left, wait_s = parts.tries.left(person), parts.tries.wait_s(person)
        return DoorSeen(kind, found.pages, left, wait_s, has_way_back)

    def open(self, person: PersonId, kind: DoorKind, secret: Told) -> None:
        """Open a voice with a PIN, pictures or a passphrase. Slow.

        Raises:
            Problem: The secret is wrong, the door is of another kind or closed, it is
                too early for another try, or the ward opens only to read.
        """
        key = self.proven(person, kind, secret)
        self._open(person, key)

    def proven(self, person: PersonId, kind: DoorKind, secret: Told) -> OwnKey:
        """Return the own key behind a door; its voice stays as it is. Slow.

        Raises:
            Problem: As :meth:`open`.
        """
        parts = self._parts
        if parts.database.is_read_only:
            # What cannot be counted could be tried for ever.
            raise Problem("store.try_not_counted")
        door = self._door(person)
        if door is None or door.kind != kind:
            raise Problem("store.no_such_door")
        parts.tries.count(person)
        unlocker = parts.doors.opened(door, told_secret(kind, secret))
        if unlocker is None:
            raise Problem(_WRONG[kind], left=parts.tries.left(person))
        parts.tries.forgive(person)
        with parts.database.transaction() as turn:
            return parts.own_keys.open(turn, person, unlocker)

    def open_staff(self, person: PersonId, beside: bytes) -> bool:
        """Open the voice of somebody who opened the ward with their passphrase.

        ``beside`` is the secret beside their door to the ward. Returns whether there
        is an own key that it opens.

        Raises:
            Problem: It could not be read or written.
        """
        key = self.proven_staff(person, beside)
        if key is not None:
            self._open(person, key)
        return key is not None

    def proven_staff(self, person: PersonId, beside: bytes) -> OwnKey | None:
        """Return the own key of a member of staff; its voice stays as it is.

        Raises:
            Problem: It could not be read or written.
        """
        parts = self._parts
        with parts.database.transaction() as turn:
            found = parts.doors.of(turn, person)
            for door in found:
                unlocker = parts.doors.opened_for_staff(door, beside)
                if unlocker is None:
                    continue
                if len(found) > 1 and not parts.database.is_read_only:
                    self._settle(turn, door)
                return parts.own_keys.open(turn, person, unlocker)
        return None

    def _settle(self, turn: Turn, door: PersonDoor) -> None:
        """End a change of passphrase: the door that opened is the only one."""
        turn.drop(doors, {"person": door.person, "kind": NEXT_STAFF})
        kept = PersonDoor(door.person, DoorKind.STAFF, door.door)
        self._parts.doors.keep_alone(turn, kept)

    def remake_ways_back(self) -> None:
        """Give who is named now a way to the drafts of everybody who is signed in.

        For all others it is made when they next sign in.

        Raises:
            Problem: It could not be written.
        """
        parts, state = self._parts, self._parts.ward()
        with parts.database.transaction() as turn:
            for person, key in parts.voices.open_now.items():
                parts.escrow.refresh(turn, person, key.reading, state)

    def _open(self, person: PersonId, key: OwnKey) -> None:
        parts, state = self._parts, self._parts.ward()
        if not parts.database.is_read_only:
            with parts.database.transaction() as turn:
                parts.escrow.refresh(turn, person, key.reading, state)
        parts.voices.open(person, key)

    def _door(self, person: PersonId) -> PersonDoor | None:
        with self._parts.database.transaction() as turn:
            found = self._parts.doors.of(turn, person)
        return found[0] if found else None
