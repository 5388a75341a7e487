"""One hard word of the ward: how Help explains it, and what can be changed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coprod_desktop.content.word_list import HardWord
from coprod_desktop.gui.going import going
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.explained_line import explained_line
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.gui.word_places import ToWardWords


@dataclass(frozen=True, slots=True)
class OneWord:
    """A word as it stands, and where each part of it is changed."""

    shown: HardWord
    who_and_when: str
    parts: Sequence[tuple[TileView, object]]
    """A tile for the picture and for each language."""
    away: object
    """Where one is asked before it is taken away."""


class WardWordScreen(Screen):
    """As it stands in Help, and below it one tile for each thing to change."""

    def __init__(self, stage: Stage, word: OneWord) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("ward_words.one"),
                "read",
                ToWardWords(),
                Action(words.text("ward_words.done"), "yes", self.go_back),
                help=words.text("ward_words.one_help"),
            ),
        )
        self.body.addWidget(explained_line(stage, word.shown))
        self.body.addWidget(text_label(word.who_and_when, "quiet"))
        self.body.addWidget(Heading(words.text("ward_words.change"), 2))
        tiles = WrapLayout(columns=2)
        tiles.setSpacing(12)
        for view, place in word.parts:
            tiles.addWidget(Tile(stage, view, going(self, place)))
        self.body.addLayout(tiles)
        away = words.text("ward_words.take_away")
        button = BigButton(stage, away, "remove", run=going(self, word.away))
        self.body.addLayout(in_a_row(button))
        self.body.addStretch(1)

    def focus_first(self) -> None:
        """Stand on the main action, which changes nothing."""
        self.focus_main()
