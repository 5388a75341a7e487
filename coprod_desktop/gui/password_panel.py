"""Asking for a password that a saved paper is to have: what it does, and typing it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.passphrase_pair import PassphrasePair
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.passwords import check_password


class PasswordPanel(QWidget):
    """Two fields, a suggestion, and what becomes of the file. Nothing is kept."""

    chosen = Signal(str)

    def __init__(self, stage: Stage, suggest: Callable[[], str]) -> None:
        super().__init__()
        self._words = stage.words
        self._suggest = suggest
        text = stage.words.text
        self.pair = PassphrasePair(
            stage, text("password.label"), text("password.again")
        )
        self.pair.entered.connect(self._on_save_asked)
        self.idea = BigButton(stage, text("password.suggest"), "idea", run=self._fill)
        self.save = BigButton(
            stage, text("password.save"), "lock", run=self._on_save_asked
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(stage.look.gap_px)
        for key, picture in (("asks", "lock"), ("lost", "idea"), ("archive", "paper")):
            column.addWidget(SaidLine(stage, text(f"password.{key}"), picture))
        column.addWidget(self.pair)
        column.addLayout(in_a_row(self.idea, self.save))

    def _fill(self) -> None:
        """Put a password in, to be read and written down."""
        made = self._suggest()
        for field in (self.pair.first, self.pair.second):
            field.field.box.setText(made)
        if not self.pair.first.is_readable:
            self.pair.first.toggle.click()
        self.pair.setFocus()

    def _on_save_asked(self) -> None:
        password = self.pair.passphrase()
        if password is None:
            return
        try:
            check_password(password)
        except Problem as problem:
            self.pair.first.show_error(self._words.explain(problem))
            self.pair.setFocus()
            return
        self.chosen.emit(password)
