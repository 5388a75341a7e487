"""A list in somebody's own order: lines with Up, Down and Remove, and one to add."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.item_row import ItemRow, ItemView
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.gui.widgets.plain import discard
from coprod_desktop.gui.widgets.spoken_roles import speak_roles


@dataclass(frozen=True, slots=True)
class ListWords:
    """What the list asks for."""

    name: str
    """The question, for assistive technology."""
    add: str
    """The label of the line to add: "Something to talk about"."""


EditorMade = Callable[[int, AnswerEditor], None]
"""Told once for each line's editor, with the line's number from 0."""


class ItemList(QWidget):
    """Lines to add, change, move, mark and remove. Every change is asked of the owner.

    A line's words stand in an :class:`AnswerEditor`; ``editor_made`` is where the
    owner connects its signals.
    """

    added = Signal(str)
    moved = Signal(int, int)
    """A line's number, and by how much: -1 is up."""
    removed = Signal(int)
    marked = Signal(int, str)
    """A line's number, and the option that was picked."""

    spoken_role = QAccessible.Role.List

    def __init__(
        self, stage: Stage, words: ListWords, editor_made: EditorMade | None = None
    ) -> None:
        super().__init__()
        speak_roles()
        self._stage = stage
        self._editor_made = editor_made
        self._rows: list[ItemRow] = []
        self.setAccessibleName(words.name)
        self._lines = QVBoxLayout()
        self.adding = LineField(words.add, longest=2000)
        self.adding.entered.connect(self.add_what_is_written)
        self.add_button = BigButton(
            stage, stage.words.text("list.add"), "add", run=self.add_what_is_written
        )
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addLayout(self._lines)
        self._column.addWidget(self.adding)
        row = QHBoxLayout()
        row.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeading)
        row.addStretch(1)
        self._column.addLayout(row)

    def show_items(self, items: tuple[ItemView, ...]) -> None:
        """Show these lines as they are now. Lines keep their editors and the focus."""
        while len(self._rows) > len(items):
            row = self._rows.pop()
            self._lines.removeWidget(row)
            discard(row)
        while len(self._rows) < len(items):
            self._add_row(len(self._rows))
        for row, item in zip(self._rows, items, strict=True):
            row.show_item(item, len(items))

    def rows(self) -> tuple[ItemRow, ...]:
        """Return the lines in order."""
        return tuple(self._rows)

    def add_what_is_written(self) -> None:
        """Ask for the line that is being written, if there is one.

        Owners call it before they leave, so that it is not lost.
        """
        words = self.adding.text().strip()
        if words:
            self.adding.box.clear()
            self.added.emit(words)

    def _add_row(self, number: int) -> None:
        row = ItemRow(self._stage, number)
        row.moved.connect(lambda by: self._on_row_moved(number, by))
        row.removed.connect(lambda: self._on_row_removed(number))
        row.marked.connect(lambda option: self.marked.emit(number, option))
        self._rows.append(row)
        self._lines.addWidget(row)
        if self._editor_made is not None:
            self._editor_made(number, row.editor)

    def _on_row_moved(self, number: int, by: int) -> None:
        self.moved.emit(number, by)
        at = number + by
        if 0 <= at < len(self._rows):
            self._rows[at].focus_move(by)

    def _on_row_removed(self, number: int) -> None:
        self.removed.emit(number)
        if self._rows:
            self._rows[min(number, len(self._rows) - 1)].remove.setFocus()
        else:
            self.adding.setFocus()
