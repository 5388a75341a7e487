"""Many keys from one: HKDF with SHA-256 (RFC 5869)."""

from __future__ import annotations


def derive(key: bytes, label: str) -> bytes:
    """Return the 32-byte key that ``label`` names under a strong ``key``.

    The labels of one key must differ; nothing about ``key`` can be told from what is
    derived. Not for passphrases: see :mod:`coprod_desktop.crypto.doors`.

    Raises:
        ValueError: The key is shorter than 32 bytes, or the label is empty.
    """
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF  # noqa: PLC0415

    if len(key) < 32 or not label:
        raise ValueError("deriving needs a key of 32 bytes or more, and a label")
    return HKDF(SHA256(), 32, None, label.encode()).derive(key)
