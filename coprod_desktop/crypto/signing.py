"""Signing and checking: Ed25519 (RFC 8032)."""

from __future__ import annotations

from coprod_desktop.crypto.doors import Random

SEED_BYTES = 32


def new_seed(random: Random) -> bytes:
    """Return a new secret to sign with: 32 bytes."""
    return random(SEED_BYTES)


def public_key(seed: bytes) -> bytes:
    """Return the 32 bytes that check what this seed signs.

    Raises:
        ValueError: The seed is not 32 bytes long.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PrivateKey,
    )

    return Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw()


def sign(seed: bytes, message: bytes) -> bytes:
    """Return the signature of a message: 64 bytes.

    Raises:
        ValueError: The seed is not 32 bytes long.
    """
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PrivateKey,
    )

    return Ed25519PrivateKey.from_private_bytes(seed).sign(message)


def is_signed(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the owner of a public key signed exactly this message."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415
    from cryptography.hazmat.primitives.asymmetric.ed25519 import (  # noqa: PLC0415
        Ed25519PublicKey,
    )

    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
