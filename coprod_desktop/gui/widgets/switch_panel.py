"""Choosing one switch: off, by itself or step by step; how fast; and which key."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.status_line import StatusLine
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.i18n.numbers import number
from coprod_desktop.model.reading import (
    AUTOMATIC,
    LONGEST_STEP_MS,
    SHORTEST_STEP_MS,
    SWITCH_KEYS,
    SWITCHES,
    fitting_step,
)

STEPS_MS = (500, 1_000, 1_500, 2_000, 2_500, 3_000, 4_000, 5_000, 7_000, 10_000)


class SwitchPanel(QWidget):
    """Everything follows at once, and is kept like all of how somebody reads."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage
        words = stage.words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.ways = self._grid(words.text("one_switch.way"), 3)
        self.ways.picked.connect(lambda way: self._read_as(switch=way))
        self.slower = BigButton(
            stage, words.text("one_switch.slower"), run=lambda: self._step(1)
        )
        self.faster = BigButton(
            stage, words.text("one_switch.faster"), run=lambda: self._step(-1)
        )
        self.status = StatusLine(stage)
        self._speed = QWidget()
        row = WrapLayout(self._speed)
        for widget in (self.slower, self.faster, self.status):
            row.addWidget(widget)
        self._column.addWidget(self._speed)
        self.keys = self._grid(words.text("one_switch.key"), 3)
        self.keys.picked.connect(lambda key: self._read_as(switch_key=key))
        stage.board.changed.connect(self._on_board_changed)
        self._on_board_changed()

    def _grid(self, title: str, columns: int) -> ChoiceGrid:
        grid = ChoiceGrid(self._stage, (), title, columns=columns)
        self._column.addWidget(Heading(title, 2))
        self._column.addWidget(grid)
        return grid

    def _read_as(self, **chosen: str | int) -> None:
        board = self._stage.board
        board.read_as(board.reading._replace(**chosen))  # type: ignore[arg-type]

    def _step(self, by: int) -> None:
        now = self._stage.board.reading.switch_ms
        at = min(range(len(STEPS_MS)), key=lambda one: abs(STEPS_MS[one] - now))
        at = max(0, min(len(STEPS_MS) - 1, at + by))
        self._read_as(switch_ms=fitting_step(STEPS_MS[at]))

    def _on_board_changed(self) -> None:
        reading, words = self._stage.board.reading, self._stage.words
        self._column.setSpacing(self._stage.look.below_px())
        self.ways.show_options(
            tuple(
                OptionView(
                    one, words.text(f"one_switch.{one}"), None, one == reading.switch
                )
                for one in SWITCHES
            )
        )
        self.keys.show_options(
            tuple(
                OptionView(
                    one,
                    words.text(f"one_switch.key_{one}"),
                    None,
                    one == reading.switch_key,
                )
                for one in SWITCH_KEYS
            )
        )
        self._speed.setVisible(reading.switch == AUTOMATIC)
        self.slower.setEnabled(reading.switch_ms < LONGEST_STEP_MS)
        self.faster.setEnabled(reading.switch_ms > SHORTEST_STEP_MS)
        seconds = number(reading.switch_ms / 1_000, words.language)
        self.status.show_status(words.text("one_switch.now", seconds=seconds))
