"""What the ward signs with for people who have no key of their own yet.

Whoever opens the ward can sign for them; their words say so (``signed``).
"""

from __future__ import annotations

from sqlalchemy import select

from coprod_desktop.crypto.doors import Random
from coprod_desktop.crypto.sealing import NONCE_BYTES, SealBroken, seal, unseal
from coprod_desktop.crypto.signing import new_seed, public_key
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.keyring import WardKey
from coprod_desktop.store.schema import seeds
from coprod_desktop.store.turn import Turn


class Seeds:
    """Makes, finds and erases seeds."""

    def __init__(self, key: WardKey, random: Random) -> None:
        """Derive the key that seals them."""
        self._key = key.derived("coprod-desktop/seeds/v1")
        self._ward = key.ward_id
        self._random = random

    def make(self, turn: Turn, person: PersonId) -> bytes:
        """Make a seed for somebody new and return the public key: 32 bytes."""
        seed = new_seed(self._random)
        sealed = seal(
            self._key,
            seed,
            context=self._context(person),
            nonce=self._random(NONCE_BYTES),
        )
        turn.put(seeds, {"person": person, "sealed": sealed})
        return public_key(seed)

    def of(self, turn: Turn, person: PersonId) -> bytes:
        """Return somebody's seed.

        Raises:
            ValueError: The ward signs for nobody of this id.
            Problem: What is stored is not what was sealed.
        """
        sealed = _sealed(turn, person)
        if sealed is None:
            raise ValueError("somebody who has not joined the ward cannot sign")
        try:
            return unseal(self._key, sealed, context=self._context(person))
        except SealBroken:
            raise Problem("store.database_damaged") from None

    def drop(self, turn: Turn, person: PersonId) -> None:
        """Erase somebody's seed for good: they have a key of their own, or left."""
        turn.drop(seeds, {"person": person})

    def has(self, turn: Turn, person: PersonId) -> bool:
        """Whether the ward signs for somebody of this id."""
        return _sealed(turn, person) is not None

    def _context(self, person: PersonId) -> bytes:
        return f"{self._ward}/{person}".encode()


def _sealed(turn: Turn, person: PersonId) -> bytes | None:
    wanted = select(seeds.c.sealed).where(seeds.c.person == person)
    return turn.execute(wanted).scalar()
