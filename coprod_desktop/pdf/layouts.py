"""The numbers of layouts: in which way a paper was made, and is held against the store.

A paper names its layout in the file, and is drawn again in that layout when it is
checked. A change of what stands on paper, or of how it looks, is a new number; what the
older number drew stays as it was (decision 007).
"""

from __future__ import annotations

import re

from coprod_desktop.pdf.choice import PaperChoice

LAYOUT = 3
"""The layout of the papers that are made now.

1: the first. 2: marks, flags and which key signed stand on paper; ``coprod-words/2``.
3: the same pages; the words travel inside as a FHIR bundle too.
"""

NEWEST = 4
"""The newest layout that can be drawn, and held against the store.

4: the layout of every paper that something was chosen for. It names the choice too;
the usual choice is layout 3 still, so that its bytes stay as they are (decision 018).
"""

FIRST_WITH_BUNDLE = 3

_NAMED = re.compile(r"Coprod Desktop, layout (\d{1,4})")


def layout_for(choice: PaperChoice) -> int:
    """Return the layout in which a choice is printed now."""
    return LAYOUT if choice.is_usual else NEWEST


def creator_of(layout: int) -> str:
    """Return what a paper's file says about what made it."""
    return "Coprod Desktop" if layout == 1 else f"Coprod Desktop, layout {layout}"


def layout_of(creator: str) -> int:
    """Return the layout that a file names; 1 where it names none."""
    found = _NAMED.fullmatch(creator)
    return int(found[1]) if found else 1
