"""Taking a hard word out of the ward's list, after being asked."""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.content.word_list import HardWord
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.explained_line import explained_line
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.gui.word_places import ToWardWords
from coprod_desktop.model.problem import Problem


class TakeWordAwayScreen(Screen):
    """The main action keeps it."""

    def __init__(
        self, stage: Stage, word: HardWord, back: object, take: Callable[[], None]
    ) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("ward_words.away_title"),
                "remove",
                back,
                Action(words.text("ward_words.stay"), None, self.go_back),
            ),
        )
        self._take = take
        self.body.addWidget(explained_line(stage, word))
        self.body.addWidget(SaidLine(stage, words.text("ward_words.away_ends"), "hide"))
        kept = words.text("ward_words.away_kept")
        self.body.addWidget(SaidLine(stage, kept, "saved"))
        away = words.text("ward_words.take_away")
        button = BigButton(stage, away, "remove", "plain", self._on_asked_take)
        self.body.addLayout(in_a_row(button))
        self.body.addStretch(1)

    def focus_first(self) -> None:
        """Stand on the main action, which takes nothing away."""
        self.focus_main()

    def _on_asked_take(self) -> None:
        try:
            self._take()
        except Problem as problem:
            self.show_problem(problem)
            return
        self.went.emit(ToWardWords())
