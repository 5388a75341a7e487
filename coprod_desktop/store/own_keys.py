"""What a person signs and reads with, sealed under the one key behind their door."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import select

from coprod_desktop.crypto.boxes import box_public
from coprod_desktop.crypto.doors import Random
from coprod_desktop.crypto.sealing import NONCE_BYTES, SealBroken, seal, unseal
from coprod_desktop.crypto.signing import SEED_BYTES, new_seed, public_key
from coprod_desktop.model.canonical import canonical
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.schema import person_keys
from coprod_desktop.store.turn import Turn

UNLOCKER_BYTES = 32


@dataclass(frozen=True, slots=True)
class OwnKey:
    """What an open voice signs and reads with. It never shows itself."""

    unlocker: bytes = field(repr=False)
    """What a door opens to: seals the two others."""
    signing: bytes = field(repr=False)
    """Ed25519 seed."""
    reading: bytes = field(repr=False)
    """X25519 seed: opens what is sealed to this person alone."""

    @property
    def public_key(self) -> bytes:
        """What checks their signatures: 32 bytes."""
        return public_key(self.signing)

    @property
    def drafts_key(self) -> bytes:
        """What others seal to them with: 32 bytes."""
        return box_public(self.reading)


def new_own_key(random: Random, reading: bytes | None = None) -> OwnKey:
    """Return a new key; ``reading`` is kept where they had one that came back."""
    unlocker, signing = random(UNLOCKER_BYTES), new_seed(random)
    return OwnKey(unlocker, signing, reading or random(SEED_BYTES))


class OwnKeys:
    """Keeps people's own keys, sealed."""

    def __init__(self, ward_id: str, random: Random) -> None:
        """Keep those of one ward."""
        self._ward_id = ward_id
        self._random = random

    def keep(self, turn: Turn, person: PersonId, key: OwnKey) -> None:
        """Keep somebody's key, in place of the one before."""
        sealed = seal(
            key.unlocker,
            key.signing + key.reading,
            context=self._context(person),
            nonce=self._random(NONCE_BYTES),
        )
        turn.put(person_keys, {"person": person, "sealed": sealed})

    def has(self, turn: Turn, person: PersonId) -> bool:
        """Whether somebody has a key of their own."""
        return self._row(turn, person) is not None

    def open(self, turn: Turn, person: PersonId, unlocker: bytes) -> OwnKey:
        """Return somebody's key, with what their door opened to.

        Raises:
            Problem: There is none, or it is not what was sealed.
        """
        sealed = self._row(turn, person)
        if sealed is None:
            raise Problem("store.database_damaged")
        try:
            seeds = unseal(unlocker, sealed, context=self._context(person))
        except SealBroken:
            raise Problem("store.database_damaged") from None
        return OwnKey(unlocker, seeds[:SEED_BYTES], seeds[SEED_BYTES:])

    def _row(self, turn: Turn, person: PersonId) -> bytes | None:
        wanted = select(person_keys.c.sealed).where(person_keys.c.person == person)
        return turn.execute(wanted).scalar()

    def _context(self, person: PersonId) -> bytes:
        told = {"ward": self._ward_id, "own key": person}
        return canonical(told).encode()
