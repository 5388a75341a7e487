"""A card to write on that belongs to no form: whose words, who writes, and a box."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.answers.free_work import FreeWork
from coprod_desktop.gui.answers.words_box import BoxWork
from coprod_desktop.gui.pen_choice import PenRows
from coprod_desktop.gui.problems import sentence_for
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.whose_words import WhoseWords
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.plain import discard
from coprod_desktop.gui.widgets.statement_card import CardView, StatementCard
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.authored_text import Attribution
from coprod_desktop.model.problem import Problem


class FreeCard(QWidget):
    """The pens, the card with its box, and undo."""

    def __init__(self, stage: Stage, work: FreeWork, asked: str) -> None:
        """``asked`` is what the box is for; a screen reader says it."""
        super().__init__()
        self._stage = stage
        self._work = work
        self._asked = asked
        self._whose = WhoseWords(stage.words, work)
        self._notice: Notice | None = None
        self._is_refused = False
        self.pens = PenRows(stage, work)
        self.card = StatementCard(stage, self._view())
        self.editor = AnswerEditor(stage, lines=4)
        self.card.put(self.editor)
        self._box_work = BoxWork(self.editor, work, work.inkwell)
        words = stage.words
        self.undo_button = BigButton(
            stage, words.text("question.undo"), "undo", "quiet", work.undo
        )
        self.redo_button = BigButton(
            stage, words.text("question.redo"), None, "quiet", work.redo
        )
        self.spelling = BigButton(stage, words.text("question.check_spelling"), "learn")
        self._build()
        self.pens.taken.connect(self._on_pen_taken)
        work.changed.connect(self._on_work_changed)
        work.refused.connect(self._on_work_refused)
        self._show_pen()

    def take_focus(self) -> None:
        """Put the focus into the box."""
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def notice(self) -> Notice | None:
        """What is being said about what was tried, if anything."""
        return self._notice

    def _build(self) -> None:
        steps = WrapLayout()
        buttons = (self.undo_button, self.redo_button, self.spelling, self.pens.more)
        for button in buttons:
            steps.addWidget(button)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(self._stage.look.below_px())
        self._column.addWidget(self.pens)
        self._column.addWidget(self.card)
        self._column.addLayout(steps)

    def _view(self) -> CardView:
        pen = self._work.pen
        return CardView(
            pen.voice.kind,
            pen.voice.initial,
            self._whose.label(pen.voice),
            manner=self._whose.pen_at_work(pen),
        )

    def _show_pen(self) -> None:
        self.pens.show_pens()
        self.card.show_view(self._view())
        name = self._work.pen.voice.name
        self.editor.setAccessibleName(
            self._stage.words.text(
                "question.answer_of", name=name, question=self._asked
            )
        )
        # How another person spells is theirs.
        self.spelling.setVisible(self._work.pen.attribution.is_own_hand)
        self._box_work.show_words()
        self._show_steps()

    def _show_steps(self) -> None:
        self.undo_button.setEnabled(self._work.writing.may_undo)
        self.redo_button.setEnabled(self._work.writing.may_redo)

    def _on_pen_taken(self, pen: Attribution) -> None:
        self._work.writing.take_pen(pen)
        self._hide_notice()
        self._show_pen()
        self.take_focus()

    def _on_work_changed(self) -> None:
        if not self._is_refused:
            self._hide_notice()
        self._is_refused = False
        self._box_work.show_words()
        self._show_steps()

    def _on_work_refused(self, problem: Problem) -> None:
        self._is_refused = True
        self._hide_notice()
        said = sentence_for(problem, self._stage.words, self._work.name)
        self._notice = Notice(self._stage, said)
        self._column.insertWidget(self._column.indexOf(self.card), self._notice)

    def _hide_notice(self) -> None:
        if self._notice is not None:
            self._column.removeWidget(self._notice)
            discard(self._notice)
            self._notice = None
