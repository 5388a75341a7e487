"""Sealed bytes: nobody reads them without the key, nobody changes them unseen.

AES-256-GCM (NIST SP 800-38D). What is sealed is the nonce, 12 bytes, then the hidden
bytes with their tag. The context is not hidden, but sealed in: bytes that were sealed
for one purpose do not open for another.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12


class SealBroken(Exception):  # noqa: N818 - what happened, not which error
    """The key, the context or the sealed bytes are not those that were sealed."""


class Sealing:
    """Seals and opens under one key, again and again: getting ready is half of it."""

    def __init__(self, key: bytes) -> None:
        """Get ready with a key of 32 bytes.

        Raises:
            ValueError: It is not as long.
        """
        self._cipher = _cipher(key)

    def seal(self, plain: bytes, *, context: bytes, nonce: bytes) -> bytes:
        """Return ``plain`` sealed.

        ``nonce`` is 12 bytes that this key has never sealed with before.

        Raises:
            ValueError: The nonce is not as long.
        """
        if len(nonce) != NONCE_BYTES:
            raise ValueError(f"a nonce has {NONCE_BYTES} bytes, not {len(nonce)}")
        return nonce + self._cipher.encrypt(nonce, plain, context)

    def unseal(self, sealed: bytes, *, context: bytes) -> bytes:
        """Return the bytes that were sealed.

        Raises:
            SealBroken: They were sealed otherwise, or changed since.
        """
        from cryptography.exceptions import InvalidTag  # noqa: PLC0415

        nonce, hidden = sealed[:NONCE_BYTES], sealed[NONCE_BYTES:]
        try:
            return self._cipher.decrypt(nonce, hidden, context)
        except (InvalidTag, ValueError):
            raise SealBroken from None


def seal(key: bytes, plain: bytes, *, context: bytes, nonce: bytes) -> bytes:
    """Return ``plain`` sealed under a 32-byte key.

    ``nonce`` is 12 bytes that this key has never sealed with before.

    Raises:
        ValueError: The key or the nonce is not as long as it must be.
    """
    return Sealing(key).seal(plain, context=context, nonce=nonce)


def unseal(key: bytes, sealed: bytes, *, context: bytes) -> bytes:
    """Return the bytes that were sealed.

    Raises:
        SealBroken: They were sealed otherwise, or changed since.
        ValueError: The key is not 32 bytes long.
    """
    return Sealing(key).unseal(sealed, context=context)


def _cipher(key: bytes) -> AESGCM:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM  # noqa: PLC0415

    return AESGCM(key)
