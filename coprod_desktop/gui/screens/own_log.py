"""Who has seen my words? Everything that was done with one person's words."""

from __future__ import annotations

from typing import NamedTuple

from coprod_desktop.gui.going import going
from coprod_desktop.gui.own_places import ToOwnLogPaper
from coprod_desktop.gui.places import ToHome
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.day_card import DayCard, DayView
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.notice import Notice

DAYS_AT_ONCE = 7
"""More days than these are shown when they are asked for."""


class OwnLogView(NamedTuple):
    """What happened, the newest day first."""

    new: tuple[DayView, ...]
    """Since the person last looked."""
    before: tuple[DayView, ...]
    others_here: str = ""
    """A sentence about who else is here; empty when the person is alone."""


class OwnLogScreen(Screen):
    """What is new comes first. Nobody can change any of it."""

    def __init__(self, stage: Stage, view: OwnLogView) -> None:
        words = stage.words
        paper = Action(words.text("own_log.paper"), "print", self._go_to_paper)
        super().__init__(
            stage,
            Frame(
                words.text("own_log.title"),
                "eye",
                ToHome(),
                main=paper,
                help=words.text("own_log.help"),
            ),
        )
        if view.others_here:
            self.set_where(view.others_here)
        self._later = list(view.before)
        self.days: list[DayCard] = []
        self.more = BigButton(
            stage, words.text("own_log.more"), "down", "quiet", self._show_more
        )
        if view.new:
            self.body.addWidget(Heading(words.text("own_log.new"), level=2))
            self._show(view.new)
        elif view.before:
            self.body.addWidget(Notice(stage, words.text("own_log.nothing_new")))
        else:
            self.body.addWidget(Notice(stage, words.text("own_log.nothing")))
        if view.before:
            self.body.addWidget(Heading(words.text("own_log.before"), level=2))
        self.body.addWidget(self.more)
        self.body.addStretch(1)
        self._show_days_before()

    def _show(self, days: tuple[DayView, ...]) -> None:
        for day in days:
            self.days.append(DayCard(self.stage, day))
            self.body.addWidget(self.days[-1])

    def _show_days_before(self) -> None:
        shown, self._later = self._later[:DAYS_AT_ONCE], self._later[DAYS_AT_ONCE:]
        for day in shown:
            self.days.append(DayCard(self.stage, day))
            at = self.body.indexOf(self.more)
            self.body.insertWidget(at, self.days[-1])
        self.more.setVisible(bool(self._later))

    def _show_more(self) -> None:
        first = len(self.days)
        self._show_days_before()
        self.days[first].show()
        self.days[first].setFocus()

    def _go_to_paper(self) -> None:
        going(self, ToOwnLogPaper())()
