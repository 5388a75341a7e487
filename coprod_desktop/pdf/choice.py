"""Which paper of a document it is: how large its words are, and whose copy it is.

A paper's file names its choice beside its layout, since it is checked by drawing it
again (decision 018). The usual choice has no name: its pages are those that were made
before anything could be chosen.
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
    BLANK = "blank"
    """To fill in by hand: prompts and room, and nobody's words."""


@dataclass(frozen=True, slots=True)
class PaperChoice:
    """What was chosen for a paper, beside its language."""

    kind: PaperKind = PaperKind.CLEAR
    copy: Copy = Copy.MINE
    beside: str = ""
    """The tag of a second language that stands beside the first; or none."""

    @property
    def is_usual(self) -> bool:
        """Whether it is what is printed where nothing was chosen."""
        return self == PaperChoice()

    @property
    def named(self) -> tuple[str, ...]:
        """What tells it from the usual one, for the name of a file."""
        told = (self.kind, self.copy, self.beside)
        usual = (USUAL.kind, USUAL.copy, USUAL.beside)
        pairs = zip(told, usual, strict=True)
        return tuple(str(one) for one, other in pairs if one != other)

    @property
    def told(self) -> str:
        """How a file names it, such as ``paper large-print, copy mine``."""
        beside = f", beside {self.beside}" if self.beside else ""
        return f"paper {self.kind}, copy {self.copy}{beside}"


USUAL = PaperChoice()

BESIDE = {"cy": "en"}
"""Languages that can have another at their side, and which."""

_TOLD = re.compile(r"paper ([a-z-]+), copy ([a-z-]+)(?:, beside (en))?")


def choice_of(told: str) -> PaperChoice:
    """Return the choice that a file names; the usual one where it names none."""
    found = _TOLD.fullmatch(told)
    if found is None or found[1] not in set(PaperKind) or found[2] not in set(Copy):
        return USUAL
    return PaperChoice(PaperKind(found[1]), Copy(found[2]), found[3] or "")
