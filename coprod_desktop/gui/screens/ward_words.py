"""The hard words that the ward explains itself: each as a tile, and adding one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from coprod_desktop.content.word_list import HardWord
from coprod_desktop.gui.going import going
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.staff_places import ToStaff
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.explained_line import elsewhere
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout


class ListedWord(NamedTuple):
    """A word of the ward as it stands in the list, and where it is changed."""

    word: HardWord
    place: object


class WardWordsScreen(Screen):
    """Everybody reads them in Help; here staff see to them."""

    def __init__(self, stage: Stage, listed: Sequence[ListedWord], new: object) -> None:
        words = stage.words
        add = Action(words.text("ward_words.add"), "add", going(self, new))
        super().__init__(
            stage,
            Frame(
                words.text("help.words_of_ward"),
                "read",
                ToStaff(),
                add,
                help=words.text("ward_words.help"),
            ),
        )
        if not listed:
            self.body.addWidget(SaidLine(stage, words.text("ward_words.none"), "idea"))
        tiles = WrapLayout(columns=2)
        tiles.setSpacing(12)
        for one in listed:
            hard = one.word
            view = TileView(
                hard.word, hard.meaning, elsewhere(stage, hard), hard.picture or None
            )
            tiles.addWidget(Tile(stage, view, going(self, one.place)))
        self.body.addLayout(tiles)
        self.body.addStretch(1)
