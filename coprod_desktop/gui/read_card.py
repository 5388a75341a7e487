"""A card that is read and not written on. Whoever tries is told, calmly."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QFocusEvent,
    QInputMethodEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)

from coprod_desktop.gui.look import RING_PX
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.statement_card import CardView, StatementCard

_WRITING_KEYS = (
    QKeySequence.StandardKey.Paste,
    QKeySequence.StandardKey.Cut,
    QKeySequence.StandardKey.Undo,
    QKeySequence.StandardKey.Delete,
    QKeySequence.StandardKey.Backspace,
)


class ReadCard(StatementCard):
    """Somebody's words to read. The focus can stand on it, so that it is read aloud."""

    touched = Signal()
    """Somebody clicked, typed, pasted or dropped something here."""

    def __init__(self, stage: Stage, view: CardView) -> None:
        super().__init__(stage, view)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self.setAcceptDrops(True)

    def show_view(self, view: CardView) -> None:
        """Say something else; all of it is read aloud when the focus comes here."""
        super().show_view(view)
        pieces = [
            " ".join(part for part in (one.number, one.words, one.mark) if part)
            for one in view.pieces
        ]
        stances = [part for one in view.stances for part in (one.told, *one.words)]
        said = (
            view.before_words,
            view.new_words,
            *pieces,
            view.words,
            view.standing,
            *stances,
        )
        self.setAccessibleDescription(" ".join(part for part in said if part))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self.rect().contains(event.position().toPoint()):
            self.touched.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_written(event) or any(event.matches(keys) for keys in _WRITING_KEYS):
            self.touched.emit()
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        if event.commitString() or event.preeditString():
            self.touched.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        self.touched.emit()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._stage.look.colour("focus"), RING_PX))
            half = RING_PX // 2
            box = self.rect().adjusted(half, half, -half, -half)
            painter.drawRoundedRect(box, 16, 16)


def _is_written(event: QKeyEvent) -> bool:
    """Whether a key writes a sign. Ctrl with Alt is AltGr, which does."""
    held, modifiers = event.modifiers(), Qt.KeyboardModifier
    is_command = bool(held & (modifiers.ControlModifier | modifiers.MetaModifier))
    if is_command and not held & modifiers.AltModifier:
        return False
    return bool(event.text()) and event.text().isprintable()
