"""Somebody who owns the words behind a box, as the open document does."""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.box_text import as_shown, text_in
from coprod_desktop.model.authored_text import Attribution, AuthoredText, Edit, Mode
from coprod_desktop.model.change import Change
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.rules import may_change_run, who_forbids

SAM = PersonId("sam")
PRIYA = PersonId("priya")
BY_SAM = Attribution(SAM, SAM, Mode.TYPED)
BY_PRIYA = Attribution(PRIYA, PRIYA, Mode.TYPED)
FOR_SAM = Attribution(SAM, PRIYA, Mode.WORD_FOR_WORD)


def drop(editor: AnswerEditor, what: QMimeData, at: QPoint) -> QDropEvent:
    """Drop something on a box, as the system does: it comes in, then it falls."""
    actions = Qt.DropAction.CopyAction | Qt.DropAction.MoveAction
    left, no_key = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    comes_in = QDragEnterEvent(at, actions, what, left, no_key)
    QApplication.sendEvent(editor.viewport(), comes_in)
    falls = QDropEvent(QPointF(at), actions, what, left, no_key)
    if comes_in.isAccepted():
        QApplication.sendEvent(editor.viewport(), falls)
    else:
        QApplication.sendEvent(editor.viewport(), QDragLeaveEvent())
    return falls


class Owner:
    """Applies what a pen may change, and has everything else put back."""

    def __init__(self, editor: AnswerEditor, text: AuthoredText) -> None:
        self.editor = editor
        self.text = text
        self.pen = BY_SAM
        self.refused: list[PersonId] = []
        self.accepted = 0
        self.done: list[Edit] = []
        self.undone: list[Edit] = []
        editor.show_words(text)
        editor.changed.connect(self._on_changed)
        editor.pasted.connect(self._on_pasted)
        editor.undo_asked.connect(self.undo)
        editor.redo_asked.connect(self.redo)

    @property
    def is_one_with_the_box(self) -> bool:
        """Whether the box shows the model's words, and knows that it does."""
        shown = as_shown(self.text.text)
        return shown == text_in(self.editor.document()) == self.editor.words

    def locked(self) -> list[tuple[str, Attribution]]:
        """Give the words that the pen may not change, one code point each."""
        return [
            (char, run)
            for words, run in self.text.pieces()
            if not may_change_run(self.pen, run)
            for char in words
        ]

    def undo(self) -> None:
        if self.done:
            edit = self.done.pop()
            self.undone.append(edit)
            self._show(edit.inverse())

    def redo(self) -> None:
        if self.undone:
            edit = self.undone.pop()
            self.done.append(edit)
            self._show(edit)

    def _show(self, edit: Edit) -> None:
        self.text = edit.apply(self.text)
        self.editor.show_words(self.text, edit.at + len(edit.inserted))

    def _on_changed(self, change: Change) -> None:
        self._apply(change, self.pen)

    def _on_pasted(self, change: Change) -> None:
        self._apply(change, self.pen.pasting())

    def _apply(self, change: Change, pen: Attribution) -> None:
        owner = who_forbids(pen, self.text, change.at, change.gone)
        if owner is not None:
            self.refused.append(owner)
            self.editor.show_words(self.text)
            return
        gone = self.text.part(change.at, change.at + change.gone)
        edit = Edit(change.at, gone, AuthoredText.by(pen, change.new))
        self.text = edit.apply(self.text)
        self.done.append(edit)
        self.undone.clear()
        self.accepted += 1
