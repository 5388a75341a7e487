"""What stands first in every private view: who reads this, and where help is.

Nobody may write a crisis into a private draft and believe that staff see it (SAFETY,
T26). So it is the first thing that a screen reader meets, and it is spoken as soon as
the view shows, wherever the focus is.
"""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QShowEvent

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.notice import Notice, NoticeKind


class FirstHeard(Notice):
    """A calm panel that is spoken when the view shows, wherever the focus is."""

    def __init__(self, stage: Stage, words: str, kind: NoticeKind = "problem") -> None:
        super().__init__(stage, words, kind)
        self._spoken = ""

    def show_words(self, words: str) -> None:
        """Say something else; assistive technology is told once a change."""
        if words != self.words:
            super().show_words(words)
            self._speak()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # When the view is whole: what is spoken before that is lost.
        QTimer.singleShot(0, self, self._speak)

    def _speak(self) -> None:
        if self.isVisible() and self.words != self._spoken:
            self._spoken = self.words
            event = QAccessibleAnnouncementEvent(self, self.words)
            QAccessible.updateAccessibility(event)


class PrivateNotice(FirstHeard):
    """Of a private view; what it says may change while the view shows."""

    def __init__(self, stage: Stage, words: str) -> None:
        super().__init__(stage, words, "private")
