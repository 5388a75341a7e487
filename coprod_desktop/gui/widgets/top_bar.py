"""The bar at the top: where I am, and what is always at hand."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.picture import Picture
from coprod_desktop.gui.widgets.plain import text_label


class TopBar(QWidget):
    """Where I am; Text size, Help, and Finish and lock. Listen and Colours come."""

    text_size_asked = Signal()
    help_asked = Signal()
    lock_asked = Signal()

    def __init__(self, stage: Stage, title: str, picture: str = "bee") -> None:
        super().__init__()
        self.setObjectName("top-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stage = stage
        words = stage.words
        self._picture = Picture(stage.pictures, picture, 40)
        self._title = text_label(title, "bar")
        self._title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self.text_size = BigButton(
            stage, words.text("top.text_size"), "text-size", "bar", self._ask_text_size
        )
        self.help = BigButton(
            stage, words.text("top.help"), "help", "bar", self._ask_help
        )
        self.lock = BigButton(
            stage, words.text("top.lock"), "lock", "plain", self._ask_lock
        )
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture)
        self._row.addSpacing(8)
        self._row.addWidget(self._title, 1)
        for button in (self.text_size, self.help, self.lock):
            self._row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        stage.board.changed.connect(self._on_board_changed)
        self._on_board_changed()

    def show_title(self, title: str, picture: str = "bee") -> None:
        """Say where the person is now."""
        self._title.setText(title)
        self._picture.show_picture(picture, self._picture.sizeHint().width())

    def set_open(self, *, is_open: bool) -> None:
        """Offer Finish and lock only while a ward is open."""
        self.lock.setVisible(is_open)

    def _ask_text_size(self) -> None:
        self.text_size_asked.emit()

    def _ask_help(self) -> None:
        self.help_asked.emit()

    def _ask_lock(self) -> None:
        self.lock_asked.emit()

    def _on_board_changed(self) -> None:
        look = self._stage.look
        side = max(10, 58 - look.text_px)
        self._row.setContentsMargins(side, 4, side, 4)
        self._row.setSpacing(2)
        self._picture.show_picture(self._picture.meaning, round(look.bar_px * 1.6))
