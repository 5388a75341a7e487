"""What somebody must be told when they have signed in, before anything else."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.plain import long_words, text_label
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.model.problem import Problem


class ToldThing(NamedTuple):
    """One thing that happened."""

    title: str
    lines: tuple[tuple[str, str], ...]
    """Sentences, each with its picture."""
    reason: str = ""
    """Somebody's own words why."""


class VoiceNewsScreen(Screen):
    """One part a thing. There is no way round it, and nothing to decide."""

    def __init__(
        self,
        stage: Stage,
        told: Sequence[ToldThing],
        seen: Callable[[], object],
    ) -> None:
        """Show what happened; ``seen`` remembers that it was read, and says where to.

        ``seen`` raises Problem where that could not be remembered.
        """
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("voice_news.title"),
                "eye",
                main=Action(words.text("voice_news.seen"), "next", self._go_on),
                help=words.text("voice_news.help"),
            ),
        )
        self._seen = seen
        for one in told:
            self._show(one)
        self.body.addStretch(1)

    def _show(self, one: ToldThing) -> None:
        self.body.addWidget(Heading(one.title, level=2))
        for sentence, picture in one.lines:
            self.body.addWidget(SaidLine(self.stage, sentence, picture))
        if one.reason:
            why = self.stage.words.text("voice_news.reason")
            self.body.addWidget(text_label(why, "strong"))
            self.body.addWidget(long_words(one.reason))

    def _go_on(self) -> None:
        try:
            place = self._seen()
        except Problem as problem:
            self.show_problem(problem)
            return
        self.went.emit(place)
