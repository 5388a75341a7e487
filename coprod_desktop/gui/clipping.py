"""Words that were copied or cut inside the program, with whose they are.

Moving is not writing: what comes back from the clipboard as it went keeps its
attribution (DESIGN 4). The system's clipboard itself holds plain text alone.
"""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication

from coprod_desktop.gui.widgets.box_text import as_shown
from coprod_desktop.model.authored_text import EMPTY, AuthoredText


class Clipping:
    """Remembers the last words that were taken from a box of ours."""

    def __init__(self) -> None:
        self._words = EMPTY

    def keep(self, words: AuthoredText) -> None:
        """Remember words that went to the clipboard."""
        self._words = words

    def words_for(self, text: str) -> AuthoredText | None:
        """Return the words that a pasted text is; None where it came from outside."""
        if not QGuiApplication.clipboard().ownsClipboard() or not text:
            return None
        return self._words if as_shown(self._words.text) == as_shown(text) else None
