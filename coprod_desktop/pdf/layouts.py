"""The numbers of layouts: in which way a paper was made, and is held against the store.

A paper names its layout in the file, and is drawn again in that layout when it is
checked. A change of what stands on paper, or of how it looks, is a new number; what the
older number drew stays as it was (decision 007).
"""

from __future__ import annotations

import re

LAYOUT = 5
"""The layout of the papers that are made now, and the newest that can be drawn.

1: the first. 2: marks, flags and which key signed stand on paper; ``coprod-words/2``.
3: the same pages; the words travel inside as a FHIR bundle too. 4: the file names the
choice that was made (decision 018); and where words of one line were written in
different ways, a screen reader hears who wrote which words where they stand. 5: emoji
are drawn, and named after it (decision 028); words that were copied off a sheet tell
that its photograph is kept, on paper and in ``coprod-words/3``; and lam joins yeh and
jeem on pages that run rightwards too.
"""

FIRST_WITH_BUNDLE = 3
FIRST_WITH_CHOICE = 4
FIRST_IN_ORDER = 4
FIRST_WITH_EMOJI = 5
FIRST_WITH_PHOTOGRAPHS = 5

_NAMED = re.compile(r"Coprod Desktop, layout (\d{1,4})")


def creator_of(layout: int) -> str:
    """Return what a paper's file says about what made it."""
    return "Coprod Desktop" if layout == 1 else f"Coprod Desktop, layout {layout}"


def layout_of(creator: str) -> int:
    """Return the layout that a file names; 1 where it names none."""
    found = _NAMED.fullmatch(creator)
    return int(found[1]) if found else 1
