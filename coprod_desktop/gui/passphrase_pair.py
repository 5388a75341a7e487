"""A new passphrase, typed twice."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.passphrase import PassphraseField

SHORTEST = 12
"""Signs that a passphrase has at least (SAFETY 2.2)."""


class PassphrasePair(QWidget):
    """Two fields that must hold the same."""

    entered = Signal()

    def __init__(self, stage: Stage, label: str = "", again: str = "") -> None:
        """Ask for it; ``label`` and ``again`` where they are called otherwise."""
        super().__init__()
        self._words = stage.words
        label = label or self._words.text("set_up.passphrase.label")
        self.first = PassphraseField(stage, label)
        again = again or self._words.text("set_up.passphrase.again")
        self.second = PassphraseField(stage, again)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for field in (self.first, self.second):
            column.addWidget(field)
        self.first.entered.connect(self._on_first_entered)
        self.second.entered.connect(self.entered)

    def setFocus(  # noqa: N802 - stands in for Qt's own
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """Put the focus on the first field; a focus proxy would upset the tab order."""
        self.first.setFocus(reason)

    def passphrase(self) -> str | None:
        """Return the passphrase; None after saying beside a field what is wrong."""
        first, second = self.first.text(), self.second.text()
        signs = len(unicodedata.normalize("NFC", first))
        if signs < SHORTEST:
            short = self._words.plural("set_up.passphrase.short", signs)
            self.first.show_error(short)
            self.first.setFocus()
            return None
        if first != second:
            self.second.show_error(self._words.text("set_up.passphrase.differ"))
            self.second.setFocus()
            return None
        return first

    def clear(self) -> None:
        """Forget what was typed."""
        self.first.clear()
        self.second.clear()

    def _on_first_entered(self) -> None:
        self.second.setFocus()
