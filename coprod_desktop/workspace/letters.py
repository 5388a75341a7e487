"""Papers that are no form, for the same way to the printer as any other."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.workspace.saving_files import save_aside

if TYPE_CHECKING:
    from coprod_desktop.pdf.blocks import Paper


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
