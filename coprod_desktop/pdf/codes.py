"""The bytes that stand for letters on the pages of one paper.

A font gives a letter its byte when it is first drawn. Nearly every letter of a paper is
known after its first page, and then a line is turned into bytes in one go.
"""

from __future__ import annotations

from typing import Any

_ESCAPED = {
    **{code: f"\\{code:03o}" for code in (*range(32), *range(127, 256))},
    **{ord(sign): "\\" + sign for sign in "\\()"},
}


def escaped(codes: bytes) -> str:
    """Return bytes as they stand in a page's code (ISO 32000-1, 7.3.4.2)."""
    return codes.decode("latin-1").translate(_ESCAPED)


class Codes(dict[int, str]):
    """For ``str.translate``: each letter of a font as it stands in a page's code.

    A new letter is given its byte by the font, in the order in which letters come.
    """

    def __init__(self, font: Any, document: Any) -> None:
        super().__init__()
        self._font = font
        self._document = document
        self.is_one_subset = True
        """Whether all letters so far are of the font's first 256."""

    def __missing__(self, letter: int) -> str:
        """Ask the font."""
        ((subset, code),) = self._font.splitString(chr(letter), self._document)
        self.is_one_subset &= subset == 0
        told = self[letter] = escaped(code)
        return told
