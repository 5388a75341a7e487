"""A line to write in, whose copies are marked as ours."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit

from coprod_desktop.gui.widgets.our_copy import marked_copy


class WordLine(QLineEdit):
    """Qt's own line puts plain text onto the clipboard, and asks nobody."""

    def __init__(self) -> None:
        super().__init__()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        keys = QKeySequence.StandardKey
        is_taken = event.matches(keys.Copy) or event.matches(keys.Cut)
        taken = self.selectedText()
        super().keyPressEvent(event)
        # What is hidden by dots was not copied by Qt, and is not by us.
        if is_taken and taken and self.echoMode() is QLineEdit.EchoMode.Normal:
            QGuiApplication.clipboard().setMimeData(marked_copy(taken))
