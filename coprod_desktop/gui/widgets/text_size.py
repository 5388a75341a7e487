"""Bigger and smaller text, with a sentence to try it on."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.status_line import StatusLine
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.reading import LARGEST_PT, SMALLEST_PT

SIZES_PT = (14, 16, 18, 21, 24, 28, 32, 36, 42, 48)


class TextSizePanel(QWidget):
    """Smaller, bigger, and a sample. The whole program follows at once."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        words = stage.words
        self.smaller = BigButton(
            stage,
            words.text("text_size.smaller"),
            None,
            "quiet",
            self._on_smaller_clicked,
        )
        self.bigger = BigButton(
            stage,
            words.text("text_size.bigger"),
            None,
            "quiet",
            self._on_bigger_clicked,
        )
        self.status = StatusLine(stage)
        row = WrapLayout()
        row.addWidget(self.smaller)
        row.addWidget(self.bigger)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(row)
        column.addWidget(self.status)
        column.addWidget(text_label(words.text("text_size.sample")))
        stage.board.changed.connect(self._on_board_changed)
        self._on_board_changed()

    def _on_smaller_clicked(self) -> None:
        step_text_size(self._stage, -1)

    def _on_bigger_clicked(self) -> None:
        step_text_size(self._stage, 1)

    def _on_board_changed(self) -> None:
        now = self._stage.look.text_pt
        self.smaller.setEnabled(now > SMALLEST_PT)
        self.bigger.setEnabled(now < LARGEST_PT)
        words = self._stage.words.text("text_size.now", size=now)
        self.status.show_status(words)


def step_text_size(stage: Stage, steps: int) -> None:
    """Make text one or more steps bigger, or smaller with a negative number."""
    now = stage.look.text_pt
    at = min(range(len(SIZES_PT)), key=lambda one: abs(SIZES_PT[one] - now))
    at = max(0, min(len(SIZES_PT) - 1, at + steps))
    stage.board.set_text_pt(SIZES_PT[at])
