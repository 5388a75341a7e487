"""Spelling help: one word after another that the dictionary does not know."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from coprod_desktop.gui.form_screen import trouble_of
from coprod_desktop.gui.problems import sentence_for
from coprod_desktop.gui.saved_line import SavedLine
from coprod_desktop.gui.saving import SaveWatch
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.plain import discard, long_words, text_label
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.i18n.offered import offered
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.spelled_words import SpelledWord
from coprod_desktop.workspace.autosave import SaveState
from coprod_desktop.workspace.spelling import Find, Spelling

AROUND = 60
"""How many letters of the words before and behind a word are shown with it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """Where the words are kept that are gone over."""

    back: object
    """The place where they are written."""
    saving: SaveWatch
    state: Callable[[], SaveState]
    flush: Callable[[], None]
    """Saves them now; raises Problem."""
    is_near: Callable[[], bool]
    """Whether the disk is nearly full."""
    name: Callable[[str], str]
    """Gives the name of somebody, by id."""
    private: str
    """The key of the sentence that says who sees them."""


class SpellingScreen(Screen):
    """Nothing changes but by a press on another word, and undo gives the old one back.

    The word stands in its sentence; leaving it as it is comes first.
    """

    def __init__(
        self,
        stage: Stage,
        kept: Kept,
        spelling: Spelling,
        find: Find,
    ) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("spelling.title"),
                "learn",
                kept.back,
                Action(words.text("spelling.stop"), None, self.go_back),
                help=words.text("spelling.help"),
                private=words.text(kept.private),
            ),
        )
        self._kept = kept
        self._spelling = spelling
        self._find = find
        self._taken: list[int] = []
        """Where each word stood that was taken; the last one is taken back first."""
        self._told = ""
        self.tiles: tuple[Tile, ...] = ()
        self.undo: BigButton | None = None
        self._asked = QWidget()
        self.body.addWidget(self._asked)
        self.body.addStretch(1)
        self.status = SavedLine(stage)
        self.set_status(self.status)
        kept.saving.changed.connect(self._on_saving_changed)
        self._on_saving_changed()
        self._begin()

    def focus_first(self) -> None:
        """Put the focus on leaving the word as it is."""
        self._stand_first()
        self.hear_private_first()

    def left(self) -> None:
        """Save what was taken, and give the dictionary back.

        Raises:
            Problem: It could not be saved.
        """
        self._spelling.close()
        self._kept.flush()

    def sentence(self, problem: Problem) -> str:
        """Return a problem as a sentence, with the names of the people in it."""
        return sentence_for(problem, self.stage.words, self._kept.name)

    def _stand_first(self) -> None:
        """Stand on the first thing that can be pressed about the word."""
        first = self.tiles[0] if self.tiles else self.undo
        if first is None:
            self.focus_main()
            return
        first.setFocus(Qt.FocusReason.OtherFocusReason)
        area = self.area
        # It has its place a moment later, and the focus is never out of sight.
        QTimer.singleShot(0, first, lambda: area.ensureWidgetVisible(first))

    # --- Which word ------------------------------------------------------------------

    def _begin(self) -> None:
        """Find the dictionary beside the window: a big one takes half a second."""
        spelling, find = self._spelling, self._find
        self._say("spelling.looking", "wait")

        def on_done(_: bool) -> None:
            if not isValid(self):
                spelling.close()
                return
            self._show_word()
            if self.isVisible():
                self.focus_first()

        def on_failed(error: Exception) -> None:
            raise error

        self.stage.background.run(lambda: spelling.open(find), on_done, on_failed)

    def _go_on(self) -> None:
        """Show the next word; the dictionary was given back while it was locked."""
        if not self._spelling.is_open:
            self._begin()
            return
        self._show_word()
        self._stand_first()

    def _on_left_as_it_is(self, word: SpelledWord) -> None:
        self._spelling.leave(word)
        self._go_on()

    def _on_word_taken(self, word: SpelledWord, instead: str) -> None:
        try:
            self._spelling.take(word, instead)
        except Problem as problem:
            self.show_problem(problem)
            return
        self._taken.append(word.at)
        self._go_on()

    def _on_undo_asked(self) -> None:
        try:
            self._spelling.take_back(self._taken[-1])
        except Problem as problem:
            self.show_problem(problem)
            return
        self._taken.pop()
        self._go_on()

    def _on_saving_changed(self) -> None:
        state = self._kept.state()
        self.status.show_saved(state.saved)
        told = trouble_of(self, state, self._kept.is_near)
        if told and told != self._told:
            self.show_notice(told)
        self._told = told or self._told

    # --- What is shown ---------------------------------------------------------------

    def _show_word(self) -> None:
        self.hide_notice()
        word = self._spelling.next_word() if self._spelling.is_open else None
        if word is None:
            language = self._spelling.language
            name = next(
                (one.name for one in offered() if one.tag == language), language
            )
            is_open = self._spelling.is_open
            key = "spelling.end" if is_open else "spelling.none"
            self._say(key, "yes" if is_open else "not-sure", language=name)
            return
        words, column = self.stage.words, self._emptied()
        column.addWidget(self._sentence(word))
        tiles = WrapLayout(columns=2)
        tiles.setSpacing(12)
        leave = TileView(words.text("spelling.leave"), word.word, picture="yes")
        found = self._spelling.offered(word)
        self.tiles = (
            Tile(self.stage, leave, partial(self._on_left_as_it_is, word)),
            *(
                Tile(
                    self.stage,
                    TileView(one, picture="write"),
                    partial(self._on_word_taken, word, one),
                )
                for one in found
            ),
        )
        for tile in self.tiles:
            tiles.addWidget(tile)
        column.addLayout(tiles)
        if not found:
            column.addWidget(text_label(words.text("spelling.nothing_like"), "quiet"))
        self._end(column)

    def _sentence(self, word: SpelledWord) -> QWidget:
        """Return the words around a word, with the word pointed out."""
        text = self._spelling.text
        start = max(0, word.at - AROUND, text.rfind("\n", 0, word.at) + 1)
        stop = text.find("\n", word.end)
        stop = min(word.end + AROUND, len(text) if stop < 0 else stop)
        while 0 < start < word.at and not text[start - 1].isspace():
            start += 1
        while word.end < stop < len(text) and not text[stop].isspace():
            stop -= 1
        shown = long_words(text[start:stop])
        shown.point_out(word.at - start, word.end - start)
        return shown

    def _say(self, key: str, picture: str, **named: str) -> None:
        column = self._emptied()
        words = self.stage.words.text(key, **named)
        column.addWidget(SaidLine(self.stage, words, picture))
        self._end(column)

    def _end(self, column: QVBoxLayout) -> None:
        """Add the way back of what was taken last, and show it all."""
        if self._taken:
            words = self.stage.words.text("question.undo")
            self.undo = BigButton(self.stage, words, "undo", run=self._on_undo_asked)
            column.addLayout(in_a_row(self.undo))
        if self.isVisible():
            # A layout shows it a moment later, and nothing hidden takes the focus.
            self._asked.show()

    def _emptied(self) -> QVBoxLayout:
        """Return the column for what is shown next, with nothing in it."""
        at = self.body.indexOf(self._asked)
        self.body.removeWidget(self._asked)
        discard(self._asked)
        self.tiles, self.undo = (), None
        self._asked = QWidget()
        column = QVBoxLayout(self._asked)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.stage.look.below_px())
        self.body.insertWidget(at, self._asked)
        return column
