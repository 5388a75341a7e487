"""Finding one's own words again, with where and when they were written."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.places import ToHome
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.gui.widgets.plain import discard, long_words, text_label
from coprod_desktop.i18n.dates import long_date
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.search_words import question_words
from coprod_desktop.workspace.finding_words import FoundOwn

Find = Callable[[str], tuple[FoundOwn, ...]]


class FindWordsScreen(Screen):
    """A line to write in, and below it everything that holds those words."""

    def __init__(self, stage: Stage, find: Find) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("find.title"),
                "search",
                ToHome(),
                main=Action(words.text("find.now"), None, self._find),
                help=words.text("find.help"),
                private=words.text("private.unshared"),
            ),
        )
        self._ask = find
        self.asked = LineField(words.text("find.word"))
        self.asked.entered.connect(self._find)
        self.found: tuple[FoundOwn, ...] = ()
        self._results = QWidget()
        self.body.addWidget(self.asked)
        self.body.addWidget(self._results)
        self.body.addStretch(1)

    def focus_first(self) -> None:
        """Put the focus where the word is written."""
        self.asked.setFocus()
        self.hear_private_first()

    def _find(self) -> None:
        words, asked = self.stage.words, self.asked.text()
        self.hide_notice()
        if not question_words(asked):
            self.asked.show_error(words.text("find.missing"))
            self.asked.setFocus()
            return
        try:
            self.found = self._ask(asked)
        except Problem as problem:
            self.show_problem(problem)
            return
        self._show_found()
        count = len(self.found)
        if count:
            self.show_notice(words.text("find.count", count=count), "good")
        else:
            self.show_notice(words.text("find.nothing"), "calm")

    def _show_found(self) -> None:
        words = self.stage.words
        at = self.body.indexOf(self._results)
        self.body.removeWidget(self._results)
        discard(self._results)
        self._results = QWidget()
        column = QVBoxLayout(self._results)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.stage.look.gap_px)
        for one in self.found:
            day = long_date(one.at.date(), words.language)
            key = "find.shared" if one.is_shared else "find.draft"
            column.addWidget(Heading(one.prompt, 2))
            where = words.text("find.where", form=one.form, part=one.part)
            column.addWidget(text_label(where, "quiet"))
            column.addWidget(text_label(words.text(key, date=day), "quiet"))
            column.addWidget(long_words(one.words))
        self.body.insertWidget(at, self._results)
