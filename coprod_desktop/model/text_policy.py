"""What may enter a person's words, and how Qt's positions become ours.

Everything a person writes is kept as it is, code point for code point, but for what
would lose or hide it: a lone surrogate (no file can hold it) and NUL or another control
(C0, DEL) becomes a visible sign, and the person is told. Tabs and line ends stay;
CR and CR LF become a line feed. Nothing is normalised.
"""

from __future__ import annotations

import re
from typing import NamedTuple

LONGEST = 1_000_000
"""Code points that one answer may hold."""

REPLACEMENT = "\ufffd"

_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_LINE_END = re.compile(r"\r\n?")


class Accepted(NamedTuple):
    """Text as it may enter, and how many signs had to be made visible."""

    text: str
    made_visible: int


def accept(text: str) -> Accepted:
    """Return text as it may enter a person's words."""
    text = _LINE_END.sub("\n", text)
    fit, count = _UNFIT.subn(_visible, text)
    return Accepted(fit, count)


def is_fit(text: str) -> bool:
    """Whether text may enter as it stands."""
    return _UNFIT.search(text) is None and "\r" not in text


def _visible(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < 0x20:
        return chr(0x2400 + code)
    return "\u2421" if code == 0x7F else REPLACEMENT


def utf16_length(text: str) -> int:
    """Return how many UTF-16 units the text has, as Qt counts."""
    return len(text) + sum(1 for char in text if char > "\uffff")


def to_code_points(text: str, utf16_at: int) -> int:
    """Return the code point position for a position that counts UTF-16 units.

    A position inside a surrogate pair counts as before the pair. A position past the
    end is the end.
    """
    if text.isascii() or max(text, default="") <= "\uffff":
        return min(utf16_at, len(text))
    units = 0
    for at, char in enumerate(text):
        units += 2 if char > "\uffff" else 1
        if units > utf16_at:
            return at
    return len(text)


def to_utf16(text: str, at: int) -> int:
    """Return the position in UTF-16 units for a code point position."""
    return utf16_length(text[:at])
