"""After how many minutes without a touch the computer locks on this ward."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.staff_places import ToStaff
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.model.problem import Problem


@dataclass(frozen=True, slots=True)
class IdleMinutes:
    """What it is now, what it can be, and how it is changed."""

    now: int
    choices: tuple[int, ...]
    keep: Callable[[int], None]
    """Raises Problem."""


class IdleMinutesScreen(Screen):
    """Every number of minutes there is, and what it is for."""

    def __init__(self, stage: Stage, minutes: IdleMinutes) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("idle_minutes.title"),
                "clock",
                ToStaff(),
                Action(words.text("idle_minutes.keep"), None, self._on_asked_keep),
            ),
        )
        self._minutes = minutes
        self._picked = minutes.now
        for sentence, picture in (
            (words.text("idle_minutes.short"), "lock"),
            (words.text("idle_minutes.long"), "wait"),
        ):
            self.body.addWidget(SaidLine(stage, sentence, picture))
        self.choices = ChoiceGrid(stage, self._options(), self.frame.title, columns=5)
        self.choices.picked.connect(self._on_minutes_picked)
        self.body.addWidget(self.choices)
        self.body.addStretch(1)

    def _options(self) -> tuple[OptionView, ...]:
        words = self.stage.words
        return tuple(
            OptionView(
                str(one),
                words.plural("idle_minutes.minutes", one),
                None,
                one == self._picked,
            )
            for one in self._minutes.choices
        )

    def _on_minutes_picked(self, minutes: str) -> None:
        self._picked = int(minutes)
        self.choices.show_options(self._options())

    def _on_asked_keep(self) -> None:
        try:
            self._minutes.keep(self._picked)
        except Problem as problem:
            self.show_problem(problem)
            return
        self.went.emit(ToStaff())
