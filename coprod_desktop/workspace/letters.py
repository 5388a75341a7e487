"""Papers that are no form, for the same way to the printer as any other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.saving_files import save_aside

if TYPE_CHECKING:
    from coprod_desktop.model.people import PersonId
    from coprod_desktop.pdf.blocks import Paper
    from coprod_desktop.workspace.ward import Ward


@dataclass(frozen=True, slots=True)
class Letter:
    """A paper of somebody's own, as it stood when it was asked for."""

    paper: Paper
    name: str
    """A file name that tells nobody's name."""

    def pdf(self) -> bytes:
        """Return the PDF.

        Raises:
            Problem: It cannot be drawn.
        """
        from coprod_desktop.pdf.render import render  # noqa: PLC0415 - slow

        return render(self.paper)

    def export(self, place: Path, *, replacing: bool = False) -> Path:
        """Save the PDF in a folder (under its name) or at a file; return where.

        Raises:
            Problem: Something stands there already, or it could not be saved.
        """
        file = place / self.name if place.is_dir() else place
        return save_aside(file, self.pdf(), replacing=replacing)


def in_print_of(person: PersonId, paper: Paper, ward: Ward) -> Paper:
    """Return a paper in the print that somebody likes: clear, easy-read or large."""
    from coprod_desktop.workspace.paper_wishes import first_wish  # noqa: PLC0415 - slow

    try:
        reading = ward.reading.of(person)
    except Problem:
        # Whoever shows how they like to read has told it.
        reading = None
    return replace(paper, choice=first_wish(reading).choice)
