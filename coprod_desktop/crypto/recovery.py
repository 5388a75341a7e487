"""The recovery code: 160 unguessable bits that a person can copy from paper.

Crockford's base 32 (https://www.crockford.com/base32.html): no I, L, O or U, and what
looks alike is read alike. 32 signs are the secret, the last four check the copying;
they are the start of the SHA-256 of the others.
"""

from __future__ import annotations

import hashlib

from coprod_desktop.crypto.doors import Random

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
SECRET_BYTES = 20
SECRET_SIGNS = 32
CHECK_SIGNS = 4

_LOOK_ALIKE = str.maketrans("ILO", "110", " -\u2010\u2011\u2012\u2013\t\n\r")


class CodeMistyped(Exception):  # noqa: N818 - what happened, not which error
    """A sign of the code was left out, added or copied wrongly."""


def new_code(random: Random) -> str:
    """Return a new code in nine groups of four signs."""
    number = int.from_bytes(random(SECRET_BYTES), "big")
    secret = _signs(number, SECRET_SIGNS)
    code = secret + _check_signs(secret)
    return "-".join(code[at : at + 4] for at in range(0, len(code), 4))


def read_code(text: str) -> str:
    """Return the one spelling of a code that was typed: capitals and nothing between.

    Raises:
        CodeMistyped: It is not as long as a code, or its last signs do not check.
    """
    code = text.upper().translate(_LOOK_ALIKE)
    secret = code[:SECRET_SIGNS]
    is_known = all(sign in ALPHABET for sign in code)
    if not is_known or code[SECRET_SIGNS:] != _check_signs(secret):
        raise CodeMistyped
    return code


def _check_signs(secret: str) -> str:
    digest = hashlib.sha256(secret.encode()).digest()
    return _signs(int.from_bytes(digest[:4], "big") >> 12, CHECK_SIGNS)


def _signs(number: int, count: int) -> str:
    places = reversed(range(count))
    return "".join(ALPHABET[number >> 5 * place & 31] for place in places)
