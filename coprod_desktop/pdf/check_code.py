"""The check code: eight signs that tell one set of words from another.

It is short enough to be read out. It finds a mix-up, not a determined forger: forty
bits are checked by eye, while ``verify`` compares every word.
"""

from __future__ import annotations

import hashlib
import unicodedata

from coprod_desktop.model.problem import Problem

SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Crockford's base 32: no I, L, O or U."""
_LENGTH = 8
_TAKEN_FOR = {"O": "0", "I": "1", "L": "1"}


def check_code(words_json: str) -> str:
    """Return the code of a paper's words, such as ``7F3K-9QWD``.

    The first forty bits of the SHA-256 of the canonical text in UTF-8.
    """
    digest = hashlib.sha256(words_json.encode()).digest()
    number = int.from_bytes(digest[:5], "big")
    signs = "".join(SIGNS[(number >> shift) & 31] for shift in range(35, -1, -5))
    return f"{signs[:4]}-{signs[4:]}"


def code_as_printed(typed: str) -> str:
    """Return a typed code as paper shows it, however it was typed.

    Capitals, spaces and dashes do not matter; O is taken for 0, and I and L for 1.

    Raises:
        Problem: It is not eight signs, or holds one that no code has.
    """
    signs = signs_of(typed)
    if len(signs) != _LENGTH:
        raise Problem("pdf.problem.code_length", count=len(signs))
    if not set(signs) <= set(SIGNS):
        raise Problem("pdf.problem.code_sign")
    return f"{signs[:4]}-{signs[4:]}"


def signs_of(typed: str) -> str:
    """Return the letters and figures of a typed code, as paper would show them."""
    # An Arabic keyboard has figures of its own, a Japanese one wide letters.
    plain = unicodedata.normalize("NFKC", typed).upper()
    return "".join(
        _TAKEN_FOR.get(sign, str(unicodedata.digit(sign, sign)))
        for sign in plain
        if sign.isalnum()
    )


def is_slip(typed: str, code: str) -> bool:
    """Whether codes differ in one sign, or in two neighbours that changed places."""
    ours, theirs = code.replace("-", ""), typed.replace("-", "")
    apart = [at for at in range(_LENGTH) if ours[at] != theirs[at]]
    if len(apart) == 2 and apart[1] - apart[0] == 1:
        first, last = apart
        return ours[first] == theirs[last] and ours[last] == theirs[first]
    return len(apart) == 1
