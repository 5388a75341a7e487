"""How saving goes, carried from the writer's thread to the window's own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from coprod_desktop.workspace.autosave import SaveState


class SaveWatch(QObject):
    """Lives as long as the document is open, so that no call comes to nobody.

    ``changed`` reaches its listeners in the window's thread.
    """

    changed = Signal(object)

    def tell(self, state: SaveState) -> None:
        """Take news from whichever thread it comes."""
        self.changed.emit(state)
