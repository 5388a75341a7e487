"""What each code of a PDF's font stands for, by the table that the font carries."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from itertools import islice

import pikepdf

_LAST_CODE = 255
"""Text is drawn a byte a letter."""

_MOST_TOLD = 4_096
"""So many letters of one font's table are read; ours tell 256 at most."""

_HEX = re.compile(rb"<\s*([0-9A-Fa-f\s]*)>")
_SECTION = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)
_RANGE = re.compile(
    rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(\[[^\]]*\]|<[0-9A-Fa-f\s]*>)"
)


def letters_of(font: pikepdf.Object) -> dict[int, str]:
    """Return what each code of a font stands for (ISO 32000-1, 9.10.3)."""
    table = font.get("/ToUnicode")
    if not isinstance(table, pikepdf.Stream):
        return {}
    return dict(islice(_told(table.read_bytes()), _MOST_TOLD))


def _told(table: bytes) -> Iterator[tuple[int, str]]:
    for kind, body in _SECTION.findall(table):
        if kind == b"bfchar":
            signs = _HEX.findall(body)
            for code, sign in zip(signs[::2], signs[1::2], strict=False):
                yield int(code, 16), _text(sign)
        else:
            for first, last, signs in _RANGE.findall(body):
                yield from _ranged(int(first, 16), int(last, 16), signs)


def _ranged(first: int, last: int, signs: bytes) -> Iterator[tuple[int, str]]:
    listed = [_text(sign) for sign in _HEX.findall(signs)]
    for step, code in enumerate(range(first, min(last, _LAST_CODE) + 1)):
        if signs.startswith(b"["):
            if step < len(listed):
                yield code, listed[step]
        elif listed and listed[0]:
            sign = ord(listed[0][-1]) + step
            if sign <= sys.maxunicode:
                yield code, listed[0][:-1] + chr(sign)


def _text(digits: bytes) -> str:
    return bytes.fromhex(digits.decode()).decode("utf-16-be", "replace")
