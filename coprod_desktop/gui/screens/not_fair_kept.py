"""What happens now with what is not fair."""

from __future__ import annotations

from coprod_desktop.gui.going import going
from coprod_desktop.gui.own_places import ToNotFairList
from coprod_desktop.gui.places import GoBack
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.said_line import SaidLine


class NotFairKeptScreen(Screen):
    """Says who sees it and what comes next, and goes back to where somebody was."""

    def __init__(self, stage: Stage, *, is_told: bool) -> None:
        words = stage.words
        title = "not_fair.told_title" if is_told else "not_fair.kept_title"
        super().__init__(
            stage,
            Frame(
                words.text(title),
                "people" if is_told else "private",
                main=Action(words.text("not_fair.done"), "next", self._done),
                outs=(Action(words.text("not_fair.before"), "list", self._look),),
            ),
        )
        told = (
            ("not_fair.told_read", "eye"),
            ("not_fair.told_answer", "talk"),
            ("not_fair.told_stays", "lock"),
        )
        kept = (
            ("not_fair.kept_read", "private"),
            ("not_fair.kept_later", "share"),
            ("not_fair.kept_erase", "remove"),
        )
        for key, picture in told if is_told else kept:
            self.body.addWidget(SaidLine(stage, words.text(key), picture))
        self.body.addStretch(1)

    def _done(self) -> None:
        going(self, GoBack())()

    def _look(self) -> None:
        going(self, ToNotFairList())()
