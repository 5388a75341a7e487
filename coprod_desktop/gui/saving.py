"""How saving goes, carried from the writer's thread to the window's own."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from coprod_desktop.workspace.autosave import SaveState


class SaveWatch(QObject):
    """Lives as long as the document is open, so that no call comes to nobody.

    ``changed`` reaches its listeners in the window's thread. It carries no state: news
    that waited for its turn is old, and would say "saved" after the next key. Ask the
    document how saving goes now.
    """

    changed = Signal()

    def tell(self, _: SaveState) -> None:
        """Take news from whichever thread it comes."""
        self.changed.emit()
