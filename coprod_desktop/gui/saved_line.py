"""Whether what was written is saved: in words, where it never scrolls away."""

from __future__ import annotations

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.status_line import StatusLine
from coprod_desktop.workspace.autosave import Saved

_SAVED = {
    Saved.SAVED: ("question.saved", "saved"),
    Saved.SAVING: ("question.saving", None),
    Saved.UNSAVED: ("question.unsaved", None),
    Saved.FAILED: ("question.not_saved", "warning-calm"),
}


class SavedLine(StatusLine):
    """Says how far what was written is on the disk, and never more than that."""

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage, role="status")
        self._words = stage.words

    def show_saved(self, saved: Saved) -> None:
        """Say how far saving is now."""
        key, picture = _SAVED[saved]
        self.show_status(self._words.text(key), picture)
