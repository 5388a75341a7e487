"""What do you think? Somebody answers another's shared words, in their own."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.form_screen import FormScreen
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import ToQuestion
from coprod_desktop.gui.read_card import ReadCard
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.statement_card import CardView, StatementCard
from coprod_desktop.model.authored_text import AuthoredText, Edit
from coprod_desktop.model.change import Change
from coprod_desktop.model.documents import StatementId, View
from coprod_desktop.model.problem import NotYourWords, Problem
from coprod_desktop.workspace.cards import Card

_PICTURES = {
    View.AGREE: "agree",
    View.SOME: "some",
    View.DISAGREE: "disagree",
    View.NOT_SURE: "not-sure",
    View.NOT_ASKED: "not-asked",
}


class SeeDifferentlyScreen(FormScreen):
    """Another's statement, five views, and room for own words."""

    def __init__(self, stage: Stage, opened: Opened, statement: str) -> None:
        self._statement = StatementId(statement)
        self._card = _card_of(opened, self._statement)
        words = stage.words
        super().__init__(
            stage,
            opened,
            Frame(
                words.text("differ.title"),
                "talk",
                ToQuestion(self._card.question),
                main=Action(words.text("differ.save"), "next", self._save),
                help=words.text("differ.help"),
                private=words.text("private.at_once"),
            ),
        )
        self._view: View | None = None
        self._text = AuthoredText()
        self._edits: list[Edit] = []
        self._was_warned = False
        self.grid = ChoiceGrid(stage, self._options(), words.text("differ.title"))
        self.grid.picked.connect(self._on_view_picked)
        self.editor = AnswerEditor(stage, lines=2)
        self.editor.setAccessibleName(words.text("differ.own_words"))
        self.editor.setProperty("role", "beside")
        self.editor.changed.connect(self._on_editor_changed)
        self.editor.pasted.connect(self._on_editor_changed)
        self.editor.undo_asked.connect(self._on_undo_asked)
        self._fill()

    def focus_first(self) -> None:
        """Put the focus on the first view."""
        self.grid.buttons()[0].setFocus()
        self.hear_private_first()

    def left(self) -> None:
        """Say once that words would be left behind; they are not drafted here.

        Raises:
            Problem: Words were written and not saved. The second time it lets go.
        """
        if self._text.text.strip() and not self._was_warned:
            self._was_warned = True
            raise Problem("differ.not_saved")

    def _fill(self) -> None:
        whose = self.views.whose
        self.set_where(self.opened.prompt(self._card.question))
        other = ReadCard(self.stage, self.views.written(self._card))
        other.touched.connect(self._on_card_touched)
        self.body.addWidget(other)
        pen = self.opened.pen
        own = CardView(
            pen.voice.kind,
            pen.voice.initial,
            whose.label(pen.voice),
            manner=whose.pen_at_work(pen),
        )
        self.own = StatementCard(self.stage, own)
        self.own.put(self.grid)
        self.own.put(self._own_words())
        self.body.addWidget(self.own)
        self.body.addStretch(1)

    def _own_words(self) -> QWidget:
        label = text_label(self.stage.words.text("differ.own_words"), "quiet")
        label.setBuddy(self.editor)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(label)
        column.addWidget(self.editor)
        return holder

    def _options(self) -> tuple[OptionView, ...]:
        return tuple(
            OptionView(
                one.value,
                self.stage.words.text(f"differ.{one.value}"),
                picture,
                one is self._view,
            )
            for one, picture in _PICTURES.items()
        )

    def _on_view_picked(self, view: str) -> None:
        self._view = View(view)
        self.hide_notice()
        self.grid.show_options(self._options())

    def _on_editor_changed(self, change: Change) -> None:
        new = AuthoredText.by(self.opened.document.pen, change.new)
        gone = self._text.part(change.at, change.at + change.gone)
        edit = Edit(change.at, gone, new)
        self._edits.append(edit)
        self._text = edit.apply(self._text)
        self.editor.show_words(self._text)

    def _on_undo_asked(self) -> None:
        if self._edits:
            self._text = self._edits.pop().inverse().apply(self._text)
            self.editor.show_words(self._text)

    def _on_card_touched(self) -> None:
        self.show_problem(NotYourWords(self._card.voice))

    def _save(self) -> None:
        if self._view is None:
            self.show_problem(Problem("differ.choose_first"))
            return
        words = self._text.text.strip()
        try:
            self.opened.document.news.take_stance(self._statement, self._view, words)
        except Problem as problem:
            self.show_problem(problem)
            return
        self._text = AuthoredText()
        self.went.emit(ToQuestion(self._card.question))


def _card_of(opened: Opened, statement: StatementId) -> Card:
    for question in opened.document.form.template.questions():
        for card in opened.document.cards(question.id):
            if card.statement is not None and card.statement.id == statement:
                return card
    raise KeyError(statement)
