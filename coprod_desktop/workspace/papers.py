"""Paper: how the document prints, its PDF, and saving it somewhere."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.workspace.desk import Desk
from coprod_desktop.workspace.saving_files import save_aside

if TYPE_CHECKING:
    from coprod_desktop.pdf.blocks import Paper


class Papers:
    """Makes paper of an open document. What is not shared never leaves the screen."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def blocks(self, *, with_drafts: bool = False) -> Paper:
        """Return the paper as it will print, or as it would after sharing all drafts."""
        raise NotImplementedError

    def pdf(self) -> bytes:
        """Return the PDF of what is shared, with its words as JSON inside."""
        raise NotImplementedError

    def words_json(self) -> str:
        """Return what is shared as canonical JSON: the text inside the PDF."""
        raise NotImplementedError

    def safe_name(self) -> str:
        """Return a file name that tells the form and day, and nobody's name."""
        raise NotImplementedError

    def export(self, place: Path, *, replacing: bool = False) -> Path:
        """Save the PDF in a folder (under a safe name) or at a file; return where.

        Raises:
            Problem: Something stands there already, or it could not be saved. Nothing
                half-written is left.
        """
        file = place / self.safe_name() if place.is_dir() else place
        return save_aside(file, self.pdf(), replacing=replacing)
