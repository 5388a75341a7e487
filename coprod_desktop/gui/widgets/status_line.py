"""A quiet line that says how things stand: saved, or who can see this."""

from __future__ import annotations

from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.picture import Picture
from coprod_desktop.gui.widgets.plain import text_label


class StatusLine(QWidget):
    """Words that may change; each change is announced without taking the focus.

    The label has no accessible name: one would hide what it says now.
    """

    def __init__(
        self,
        stage: Stage,
        words: str = "",
        picture: str | None = None,
        role: str = "quiet",
    ) -> None:
        super().__init__()
        self._stage = stage
        self._role = role
        self._label = text_label(words, role)
        self._picture = Picture(stage.pictures, picture or "saved", 0)
        self._meaning = picture
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._picture)
        row.addWidget(self._label, 1)
        stage.board.changed.connect(self._on_board_changed)
        self._on_board_changed()

    @property
    def words(self) -> str:
        """What the line says now."""
        return self._label.text()

    def show_status(self, words: str, picture: str | None = None) -> None:
        """Say something else; assistive technology is told once a change."""
        if words == self.words and picture == self._meaning:
            return
        is_news = words != self.words
        self._meaning = picture
        self._label.setText(words)
        self._on_board_changed()
        if is_news and words and self.isVisible():
            event = QAccessibleAnnouncementEvent(self, words)
            QAccessible.updateAccessibility(event)

    def _on_board_changed(self) -> None:
        look = self._stage.look
        px = round((look.bar_px if self._role == "status" else look.small_px) * 1.2)
        self._picture.setVisible(self._meaning is not None)
        if self._meaning is not None:
            self._picture.show_picture(self._meaning, px)
