"""What every kind of answer shares: its own part above, own words below."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.answers.pen_work import PenWork
from coprod_desktop.gui.answers.words_box import WordsBox
from coprod_desktop.gui.stage import Stage


class Answer(QWidget):
    """The editor of one answer. Own words may be added to every kind."""

    def __init__(self, stage: Stage, work: PenWork, part: QWidget | None) -> None:
        """Take the part that is this kind's own; words alone have none."""
        super().__init__()
        self.work = work
        self.part = part
        label = stage.words.text("question.own_words") if part is not None else ""
        self.box = WordsBox(stage, work, label)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(stage.look.below_px())
        if part is not None:
            column.addWidget(part)
        column.addWidget(self.box)

    def take_focus(self) -> None:
        """Put the focus where answering begins.

        It is no focus proxy: Tab would pass over what stands before the proxy.
        """
        self.box.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_answer(self) -> None:
        """Show what the model holds now."""
        self.box.show_answer()

    def finish(self) -> None:
        """Take in what was written and not yet added; called before leaving."""


class WordsAnswer(Answer):
    """An answer in words alone."""

    def __init__(self, stage: Stage, work: PenWork) -> None:
        super().__init__(stage, work, None)
