"""Which paper of a document it is: how large its words are, and whose copy it is.

A paper's file names its choice beside its layout, since it is checked by drawing it
again (decision 018). The usual choice has no name, and no new layout: its pages are
those that were made before anything could be chosen.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum


class PaperKind(StrEnum):
    """How large the words of a paper are, and how they stand."""

    CLEAR = "clear"
    """Clear print: 14 pt."""
    EASY_READ = "easy-read"
    """16 pt, a big picture at each question, one idea a line."""
    LARGE_PRINT = "large-print"
    """18 pt, and nothing smaller: page numbers and labels too."""


class Copy(StrEnum):
    """Whose copy a paper is."""

    MINE = "mine"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """What was chosen for a paper, beside its language."""

    kind: PaperKind = PaperKind.CLEAR
    copy: Copy = Copy.MINE

    @property
    def is_usual(self) -> bool:
        """Whether it is what is printed where nothing was chosen."""
        return self == PaperChoice()

    @property
    def named(self) -> tuple[str, ...]:
        """What tells it from the usual one, for the name of a file."""
        told = (self.kind, self.copy)
        usual = (USUAL.kind, USUAL.copy)
        pairs = zip(told, usual, strict=True)
        return tuple(str(one) for one, other in pairs if one != other)

    @property
    def told(self) -> str:
        """How a file names it, such as ``paper large-print, copy mine``."""
        return f"paper {self.kind}, copy {self.copy}"


USUAL = PaperChoice()

_TOLD = re.compile(r"paper ([a-z-]+), copy ([a-z-]+)")


def choice_of(told: str) -> PaperChoice:
    """Return the choice that a file names; the usual one where it names none."""
    found = _TOLD.fullmatch(told)
    try:
        return PaperChoice(PaperKind(found[1]), Copy(found[2])) if found else USUAL
    except ValueError:
        return USUAL
