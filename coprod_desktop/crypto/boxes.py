"""Boxes: anybody can put something in, only the owner of the seed takes it out.

X25519 (RFC 7748) with a new key for each box, HKDF-SHA256 over what both sides share,
AES-256-GCM. A box is the new public key, 32 bytes, then what is sealed; both public
keys and the context are bound in. It does not say who filled it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.crypto.doors import Random
from coprod_desktop.crypto.hkdf import derive
from coprod_desktop.crypto.sealing import NONCE_BYTES, SealBroken, seal, unseal

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

SEED_BYTES = 32
PUBLIC_BYTES = 32

_LABEL = "coprod-desktop/box/v1"


def box_public(seed: bytes) -> bytes:
    """Return the 32 bytes with which anybody fills boxes for the seed's owner.

    Raises:
        ValueError: The seed is not 32 bytes long.
    """
    return _key(seed).public_key().public_bytes_raw()


def fill_box(public: bytes, plain: bytes, *, context: bytes, random: Random) -> bytes:
    """Return a box that only the owner of the seed behind ``public`` opens.

    Raises:
        ValueError: ``public`` is no such key.
    """
    once = random(SEED_BYTES)
    new = box_public(once)
    key = derive(_shared(once, public) + new + public, _LABEL)
    sealed = seal(key, plain, context=context, nonce=random(NONCE_BYTES))
    return new + sealed


def open_box(seed: bytes, box: bytes, *, context: bytes) -> bytes:
    """Return what was put into a box.

    Raises:
        SealBroken: It was filled for somebody else or otherwise, or changed since.
        ValueError: The seed is not 32 bytes long.
    """
    mine = box_public(seed)
    new, sealed = box[:PUBLIC_BYTES], box[PUBLIC_BYTES:]
    try:
        shared = _shared(seed, new)
    except ValueError:
        raise SealBroken from None
    return unseal(derive(shared + new + mine, _LABEL), sealed, context=context)


def _shared(seed: bytes, public: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415
        X25519PublicKey,
    )

    # Refuses the few keys that would give the same secret to everybody.
    return _key(seed).exchange(X25519PublicKey.from_public_bytes(public))


def _key(seed: bytes) -> X25519PrivateKey:
    from cryptography.hazmat.primitives.asymmetric.x25519 import (  # noqa: PLC0415
        X25519PrivateKey,
    )

    return X25519PrivateKey.from_private_bytes(seed)
