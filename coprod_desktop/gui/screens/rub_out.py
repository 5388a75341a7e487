"""Rubbing out words that were not shared, for good: what goes, and what stays."""

from __future__ import annotations

from dataclasses import replace

from coprod_desktop.gui.form_screen import FormScreen
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import ToQuestion
from coprod_desktop.gui.read_card import ReadCard
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.model.problem import Problem


class RubOutScreen(FormScreen):
    """The words once more, and what can no longer be undone. Keeping is the main way.

    Only the pen's own draft goes; what was shared stays in the record.
    """

    def __init__(self, stage: Stage, opened: Opened, question: str) -> None:
        words = stage.words
        back = ToQuestion(question)
        super().__init__(
            stage,
            opened,
            Frame(
                words.text("rub_out.title"),
                "remove",
                back,
                main=Action(words.text("rub_out.keep"), None, self.go_back),
                private=words.text("private.unshared"),
            ),
        )
        self._question = question
        self._card = next(
            one for one in opened.document.cards(question) if one.can_write
        )
        self.body.addWidget(text_label(opened.prompt(question), "strong"))
        view = replace(self.views.written(self._card), standing="")
        self.body.addWidget(ReadCard(stage, view))
        for sentence, picture in self._consequences():
            self.body.addWidget(SaidLine(stage, sentence, picture))
        self.rub_out = BigButton(
            stage, words.text("rub_out.now"), "remove", "plain", self._rub_out
        )
        self.body.addLayout(in_a_row(self.rub_out))
        self.body.addStretch(1)

    def _consequences(self) -> tuple[tuple[str, str], ...]:
        words = self.stage.words
        told = [(words.text("rub_out.gone"), "warning-calm")]
        if self._card.statement is not None:
            told.append((words.text("rub_out.shared_stays"), "share"))
        told.append((words.text("rub_out.backups"), "folder"))
        return tuple(told)

    def _rub_out(self) -> None:
        document = self.opened.document
        try:
            document.writing.erase(self._question)
            document.flush()
        except Problem as problem:
            self.show_problem(problem)
            return
        self.went.emit(ToQuestion(self._question))
