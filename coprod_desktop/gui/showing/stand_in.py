"""Answers the system's windows where nobody sits in front of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from coprod_desktop.gui.asking import Asking

if TYPE_CHECKING:
    from PySide6.QtGui import QPagedPaintDevice
    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class StandIn(Asking):
    """Keeps every file in one folder and backups on a stick; has no printer."""

    folder: Path = field(default_factory=Path)
    stick: Path = field(default_factory=Path)
    """Where backups go."""

    def file_to_save(self, parent: QWidget, title: str, name: str) -> Path | None:
        """Choose the suggested name in the folder."""
        return self.folder / name

    def file_to_open(self, parent: QWidget, title: str, kind: str) -> Path | None:
        """Choose the first of its kind in the folder; ``kind`` may be several."""
        found = (sorted(self.folder.glob(one)) for one in kind.split())
        return next((one for some in found for one in some), None)

    def folder_to_use(self, parent: QWidget, title: str) -> Path | None:
        """Choose the stick."""
        return self.stick

    def has_printer(self) -> bool:
        """Return False: nothing is printed while showing."""
        return False

    def printer(self, parent: QWidget, title: str) -> QPagedPaintDevice | None:
        """Choose none."""
        return None
