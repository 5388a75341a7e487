"""The check code: eight signs that tell one set of words from another.

It is short enough to be read out. It finds a mix-up, not a determined forger: forty
bits are checked by eye, while ``verify`` compares every word.
"""

from __future__ import annotations

import hashlib

_SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U."""


def check_code(words_json: str) -> str:
    """Return the code of a paper's words, such as ``7F3K-9QWD``.

    The first forty bits of the SHA-256 of the canonical text in UTF-8.
    """
    digest = hashlib.sha256(words_json.encode()).digest()
    number = int.from_bytes(digest[:5], "big")
    signs = "".join(_SIGNS[(number >> shift) & 31] for shift in range(35, -1, -5))
    return f"{signs[:4]}-{signs[4:]}"
