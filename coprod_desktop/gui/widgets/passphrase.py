"""A field for a passphrase, with Show beside it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.line_field import LineField


class PassphraseField(QWidget):
    """A passphrase to type or paste. Show makes it readable; nothing judges it."""

    entered = Signal()

    def __init__(self, stage: Stage, label: str, help_words: str = "") -> None:
        super().__init__()
        self._stage = stage
        self.field = LineField(label, help_words, longest=1000)
        self.field.box.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.entered.connect(self.entered)
        self.toggle = BigButton(stage, "", "eye", "quiet", self._on_toggle_clicked)
        row = QHBoxLayout()
        row.addWidget(self.toggle)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.field)
        column.addLayout(row)
        self._show_toggle()

    def setFocus(  # noqa: N802 - stands in for Qt's own
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """Put the focus on the field itself.

        A focus proxy would do it too, but would upset the tab order.
        """
        self.field.setFocus(reason)

    def text(self) -> str:
        """Return the passphrase exactly as it was typed."""
        return self.field.box.text()

    def clear(self) -> None:
        """Forget what was typed and hide the field again."""
        self.field.box.clear()
        self.field.box.setEchoMode(QLineEdit.EchoMode.Password)
        self._show_toggle()

    def show_error(self, words: str) -> None:
        """Say beside the field what is wrong."""
        self.field.show_error(words)

    @property
    def is_readable(self) -> bool:
        """Whether the passphrase can be read on the screen."""
        return self.field.box.echoMode() == QLineEdit.EchoMode.Normal

    def _on_toggle_clicked(self) -> None:
        modes = QLineEdit.EchoMode
        self.field.box.setEchoMode(modes.Password if self.is_readable else modes.Normal)
        self._show_toggle()

    def _show_toggle(self) -> None:
        key = "passphrase.hide" if self.is_readable else "passphrase.show"
        self.toggle.show_words(self._stage.words.text(key), "eye")
