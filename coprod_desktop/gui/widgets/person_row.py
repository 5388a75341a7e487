"""Somebody in a list: picture, name, how it stands with them, and what can be done."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.picture import Picture
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.spoken_roles import speak_roles
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout


class RowAction(NamedTuple):
    """Something that can be done about somebody."""

    words: str
    spoken: str
    """The same with whom it is about: in a list the button alone would not say."""
    run: Callable[[], None]


class PersonRow(QWidget):
    """One person of a list, as a group of its own."""

    spoken_role = QAccessible.Role.Grouping

    def __init__(
        self,
        stage: Stage,
        name: str,
        state: str,
        picture: str,
        actions: tuple[RowAction, ...] = (),
    ) -> None:
        super().__init__()
        speak_roles()
        self.setAccessibleName(name)
        self.setAccessibleDescription(state)
        look = stage.look
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(text_label(name, "strong"))
        if state:
            words.addWidget(text_label(state, "quiet"))
        if actions:
            words.addLayout(self._buttons(stage, actions))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.gap_px)
        side = Picture(stage.pictures, picture, 0)
        side.grow_with(stage.board, lambda look: round(min(64, look.text_px * 2)))
        row.addWidget(side, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def _buttons(self, stage: Stage, actions: tuple[RowAction, ...]) -> WrapLayout:
        wrapped = WrapLayout()
        for action in actions:
            button = BigButton(stage, action.words, run=action.run)
            button.setAccessibleName(action.spoken)
            wrapped.addWidget(button)
        return wrapped
