"""One line to fill in, with its label, a word of help, and room for what is wrong."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.scrolling import scroll_to
from coprod_desktop.gui.widgets.word_line import WordLine
from coprod_desktop.model.text_policy import accept


class LineField(QWidget):
    """A labelled line. What is wrong with it stands beside it, in words."""

    entered = Signal()
    changed = Signal()

    def __init__(self, label: str, help_words: str = "", longest: int = 200) -> None:
        super().__init__()
        self._label = text_label(label, "strong")
        self._help = text_label(help_words, "quiet")
        self._error = text_label("", "strong")
        self.box = WordLine()
        self.box.setMaxLength(longest)
        self.box.setAccessibleName(label)
        self.box.setAccessibleDescription(help_words)
        self.box.returnPressed.connect(self.entered)
        self.box.textChanged.connect(self._on_box_changed)
        self._label.setBuddy(self.box)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._label, self._help, self._error, self.box):
            column.addWidget(part)
        self._help.setVisible(bool(help_words))
        self._error.hide()

    def setFocus(  # noqa: N802 - stands in for Qt's own
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """Put the focus on the line itself.

        A focus proxy would do it too, but would upset the tab order.
        """
        self.box.setFocus(reason)

    def text(self) -> str:
        """Return what stands in the line, as it may enter the program."""
        return accept(self.box.text()).text

    def set_text(self, text: str) -> None:
        """Fill the line in."""
        self.box.setText(text)

    def show_error(self, words: str) -> None:
        """Say beside the line what is wrong; an empty sentence takes it away."""
        self._error.setText(words)
        self._error.setVisible(bool(words))
        said = " ".join(part for part in (words, self._help.text()) if part)
        self.box.setAccessibleDescription(said)

    def _on_box_changed(self, _: str) -> None:
        if not self._error.isHidden():
            self.show_error("")
        if self.box.hasFocus():
            # Whoever types sees it, also where a heading in big words is above.
            scroll_to(self.box)
        self.changed.emit()
