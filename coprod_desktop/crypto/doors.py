"""A door: a key, sealed under what a secret becomes when it is made slow to guess.

Argon2id (RFC 9106) turns the secret into a key, AES-256-GCM seals with it. The cost
stands beside each door. One below the floor is refused, for whoever lowered it wants
to guess; so is one that no ward PC could pay.

What a secret becomes also gives a second secret, the one *beside* the door (HKDF), so
that one slow derivation opens two things. It tells nothing of the door's key.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from coprod_desktop.crypto.hkdf import derive
from coprod_desktop.crypto.sealing import NONCE_BYTES, SealBroken, seal, unseal

SALT_BYTES = 16

_BESIDE = "coprod-desktop/beside-the-door/v1"
_PEPPERED = "coprod-desktop/peppered-door/v1"

Random = Callable[[int], bytes]
"""Gives as many unguessable bytes as it is asked for: ``secrets.token_bytes``."""


class WrongSecret(Exception):  # noqa: N818 - what happened, not which error
    """The secret does not open this door, or the door was changed."""


class CostRefused(Exception):  # noqa: N818 - what happened, not which error
    """A door's cost lies outside what may be."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess costs. The usual one is RFC 9106's second recommendation."""

    memory_kib: int = 65_536
    passes: int = 3
    lanes: int = 4


FLOOR = Cost(19 * 1024, 2, 1)
"""OWASP's least for Argon2id."""

CEILING = Cost(1024 * 1024, 64, 64)


@dataclass(frozen=True, slots=True)
class Door:
    """One way to a key. ``sealed`` holds the key without the nonce before it."""

    salt: bytes
    cost: Cost
    nonce: bytes
    sealed: bytes


class OpenedDoor(NamedTuple):
    """What stood behind a door, and the secret beside it: 32 bytes."""

    key: bytes
    beside: bytes


class MadeDoor(NamedTuple):
    """A new door, and the secret beside it: 32 bytes."""

    door: Door
    beside: bytes


def make_door(
    secret: str,
    key: bytes,
    *,
    context: bytes,
    cost: Cost,
    random: Random,
    pepper: bytes = b"",
) -> MadeDoor:
    """Return a door to ``key`` that ``secret`` opens.

    ``context`` is what stands openly beside the door and must not be changed. Short
    secrets take a ``pepper``: without it nobody can even begin to guess.

    Raises:
        CostRefused: The cost is below the floor or above the ceiling.
    """
    salt, nonce = random(SALT_BYTES), random(NONCE_BYTES)
    stretched = _stretched(secret, salt, cost)
    sealed = seal(_peppered(stretched, pepper), key, context=context, nonce=nonce)
    door = Door(salt, cost, nonce, sealed[NONCE_BYTES:])
    return MadeDoor(door, derive(stretched, _BESIDE))


def open_door(
    door: Door, secret: str, *, context: bytes, pepper: bytes = b""
) -> OpenedDoor:
    """Return the key behind a door, and the secret beside it.

    Raises:
        WrongSecret: The secret, the pepper, the context or the door is not what it was.
        CostRefused: The cost is below the floor or above the ceiling.
        ValueError: The salt is not as long as salts are.
    """
    stretched = _stretched(secret, door.salt, door.cost)
    sealed = door.nonce + door.sealed
    try:
        key = unseal(_peppered(stretched, pepper), sealed, context=context)
    except SealBroken:
        raise WrongSecret from None
    return OpenedDoor(key, derive(stretched, _BESIDE))


def _peppered(stretched: bytes, pepper: bytes) -> bytes:
    return derive(stretched + pepper, _PEPPERED) if pepper else stretched


def _stretched(secret: str, salt: bytes, cost: Cost) -> bytes:
    from argon2.low_level import Type, hash_secret_raw  # noqa: PLC0415

    _check(cost)
    if len(salt) != SALT_BYTES:
        raise ValueError(f"a salt has {SALT_BYTES} bytes, not {len(salt)}")
    return hash_secret_raw(
        secret.encode(),
        salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=32,
        type=Type.ID,
    )


def _check(cost: Cost) -> None:
    is_payable = (
        FLOOR.memory_kib <= cost.memory_kib <= CEILING.memory_kib
        and FLOOR.passes <= cost.passes <= CEILING.passes
        and FLOOR.lanes <= cost.lanes <= CEILING.lanes
    )
    if not is_payable:
        raise CostRefused
