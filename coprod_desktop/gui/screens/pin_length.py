"""How many figures a PIN has on this ward: six are advised, four are allowed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.staff_places import ToStaff
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.model.pins import ALLOWED
from coprod_desktop.model.problem import Problem


@dataclass(frozen=True, slots=True)
class PinLength:
    """What it is now, and how it is changed."""

    now: int
    keep: Callable[[int], None]
    """Raises Problem."""


class PinLengthScreen(Screen):
    """Two choices, and what each of them means. PINs that there are stay."""

    def __init__(self, stage: Stage, length: PinLength) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("pin_length.title"),
                "code",
                ToStaff(),
                Action(words.text("pin_length.keep"), None, self._on_asked_keep),
            ),
        )
        self._length = length
        self._figures = length.now
        for key, picture in (("six", "safe"), ("four", "think"), ("stay", "saved")):
            line = SaidLine(stage, words.text(f"pin_length.{key}"), picture)
            self.body.addWidget(line)
        self.lengths = ChoiceGrid(stage, self._options(), columns=2)
        self.lengths.setAccessibleName(self.frame.title)
        self.lengths.picked.connect(self._on_length_picked)
        self.body.addWidget(self.lengths)
        self.body.addStretch(1)

    def _options(self) -> tuple[OptionView, ...]:
        words = self.stage.words
        return tuple(
            OptionView(
                str(one),
                words.plural("pin_length.figures", one),
                None,
                one == self._figures,
            )
            for one in sorted(ALLOWED, reverse=True)
        )

    def _on_length_picked(self, figures: str) -> None:
        self._figures = int(figures)
        self.lengths.show_options(self._options())

    def _on_asked_keep(self) -> None:
        try:
            self._length.keep(self._figures)
        except Problem as problem:
            self.show_problem(problem)
            return
        self.went.emit(ToStaff())
