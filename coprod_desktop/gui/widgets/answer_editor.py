"""Where a person writes. The model owns the words; this box only shows them.

Decisions 001 and 002: Qt's own undo is off, what Qt reports about changes is ignored,
and the smallest change between what stood here and what stands here is told instead.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import (
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCursor,
)
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from coprod_desktop.gui.look import EDGE_PX
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.box_text import as_shown, is_whole, text_in
from coprod_desktop.gui.widgets.our_copy import marked_copy
from coprod_desktop.gui.widgets.presence import tell_of_somebody
from coprod_desktop.gui.widgets.scrolling import Scrolling
from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.model.change import Change, smallest_change
from coprod_desktop.model.text_policy import (
    Accepted,
    accept,
    is_fit,
    to_code_points,
    to_utf16,
    utf16_length,
)


class AnswerEditor(QPlainTextEdit):
    """A box that grows with its words and says what a person changed in them.

    Each change is told once, by :attr:`changed` or :attr:`pasted`, in code points.
    The owner refuses a change by calling :meth:`show_words` with the model's words
    before its slot returns: they are then put back, and the caret and the selection
    stand where they stood.
    """

    changed = Signal(object)
    pasted = Signal(object)
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self, stage: Stage, lines: int = 3) -> None:
        """Make a box that is at least so many lines tall."""
        super().__init__()
        self._stage = stage
        self._least_lines = lines
        self._seen = ""
        self._selected = (0, 0)
        self._is_busy = False
        self._is_stale = False
        self._is_coming = False
        self._paste: tuple[Accepted, Change] | None = None
        self._made_visible = 0
        # Qt's undo would give deleted words to whoever pressed the keys (decision 001).
        self.setUndoRedoEnabled(False)
        self.document().setDocumentMargin(EDGE_PX)
        self.setTabChangesFocus(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.textChanged.connect(self._on_text_changed)
        self.cursorPositionChanged.connect(self._on_caret_moved)
        stage.board.changed.connect(self._fit)
        self._fit()

    @property
    def words(self) -> str:
        """What stands in the box."""
        return self._seen

    @property
    def made_visible(self) -> int:
        """How many signs of the last change could not be kept and were made visible."""
        return self._made_visible

    def caret(self) -> int:
        """Return where the caret is, in code points."""
        return to_code_points(self._seen, self.textCursor().position())

    def show_words(self, words: AuthoredText, caret: int | None = None) -> None:
        """Show the model's words. The caret keeps its place, or goes where it is told.

        ``caret`` counts code points.
        """
        shown = as_shown(words.text)
        if shown != self._seen:
            self._put(smallest_change(self._seen, shown, len(shown)))
            self._fit()
        if caret is not None:
            place = to_utf16(shown, caret)
            self._select(place, place)

    def event(self, event: QEvent) -> bool:
        """Let Qt finish with an event before anything is told about it."""
        if self._is_busy:
            return super().event(event)
        if event.type() in _WRITING:
            self._note_selection()
        with self._held():
            return super().event(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if self._is_busy:
            return super().viewportEvent(event)
        if event.type() in _WRITING:
            self._note_selection()
        with self._held():
            return super().viewportEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        if event.matches(keys.Undo) or event.key() == Qt.Key.Key_Undo:
            self.undo_asked.emit()
        elif event.matches(keys.Redo) or event.key() == Qt.Key.Key_Redo:
            self.redo_asked.emit()
        elif event.matches(keys.InsertLineSeparator):
            # Qt would put U+2028 here, which nobody means by Shift and Enter.
            self.textCursor().insertBlock()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        # A press inside a selection would drag words about, and move them on a slip.
        is_plain = not event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        if is_plain and self.textCursor().hasSelection():
            self.setTextCursor(self.cursorForPosition(event.position().toPoint()))
        super().mousePressEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        # What is dropped is pasted: the place it came from keeps it.
        event.setDropAction(Qt.DropAction.CopyAction)
        super().dropEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        return source.hasText()

    def insertFromMimeData(self, source: QMimeData) -> None:
        accepted = accept(source.text())
        cursor = self.textCursor()
        at = to_code_points(self._seen, cursor.selectionStart())
        stop = to_code_points(self._seen, cursor.selectionEnd())
        self._paste = accepted, Change(at, stop - at, accepted.text)
        with self._held():
            cursor.insertText(as_shown(accepted.text))
            self.setTextCursor(cursor)

    def createMimeDataFromSelection(self) -> QMimeData:
        return marked_copy(self.textCursor().selectedText().replace("\u2029", "\n"))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Wait with telling until Qt has finished what it is at."""
        was_busy = self._is_busy
        self._is_busy = True
        try:
            yield
        finally:
            self._is_busy = was_busy
            if self._is_stale and not was_busy:
                self._settle()

    def _settle(self) -> None:
        """Tell what changed since the words were last known."""
        self._is_stale = False
        paste, self._paste = self._paste, None
        before, after = self._seen, text_in(self.document())
        if not is_whole(self.document(), after):
            self._rewrite(after)
        if after == before:
            return
        caret = to_code_points(after, self.textCursor().position())
        change = smallest_change(before, after, caret)
        accepted = Accepted(change.new, 0)
        self._seen = after
        if paste is not None:
            accepted, change = paste
        elif not is_fit(change.new):
            accepted = accept(change.new)
            self._put(Change(change.at, len(change.new), accepted.text))
            change = change._replace(new=accepted.text)
        self._made_visible = accepted.made_visible
        selected = self._selected
        (self.changed if paste is None else self.pasted).emit(change)
        if self._seen == before:
            self._select(*selected)
        self._fit()

    def _put(self, change: Change) -> None:
        """Change the box without telling anybody."""
        cursor = QTextCursor(self.document())
        start = to_utf16(self._seen, change.at)
        stop = to_utf16(self._seen, change.at + change.gone)
        shown = as_shown(change.new)
        was_busy, self._is_busy = self._is_busy, True
        cursor.setPosition(start)
        cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(shown)
        self._is_busy, self._is_stale = was_busy, False
        rest = self._seen[change.at + change.gone :]
        self._seen = self._seen[: change.at] + shown + rest

    def _rewrite(self, text: str) -> None:
        """Leave out half signs, which an input method may have made."""
        cursor = self.textCursor()
        cursor.setPosition(0, QTextCursor.MoveMode.KeepAnchor)
        caret = utf16_length(cursor.selectedText())
        was_busy, self._is_busy = self._is_busy, True
        self.setPlainText(text)
        self._is_busy, self._is_stale = was_busy, False
        self._select(caret, caret)

    def _note_selection(self) -> None:
        cursor = self.textCursor()
        self._selected = (cursor.anchor(), cursor.position())

    def _select(self, anchor: int, position: int) -> None:
        """Put the selection to a place that counts UTF-16 units."""
        cursor = self.textCursor()
        end = self.document().characterCount() - 1
        cursor.setPosition(min(anchor, end))
        cursor.setPosition(min(position, end), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self._selected = (anchor, position)

    def _fit(self) -> None:
        """Grow or shrink to the words, so that only the screen scrolls."""
        document = self.document()
        top = self.blockBoundingGeometry(document.firstBlock()).top()
        bottom = self.blockBoundingGeometry(document.lastBlock()).bottom()
        least = self.fontMetrics().lineSpacing() * self._least_lines
        around = 2 * (document.documentMargin() + self.frameWidth())
        height = math.ceil(max(bottom - top, least) + around)
        if height != self.minimumHeight() or height != self.maximumHeight():
            self.setFixedHeight(height)

    def _on_text_changed(self) -> None:
        self._is_stale = True
        if not self._is_busy:
            # By no event of this box, and not by us: assistive technology wrote here.
            tell_of_somebody(self)
            self._settle()

    def _on_caret_moved(self) -> None:
        if self.hasFocus() and not self._is_coming:
            self._is_coming = True
            # The box may be about to grow, and the cards around it after that; its
            # place is true when both have been laid out.
            QTimer.singleShot(0, self, self._await_layout)

    def _await_layout(self) -> None:
        QTimer.singleShot(0, self, self._come_into_sight)

    def _come_into_sight(self) -> None:
        self._is_coming = False
        area = Scrolling.around(self)
        inside = None if area is None else area.widget()
        if area is None or inside is None:
            return
        caret = self.cursorRect()
        place = self.viewport().mapTo(inside, caret.center())
        area.ensureVisible(0, place.y(), 0, caret.height())


_WRITING = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.InputMethod,
        QEvent.Type.Drop,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
    }
)
"""Events that may change the words: where the caret stood is noted before them."""
