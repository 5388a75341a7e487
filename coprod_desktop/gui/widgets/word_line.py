"""A line to write in, whose copies are marked as ours."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from coprod_desktop.gui.widgets.our_copy import marked_copy
from coprod_desktop.gui.widgets.presence import tell_of_somebody


class WordLine(QLineEdit):
    """Qt's own line puts plain text onto the clipboard, and asks nobody.

    It tells the window of words that the program did not put there itself.
    """

    def __init__(self) -> None:
        super().__init__()
        self._is_ours = False
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.textChanged.connect(self._on_text_changed)

    def setText(self, text: str | None) -> None:  # noqa: N802 - stands in for Qt's own
        """Fill the line in for the program. Others reach Qt's own, past this one."""
        self._is_ours = True
        super().setText(text)
        self._is_ours = False

    def clear(self) -> None:
        """Empty the line for the program."""
        self.setText("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        is_taken = event.matches(keys.Copy) or event.matches(keys.Cut)
        taken = self.selectedText()
        super().keyPressEvent(event)
        # What is hidden by dots was not copied by Qt, and is not by us.
        if is_taken and taken and self.echoMode() is QLineEdit.EchoMode.Normal:
            QGuiApplication.clipboard().setMimeData(marked_copy(taken))

    def _on_text_changed(self, _: str) -> None:
        if not self._is_ours:
            tell_of_somebody(self)
