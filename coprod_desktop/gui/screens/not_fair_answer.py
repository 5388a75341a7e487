"""Somebody answers what is not fair, in their own words."""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.gui.answers.free_work import FreeWork
from coprod_desktop.gui.free_screen import FreeScreen
from coprod_desktop.gui.own_places import ToNotFairAnswer, ToNotFairList
from coprod_desktop.gui.read_card import ReadCard
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.statement_card import CardView
from coprod_desktop.model.documents import FlagId
from coprod_desktop.model.problem import Problem


class NotFairAnswerScreen(FreeScreen):
    """The words that are answered stay as they are, above the answer."""

    def __init__(
        self,
        stage: Stage,
        view: CardView,
        work: FreeWork,
        answer: Callable[[], None],
        flag: FlagId,
    ) -> None:
        """``answer`` tells what was written; it raises Problem."""
        words = stage.words
        frame = Frame(
            words.text("not_fair.answer_title"),
            "talk",
            ToNotFairList(),
            main=Action(words.text("not_fair.answer_tell"), "share", self._tell),
            help=words.text("not_fair.answer_help"),
            private=words.text("private.unshared"),
        )
        super().__init__(stage, frame, work, ToNotFairAnswer(flag))
        self._answer = answer
        self.body.insertWidget(0, ReadCard(stage, view))

    def _tell(self) -> None:
        try:
            self._answer()
        except Problem as problem:
            self.show_problem(problem)
            return
        self.went.emit(ToNotFairList())
