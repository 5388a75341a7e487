"""A secret in two parts: neither tells anything of it, both together are it."""

from __future__ import annotations

from coprod_desktop.crypto.doors import Random


def split(secret: bytes, random: Random) -> tuple[bytes, bytes]:
    """Return two parts, each as long as the secret and each like chance by itself."""
    one = random(len(secret))
    return one, joined(one, secret)


def joined(one: bytes, other: bytes) -> bytes:
    """Return the secret that was split into these parts.

    Raises:
        ValueError: The parts are not of one length.
    """
    return bytes(a ^ b for a, b in zip(one, other, strict=True))
