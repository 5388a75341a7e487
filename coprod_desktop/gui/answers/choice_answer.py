"""Answers that are picked: five faces, one of some, many of some, agreement."""

from __future__ import annotations

from coprod_desktop.gui.answers.answer import Answer
from coprod_desktop.gui.answers.pen_work import PenWork
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.model.forms import QuestionKind


class ChoiceAnswer(Answer):
    """Options to pick, each with a picture and words."""

    def __init__(self, stage: Stage, work: PenWork) -> None:
        self._grid = ChoiceGrid(
            stage,
            _options(work),
            work.opened.prompt(work.question.id),
            many=work.question.kind is QuestionKind.CHOOSE_MANY,
        )
        super().__init__(stage, work, self._grid)
        self._grid.picked.connect(work.turn)

    def take_focus(self) -> None:
        buttons = self._grid.buttons()
        picked = next((one for one in buttons if one.isChecked()), buttons[0])
        picked.setFocus()

    def show_answer(self) -> None:
        super().show_answer()
        self._grid.show_options(_options(self.work))


def _options(work: PenWork) -> tuple[OptionView, ...]:
    chosen = {one.option for one in work.card.said.chosen}
    asked = work.question
    return tuple(
        OptionView(
            one.id,
            work.opened.option(asked.id, one.id),
            one.picture,
            one.id in chosen,
        )
        for one in asked.options
    )
