"""Answers that are a day."""

from __future__ import annotations

from datetime import date

from coprod_desktop.gui.answers.answer import Answer
from coprod_desktop.gui.answers.pen_work import PenWork
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.date_choice import DateChoice


class DateAnswer(Answer):
    """A day, picked in words or step by step."""

    def __init__(self, stage: Stage, work: PenWork) -> None:
        self._choice = DateChoice(stage, work.opened.prompt(work.question.id))
        super().__init__(stage, work, self._choice)
        self._choice.picked.connect(work.choose)
        self.show_answer()

    def take_focus(self) -> None:
        self._choice.quick.buttons()[0].setFocus()

    def show_answer(self) -> None:
        super().show_answer()
        chosen = self.work.card.said.chosen
        self._choice.show_day(date.fromisoformat(chosen[0].option) if chosen else None)
