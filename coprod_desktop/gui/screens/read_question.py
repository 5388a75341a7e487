"""One picture question about reading: press one, and everything shows at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from coprod_desktop.gui.read_options import QUESTIONS, ways_of
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.model.reading import Reading

MOST_COLUMNS = 4


class ReadAsked(NamedTuple):
    """Which question is asked, and where its buttons lead."""

    which: int
    before: Reading
    """How they read when it was first shown: "Not now" goes on with that."""
    next: Callable[[], object]
    """Goes on to the next question; returns its place, or what comes after all."""
    past: Callable[[], object] | None = None
    """Goes past all questions; None where this is the only one."""
    back: object | None = None
    again: object | None = None
    """The place that shows it anew where it covers another screen."""
    keeps: str = ""
    """For whom it is kept; empty while nobody is here."""


class ReadQuestionScreen(Screen):
    """Nothing needs to be picked, and each can be left by one press."""

    def __init__(self, stage: Stage, asked: ReadAsked) -> None:
        words = stage.words
        self._asked = asked
        self.question = list(QUESTIONS)[asked.which]
        is_one_of_many = asked.past is not None
        frame = Frame(
            words.text(f"read_ask.{self.question}"),
            QUESTIONS[self.question],
            asked.back,
            self._main(stage),
            self._outs(stage) if is_one_of_many else (),
            words.text(f"read_ask.{self.question}_help"),
        )
        super().__init__(stage, frame)
        self.anew = asked.again
        if is_one_of_many:
            at, of = asked.which + 1, len(QUESTIONS)
            self.set_where(words.text("read_ask.where", n=at, of=of))
        self.ways = ChoiceGrid(stage, self._views(), frame.title, columns=MOST_COLUMNS)
        self.ways.picked.connect(self._on_way_picked)
        self.body.addWidget(self.ways)
        if is_one_of_many:
            for said in (words.text("read_ask.later"), asked.keeps):
                if said:
                    self.body.addWidget(text_label(said, "quiet"))
        self.body.addStretch(1)
        stage.board.changed.connect(self._show_ways)

    def _main(self, stage: Stage) -> Action:
        if self._asked.past is None:
            return Action(stage.words.text("text_size.done"), None, self._go_on)
        return Action(stage.words.text("read_ask.next"), "next", self._go_on)

    def _outs(self, stage: Stage) -> tuple[Action, ...]:
        words = stage.words
        return (
            Action(words.text("read_ask.not_now"), None, self._not_now),
            Action(words.text("read_ask.past"), None, self._go_past),
        )

    def _views(self) -> tuple[OptionView, ...]:
        return tuple(one.view for one in ways_of(self.stage, self.question))

    def _show_ways(self) -> None:
        self.ways.show_options(self._views())

    def _on_way_picked(self, picked: str) -> None:
        ways = ways_of(self.stage, self.question)
        way = next(one for one in ways if one.view.id == picked)
        board = self.stage.board
        board.read_as(board.reading._replace(**way.changes))

    def _go_on(self) -> None:
        self.went.emit(self._asked.next())

    def _not_now(self) -> None:
        self.stage.board.read_as(self._asked.before)
        self._go_on()

    def _go_past(self) -> None:
        if self._asked.past is not None:
            self.went.emit(self._asked.past())
