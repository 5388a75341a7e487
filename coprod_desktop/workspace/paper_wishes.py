"""What somebody wishes of a paper: which kind, whose copy, in which language."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from coprod_desktop.model.reading import Reading
from coprod_desktop.pdf.choice import BESIDE, USUAL, Copy, PaperChoice, PaperKind

__all__ = [
    "BESIDE",
    "LARGE_FROM_PT",
    "USUAL_WISH",
    "Copy",
    "PaperChoice",
    "PaperKind",
    "PaperWish",
    "first_wish",
]

LARGE_FROM_PT = 24
"""Who reads the screen in words as large as this is first offered large print."""


class PaperWish(NamedTuple):
    """A paper as it is wished for."""

    choice: PaperChoice = USUAL
    language: str = ""
    """Its tag; empty for the language in which the form asks."""

    @property
    def kind(self) -> PaperKind:
        """How large its words are."""
        return self.choice.kind

    @property
    def copy_for(self) -> Copy:
        """Whose copy it is."""
        return self.choice.copy

    def of_kind(self, kind: PaperKind) -> PaperWish:
        """Return the same with words of another size."""
        return self._replace(choice=replace(self.choice, kind=kind))

    def as_copy(self, copy: Copy) -> PaperWish:
        """Return the same as another copy."""
        return self._replace(choice=replace(self.choice, copy=copy))

    def in_language(self, language: str, beside: str = "") -> PaperWish:
        """Return the same in another language, with a second at its side or none."""
        return PaperWish(replace(self.choice, beside=beside), language)


USUAL_WISH = PaperWish()


def first_wish(reading: Reading | None) -> PaperWish:
    """Return what somebody who reads so is first offered: the print that is theirs.

    Where none was chosen, big words on the screen ask for big words on paper.
    """
    if reading is None:
        return USUAL_WISH
    kind = PaperKind(reading.print_size.replace("_", "-"))
    if kind is PaperKind.CLEAR and reading.text_pt >= LARGE_FROM_PT:
        kind = PaperKind.LARGE_PRINT
    return USUAL_WISH.of_kind(kind)
