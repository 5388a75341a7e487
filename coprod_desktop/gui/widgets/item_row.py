"""One line of a list."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.gui.look import EDGE_PX
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.spoken_roles import speak_roles
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.authored_text import AuthoredText


@dataclass(frozen=True, slots=True)
class ItemView:
    """One line as it is now."""

    words: AuthoredText
    marks: tuple[OptionView, ...] = ()
    """What can be marked about it, such as whether somebody should come."""


class ItemRow(QWidget):
    """A line: its number, its words, its marks, and Up, Down, Remove."""

    moved = Signal(int)
    removed = Signal()
    marked = Signal(str)
    spoken_role = QAccessible.Role.ListItem

    def __init__(self, stage: Stage, number: int) -> None:
        super().__init__()
        speak_roles()
        self._stage = stage
        self._number = number
        shown = number + 1
        words = stage.words
        name = words.text("list.line", number=shown)
        self.setAccessibleName(name)
        self.editor = AnswerEditor(stage, lines=1)
        self.editor.setAccessibleName(name)
        self.up = BigButton(
            stage, words.text("list.up"), "up", run=lambda: self.moved.emit(-1)
        )
        self.down = BigButton(
            stage, words.text("list.down"), "down", run=lambda: self.moved.emit(1)
        )
        self.remove = BigButton(
            stage, words.text("list.remove"), "remove", run=self.removed.emit
        )
        for button in (self.up, self.down, self.remove):
            button.setAccessibleDescription(name)
        self.marks = ChoiceGrid(stage, (), name)
        self.marks.picked.connect(self.marked)
        self._build(str(shown))

    def show_item(self, item: ItemView, of: int) -> None:
        """Show the line as it is now, one of so many."""
        self.editor.show_words(item.words)
        self.marks.show_options(item.marks)
        self.marks.setVisible(bool(item.marks))
        self.up.setEnabled(self._number > 0)
        self.down.setEnabled(self._number < of - 1)

    def focus_move(self, by: int) -> None:
        """Put the focus on Up or Down, whichever can go on."""
        wanted = self.up if by < 0 else self.down
        other = self.down if by < 0 else self.up
        (wanted if wanted.isEnabled() else other).setFocus()

    def paintEvent(self, event: QPaintEvent) -> None:
        look = self._stage.look
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(look.colour("border"), 2))
        painter.setBrush(look.colour("surface"))
        painter.drawRoundedRect(
            QRectF(self.rect()).adjusted(EDGE_PX, 1, -EDGE_PX, -1), 12, 12
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_wide = self.width() > self._stage.look.text_px * 36
        directions = QBoxLayout.Direction
        wanted = directions.LeftToRight if is_wide else directions.TopToBottom
        if self._top.direction() != wanted:
            self._top.setDirection(wanted)
        super().resizeEvent(event)

    def _build(self, shown: str) -> None:
        words = QHBoxLayout()
        words.addWidget(text_label(shown, "strong"), 0, Qt.AlignmentFlag.AlignVCenter)
        words.addWidget(self.editor, 1)
        buttons = WrapLayout()
        for button in (self.up, self.down, self.remove):
            buttons.addWidget(button)
        self._top = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._top.addLayout(words, 1)
        self._top.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(16 + EDGE_PX, 8, 6 + EDGE_PX, 8)
        column.setSpacing(6)
        column.addLayout(self._top)
        column.addWidget(self.marks)
