"""Three ways for what is not fair: the meeting, the advocate, or nobody else."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from coprod_desktop.gui.own_places import ToNotFair
from coprod_desktop.gui.read_card import ReadCard
from coprod_desktop.gui.screen import Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.statement_card import CardView
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.problem import Problem

Take = Callable[[], object]
"""Goes one way; returns the place to go to. Raises Problem."""


class Ways(NamedTuple):
    """What can be done with what was written."""

    tell_meeting: Take
    for_advocate: Take
    keep: Take


class NotFairChoiceScreen(Screen):
    """The words once more, and three tiles that say what happens. None is chosen."""

    def __init__(self, stage: Stage, view: CardView, ways: Ways) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("not_fair.choice"),
                "decision",
                ToNotFair(),
                help=words.text("not_fair.choice_help"),
                private=words.text("not_fair.private"),
            ),
        )
        self.tell_meeting = self._tile(
            words.text("not_fair.meeting"),
            words.text("not_fair.meeting_says"),
            "people",
            ways.tell_meeting,
        )
        self.for_advocate = self._tile(
            words.text("not_fair.advocate"),
            words.text("not_fair.advocate_says"),
            "print",
            ways.for_advocate,
        )
        self.keep = self._tile(
            words.text("not_fair.keep"),
            words.text("not_fair.keep_says"),
            "private",
            ways.keep,
        )
        tiles = WrapLayout(columns=3)
        tiles.setSpacing(12)
        for tile in (self.tell_meeting, self.for_advocate, self.keep):
            tiles.addWidget(tile)
        self.body.addWidget(ReadCard(stage, view))
        self.body.addLayout(tiles)
        self.body.addStretch(1)

    def focus_first(self) -> None:
        """Put the focus on the words, after who reads them."""
        super().focus_first()
        self.hear_private_first()

    def _tile(self, title: str, says: str, picture: str, take: Take) -> Tile:
        view = TileView(title, says, picture=picture)
        return Tile(self.stage, view, lambda: self._take(take))

    def _take(self, take: Take) -> None:
        try:
            place = take()
        except Problem as problem:
            self.show_problem(problem)
            return
        self.went.emit(place)
