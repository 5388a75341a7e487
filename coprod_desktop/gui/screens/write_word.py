"""Writing a hard word and the one sentence that explains it, in one language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QTimer

from coprod_desktop.content.word_list import HardWord
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.explained_line import explained_line
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.ward_words import MOST_WORDS, ToldIn


@dataclass(frozen=True, slots=True)
class WritingWord:
    """What stands in the lines, and what is done with them."""

    language: str
    """What the language calls itself."""
    told: ToldIn
    """What was written before; empty words where nothing was."""
    beside: HardWord | None
    """The word in the language it was first written in, where that is another."""
    keep: Callable[[ToldIn], object]
    """Keeps it, and returns where to go then. Raises Problem."""
    drop: Callable[[], object] | None
    """Explains it no longer in this language; None where that cannot be."""
    back: object


class WriteWordScreen(Screen):
    """A line for the word and a line for its sentence; what is wrong stands beside."""

    def __init__(self, stage: Stage, writing: WritingWord) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("ward_words.write"),
                "write",
                writing.back,
                Action(words.text("ward_words.keep"), None, self._on_asked_keep),
                outs=self._outs(stage, writing),
                help=words.text("ward_words.write_help"),
            ),
        )
        self._writing = writing
        self.set_where(writing.language)
        if writing.beside is not None:
            self.body.addWidget(explained_line(stage, writing.beside))
        self.word = LineField(words.text("ward_words.word"))
        self.meaning = LineField(
            words.text("ward_words.meaning"),
            words.text("ward_words.meaning_help", most=MOST_WORDS),
            longest=400,
        )
        self.word.set_text(writing.told.word)
        self.meaning.set_text(writing.told.meaning)
        self.word.entered.connect(self.meaning.setFocus)
        self.meaning.entered.connect(self._on_asked_keep)
        self.body.addWidget(self.word)
        self.body.addWidget(self.meaning)
        self.body.addStretch(1)

    def _outs(self, stage: Stage, writing: WritingWord) -> tuple[Action, ...]:
        if writing.drop is None:
            return ()
        text = stage.words.text
        words = text("ward_words.drop_language", language=writing.language)
        return (Action(words, "remove", self._on_asked_drop),)

    def _on_asked_keep(self) -> None:
        told = ToldIn(
            self._writing.told.language, self.word.text(), self.meaning.text()
        )
        try:
            place = self._writing.keep(told)
        except Problem as problem:
            self._show_what_is_wrong(problem)
            return
        self.went.emit(place)

    def _show_what_is_wrong(self, problem: Problem) -> None:
        """Say it beside the line that it is about, and stand there."""
        of_word = ("ward_words.word_empty", "ward_words.word_there")
        is_of_meaning = problem.key.startswith("ward_words.meaning")
        if problem.key in of_word or is_of_meaning:
            field = self.meaning if is_of_meaning else self.word
            field.show_error(self.sentence(problem))
            field.setFocus()
            box, area = field.box, self.area
            # The box has its new place a moment later.
            QTimer.singleShot(0, box, lambda: area.show_whole(box))
        else:
            self.show_problem(problem)

    def _on_asked_drop(self) -> None:
        drop = self._writing.drop
        if drop is None:
            return
        try:
            place = drop()
        except Problem as problem:
            self.show_problem(problem)
            return
        self.went.emit(place)
