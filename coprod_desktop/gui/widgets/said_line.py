"""A sentence with a small picture before it, for screens that explain."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.picture import Picture
from coprod_desktop.gui.widgets.plain import text_label


class SaidLine(QWidget):
    """One sentence and its picture; where there is none, its room stays empty.

    ``language`` is a tag, where the sentence is of another than the screen. ``note`` is
    said below.
    """

    def __init__(
        self,
        stage: Stage,
        words: str,
        picture: str,
        language: str = "",
        note: str = "",
    ) -> None:
        super().__init__()
        self._stage = stage
        self._label = text_label(words)
        self._label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._picture = Picture(stage.pictures, picture, 0)
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        if language:
            self._label.setProperty("tongue", language)
        if note:
            column = QVBoxLayout()
            column.addWidget(self._label)
            column.addWidget(text_label(note, "quiet"))
            self._row.addLayout(column, 1)
        else:
            self._row.addWidget(self._label, 1)
        stage.board.changed.connect(self._on_board_changed)
        self._on_board_changed()

    @property
    def words(self) -> str:
        """What the sentence says."""
        return self._label.text()

    def _on_board_changed(self) -> None:
        look = self._stage.look
        self._row.setSpacing(look.gap_px)
        self._picture.show_picture(self._picture.meaning, round(look.text_px * 1.6))
