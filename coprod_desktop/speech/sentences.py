"""Where a text can be cut to be said piece by piece, so that a stop comes at once."""

from __future__ import annotations

import re
from itertools import pairwise

LONGEST = 240
"""Code points that are said in one go: some ten seconds, made in some milliseconds."""

# Full stops of Latin and Urdu, question marks of both directions, and ends of lines.
_END = re.compile(r"[.?!:;…؟۔]+[\"'”’)»]*(?=\s|$)|\n+")


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Return where each sentence begins and ends, in code points; blank ones not.

    A sentence longer than :data:`LONGEST` is cut between two words, or inside a word
    that is longer still.
    """
    cuts = [0, *(found.end() for found in _END.finditer(text)), len(text)]
    pieces: list[tuple[int, int]] = []
    for start, end in pairwise(cuts):
        pieces += _short(text, start, end)
    return tuple(piece for piece in pieces if text[slice(*piece)].strip())


def _short(text: str, start: int, end: int) -> list[tuple[int, int]]:
    pieces = []
    while end - start > LONGEST:
        space = text.rfind(" ", start + 1, start + LONGEST)
        cut = space + 1 if space > start else start + LONGEST
        pieces.append((start, cut))
        start = cut
    return [*pieces, (start, end)]
