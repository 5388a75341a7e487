"""Words that were copied or cut inside the program, with whose they are.

Moving is not writing: what comes back from the clipboard as it went keeps its
attribution (DESIGN 4). The system's clipboard itself holds plain text alone.
"""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from coprod_desktop.gui.widgets.box_text import as_shown
from coprod_desktop.model.authored_text import EMPTY, AuthoredText


class Clipping(QObject):
    """Remembers the last words that were taken from a box of ours.

    Made before any box, so that it forgets before a box tells what it took.
    """

    def __init__(self) -> None:
        super().__init__()
        self._words = EMPTY
        # Asking whether the clipboard is ours does not help: not every platform knows.
        QGuiApplication.clipboard().dataChanged.connect(self._on_clipboard_changed)

    def keep(self, words: AuthoredText) -> None:
        """Remember words, if they are what went to the clipboard."""
        if as_shown(words.text) == QGuiApplication.clipboard().text():
            self._words = words

    def words_for(self, text: str) -> AuthoredText | None:
        """Return the words that a pasted text is; None where it came from outside."""
        if not text or as_shown(self._words.text) != as_shown(text):
            return None
        return self._words

    def _on_clipboard_changed(self) -> None:
        self._words = EMPTY
