"""Boxes for words, with the pen behind them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.answers.pen_work import PenWork
from coprod_desktop.gui.answers.trying import BoxPen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.model.change import Change
from coprod_desktop.model.text_policy import to_code_points


@dataclass(frozen=True, slots=True)
class Inkwell:
    """Where a box's words come from and where they go."""

    text: Callable[[], AuthoredText]
    change: Callable[[Change], object]
    paste_outside: Callable[[Change], object]
    paste_inside: Callable[[int, int, AuthoredText], object]


class BoxWork(QObject):
    """Ties an editor to the pen: what was written goes to the model and comes back.

    Lives as long as the editor.
    """

    def __init__(self, editor: AnswerEditor, work: BoxPen, inkwell: Inkwell) -> None:
        super().__init__(editor)
        self._editor = editor
        self._work = work
        self._inkwell = inkwell
        editor.changed.connect(self._on_editor_changed)
        editor.pasted.connect(self._on_editor_pasted)
        editor.undo_asked.connect(work.undo)
        editor.redo_asked.connect(work.redo)
        QGuiApplication.clipboard().dataChanged.connect(self._on_clipboard_changed)

    def show_words(self) -> None:
        """Show what the model holds."""
        self._editor.show_words(self._inkwell.text())

    def _on_editor_changed(self, change: Change) -> None:
        self._work.attempt(lambda: self._inkwell.change(change))
        self.show_words()
        self._work.tell_made_visible(self._editor.made_visible)

    def _on_editor_pasted(self, change: Change) -> None:
        inside = self._work.clipping.words_for(change.new)
        inkwell = self._inkwell
        if inside is None:
            self._work.attempt(lambda: inkwell.paste_outside(change))
        else:
            self._work.attempt(
                lambda: inkwell.paste_inside(change.at, change.gone, inside)
            )
        self.show_words()
        self._work.tell_made_visible(self._editor.made_visible)

    def _on_clipboard_changed(self) -> None:
        cursor = self._editor.textCursor()
        if not self._editor.hasFocus() or not cursor.hasSelection():
            return
        text, shown = self._inkwell.text(), self._editor.words
        start = to_code_points(shown, cursor.selectionStart())
        stop = to_code_points(shown, cursor.selectionEnd())
        if stop <= len(text):
            self._work.clipping.keep(text.part(start, stop))


class WordsBox(QWidget):
    """Own words in answer to a question."""

    def __init__(self, stage: Stage, work: PenWork, label: str = "") -> None:
        """Show the box; ``label`` is for a box that does not answer alone."""
        super().__init__()
        self.editor = AnswerEditor(stage, lines=2 if label else 3)
        asked = label or work.opened.prompt(work.question.id)
        name = work.card.person.name
        self.editor.setAccessibleName(
            stage.words.text("question.answer_of", name=name, question=asked)
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        if label:
            # Below choices the empty card would not look like a place to write.
            self.editor.setProperty("role", "beside")
            shown = text_label(label, "quiet")
            shown.setBuddy(self.editor)
            column.addWidget(shown)
        column.addWidget(self.editor)
        self._box_work = BoxWork(self.editor, work, own_words(work))
        self.show_answer()

    def setFocus(  # noqa: N802 - stands in for Qt's own
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """Put the focus on the box; a focus proxy would upset the tab order."""
        self.editor.setFocus(reason)

    def show_answer(self) -> None:
        """Show what the model holds; the caret keeps its place."""
        self._box_work.show_words()


def own_words(work: PenWork) -> Inkwell:
    """Return the inkwell of the own words at a question."""
    writing, question = work.opened.document.writing, work.question.id
    return Inkwell(
        lambda: work.text,
        lambda change: writing.change(question, change),
        lambda change: writing.change(question, change, pasted=True),
        lambda at, gone, words: writing.paste(question, at, gone, words),
    )


def line_words(work: PenWork, line: int) -> Inkwell:
    """Return the inkwell of one line of a list; lines are counted from 0."""
    lists, question = work.opened.document.lists, work.question.id
    return Inkwell(
        lambda: work.line(line),
        lambda change: lists.change(question, line, change),
        lambda change: lists.change(question, line, change, pasted=True),
        lambda at, gone, words: lists.paste(question, line, at, gone, words),
    )
