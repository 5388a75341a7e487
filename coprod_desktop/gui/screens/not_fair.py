"""Something is not fair here: written down in own words, before anybody sees it."""

from __future__ import annotations

from coprod_desktop.gui.answers.free_work import FreeWork
from coprod_desktop.gui.free_screen import FreeScreen
from coprod_desktop.gui.going import going
from coprod_desktop.gui.own_places import ToNotFair, ToNotFairChoice, ToNotFairList
from coprod_desktop.gui.places import GoBack
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.model.problem import Problem


class NotFairScreen(FreeScreen):
    """One box; who sees it is chosen after that."""

    def __init__(self, stage: Stage, work: FreeWork, *, has_before: bool) -> None:
        words = stage.words
        before = Action(words.text("not_fair.before"), "list", self._go_to_before)
        frame = Frame(
            words.text("not_fair.title"),
            "rights",
            GoBack(),
            main=Action(words.text("not_fair.go_on"), "next", self._go_on),
            outs=(before,) if has_before else (),
            help=words.text("not_fair.help"),
            private=words.text("not_fair.private"),
        )
        super().__init__(stage, frame, work, ToNotFair())

    def _go_on(self) -> None:
        if not self._work.writing.text.text.strip():
            self.show_problem(Problem("workspace.flag_empty"))
            return
        going(self, ToNotFairChoice())()

    def _go_to_before(self) -> None:
        going(self, ToNotFairList())()
