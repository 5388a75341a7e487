"""The code on a sheet that is filled in by hand: whose sheet it is, and which prompts.

Ten signs, such as ``7F3K9-QWD2M``. Eight say it, two are checks: of one or two wrong
signs, or two that changed places, every one is found (a Reed-Solomon code of distance
three over 32 signs). There is no name in it; it is held against the document that is
open, so that the sheets of two people are not mixed up (decision 018).
"""

from __future__ import annotations

import hashlib
from typing import NamedTuple

from coprod_desktop.pdf.check_code import SIGNS, signs_of

_TAG_BITS, _FIRST_BITS, _COUNT_BITS, _SPARE_BITS = 25, 8, 5, 2
_PAYLOAD, _LENGTH = 8, 10
_FIELD = 0b100101
"""x^5 + x^2 + 1: 32 signs can be added and multiplied by it."""


class SheetCode(NamedTuple):
    """What a sheet says about itself."""

    tag: int
    """Of the document, its form and its version; see :func:`sheet_tag`."""
    first: int
    """The first prompt on it, as the form counts them from one."""
    prompts: int
    """How many prompts are on it."""

    def __str__(self) -> str:
        number = (self.tag << _FIRST_BITS) | self.first
        number = ((number << _COUNT_BITS) | self.prompts) << _SPARE_BITS
        said = [(number >> shift) & 31 for shift in range(35, -1, -5)]
        signs = "".join(SIGNS[one] for one in (*said, *_checks(said)))
        return f"{signs[:5]}-{signs[5:]}"


def sheet_tag(ward: str, document: str, form: str, version: int) -> int:
    """Return the tag of a document's sheets: 25 bits that tell it from others."""
    told = "\n".join(("coprod-sheet/1", ward, document, form, str(version)))
    digest = hashlib.sha256(told.encode()).digest()
    return int.from_bytes(digest[:4], "big") >> (32 - _TAG_BITS)


def read_sheet_code(typed: str) -> SheetCode | None:
    """Return what a typed code says; None where a sign is wrong, missing or too many.

    Small letters, spaces and dashes are as good; O is read as 0, I and L as 1.
    """
    signs = signs_of(typed)
    if len(signs) != _LENGTH or not set(signs) <= set(SIGNS):
        return None
    values = [SIGNS.index(one) for one in signs]
    said, checks = values[:_PAYLOAD], values[_PAYLOAD:]
    if tuple(checks) != _checks(said):
        return None
    number = 0
    for value in said:
        number = number << 5 | value
    spare, rest = number & 3, number >> _SPARE_BITS
    tag = rest >> (_FIRST_BITS + _COUNT_BITS)
    first, prompts = (rest >> _COUNT_BITS) & 255, rest & 31
    return None if spare else SheetCode(tag, first, prompts)


def _checks(said: list[int]) -> tuple[int, int]:
    """Return the two signs that make both sums over all ten come to nothing."""
    plain = weighed = 0
    weight = 1
    for value in said:
        plain ^= value
        weighed ^= _times(value, weight)
        weight = _times(weight, 2)
    # last * (weight + 2 weight) = weighed + weight * plain
    after = _times(weight, 2)
    last = _times(weighed ^ _times(weight, plain), _inverse(weight ^ after))
    return plain ^ last, last


def _times(one: int, other: int) -> int:
    found = 0
    while other:
        if other & 1:
            found ^= one
        one <<= 1
        if one & 32:
            one ^= _FIELD
        other >>= 1
    return found


def _inverse(one: int) -> int:
    return next(other for other in range(1, 32) if _times(one, other) == 1)
