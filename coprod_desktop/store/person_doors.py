"""The doors to people's own keys: a PIN, one's own pictures, or a passphrase.

A door lies inside the encrypted file, and its secret is mixed with a key of the ward's
(a pepper): nobody guesses at a PIN who has not opened the ward. Staff who open the ward
need no second secret: theirs is sealed under what stands beside their door to the ward.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass

from sqlalchemy import select

from coprod_desktop.crypto.doors import (
    Cost,
    CostRefused,
    Door,
    Random,
    WrongSecret,
    make_door,
    open_door,
)
from coprod_desktop.crypto.sealing import NONCE_BYTES, SealBroken, seal, unseal
from coprod_desktop.model.canonical import canonical
from coprod_desktop.model.doors import DoorKind, NewSecret
from coprod_desktop.model.own_pictures import Pages
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.keyring import WardKey
from coprod_desktop.store.schema import doors
from coprod_desktop.store.turn import Turn

NEXT_STAFF = "staff-next"
"""A staff door that waits for the keyring to have the new passphrase too."""


@dataclass(frozen=True, slots=True)
class PersonDoor:
    """Somebody's door, as it lies in the file."""

    person: PersonId
    kind: str
    door: Door
    pages: Pages = ()
    """The pictures among which one's own are found."""


class PersonDoors:
    """Makes doors, keeps them and opens them."""

    def __init__(self, key: WardKey, random: Random, cost: Cost) -> None:
        """Derive the ward's pepper."""
        self._ward_id = key.ward_id
        self._pepper = key.derived("coprod-desktop/pepper/v1")
        self._random = random
        self._cost = cost

    def made(self, person: PersonId, secret: NewSecret, unlocker: bytes) -> PersonDoor:
        """Return a new door. It takes as long as guessing is made slow."""
        context = self._context(person, secret.kind, secret.pages)
        made = make_door(
            _spelt(secret.text),
            unlocker,
            context=context,
            cost=self._cost,
            random=self._random,
            pepper=self._pepper,
        )
        return PersonDoor(person, secret.kind, made.door, secret.pages)

    def made_for_staff(
        self, person: PersonId, beside: bytes, unlocker: bytes, kind: str
    ) -> PersonDoor:
        """Return a door under the secret beside somebody's door to the ward."""
        context = self._context(person, DoorKind.STAFF, ())
        nonce = self._random(NONCE_BYTES)
        sealed = seal(beside, unlocker, context=context, nonce=nonce)
        nothing = Cost(0, 0, 0)
        return PersonDoor(person, kind, Door(b"", nothing, nonce, sealed[NONCE_BYTES:]))

    def opened(self, door: PersonDoor, secret: str) -> bytes | None:
        """Return what a door opens to; None for a wrong secret. Slow.

        Raises:
            Problem: The door is not as it was made.
        """
        context = self._context(door.person, door.kind, door.pages)
        try:
            return open_door(
                door.door, _spelt(secret), context=context, pepper=self._pepper
            ).key
        except WrongSecret:
            return None
        except (CostRefused, ValueError):
            raise Problem("store.database_damaged") from None

    def opened_for_staff(self, door: PersonDoor, beside: bytes) -> bytes | None:
        """Return what a door opens to with the secret beside the door to the ward."""
        context = self._context(door.person, DoorKind.STAFF, ())
        try:
            return unseal(beside, door.door.nonce + door.door.sealed, context=context)
        except SealBroken:
            return None

    def keep(self, turn: Turn, door: PersonDoor) -> None:
        """Keep a door beside whatever others its person has."""
        turn.put(doors, _to_cells(door))

    def keep_alone(self, turn: Turn, door: PersonDoor) -> None:
        """Keep a door as the only one that its person has."""
        for other in self.of(turn, door.person):
            if other.kind != door.kind:
                turn.drop(doors, {"person": other.person, "kind": other.kind})
        self.keep(turn, door)

    def of(self, turn: Turn, person: PersonId) -> tuple[PersonDoor, ...]:
        """Return somebody's doors: one, or two while a passphrase is being changed."""
        wanted = select(doors).where(doors.c.person == person).order_by(doors.c.kind)
        return tuple(
            PersonDoor(
                PersonId(row.person),
                row.kind,
                Door(
                    row.salt,
                    Cost(row.memory_kib, row.passes, row.lanes),
                    row.nonce,
                    row.sealed,
                ),
                tuple(tuple(page) for page in json.loads(row.pages)),
            )
            for row in turn.execute(wanted)
        )

    def _context(self, person: PersonId, kind: str, pages: Pages) -> bytes:
        told = {
            "ward": self._ward_id,
            "door": person,
            "kind": str(kind),
            "pages": [list(page) for page in pages],
        }
        return canonical(told).encode()


def _to_cells(door: PersonDoor) -> dict[str, object]:
    cost = door.door.cost
    return {
        "person": door.person,
        "kind": str(door.kind),
        "pages": json.dumps(door.pages),
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "salt": door.door.salt,
        "nonce": door.door.nonce,
        "sealed": door.door.sealed,
    }


def _spelt(secret: str) -> str:
    return unicodedata.normalize("NFC", secret)
