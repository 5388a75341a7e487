"""Who has the pen, and how somebody else's words are written down."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.roles import PICTURES
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.whose_words import WhoseWords
from coprod_desktop.gui.widgets.pen_bar import PenBar, PenView
from coprod_desktop.model.people import PersonId
from coprod_desktop.workspace.pens import PenChoice

_MODE_PICTURES = {"word_for_word": "write", "summarised": "some"}


class PenRows(QWidget):
    """A row of pens; below it, for a scribe, word for word or shorter.

    With one pen alone there is nothing to choose, and nothing is shown.
    """

    taken = Signal(object)
    """The Attribution of the pen that somebody wants to take."""

    def __init__(self, stage: Stage, opened: Opened) -> None:
        super().__init__()
        self._words = stage.words
        self._opened = opened
        self._whose = WhoseWords(stage.words, opened)
        self.pens = PenBar(stage)
        self.modes = PenBar(stage)
        self.modes.setAccessibleName(stage.words.text("pen.how"))
        self.pens.taken.connect(self.taken)
        self.modes.taken.connect(self.taken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.pens)
        column.addWidget(self.modes)
        self.show_pens()

    def show_pens(self) -> None:
        """Show who has the pen now."""
        held, every = self._opened.pen, self._opened.document.pens()
        pairs: dict[tuple[PersonId, PersonId], PenChoice] = {}
        for one in every:
            pairs.setdefault((one.writer.id, one.voice.id), one)
        held_pair = (held.writer.id, held.voice.id)
        self.pens.show_pens(
            tuple(
                self._pen(one, is_taken=pair == held_pair)
                for pair, one in pairs.items()
            )
        )
        modes = [one for one in every if (one.writer.id, one.voice.id) == held_pair]
        self.modes.show_pens(
            tuple(self._mode(one, is_taken=one == held) for one in modes)
        )
        self.pens.setVisible(len(pairs) > 1)
        self.modes.setVisible(len(modes) > 1)

    def _pen(self, pen: PenChoice, *, is_taken: bool) -> PenView:
        own = pen.attribution.is_own_hand
        return PenView(
            pen.attribution,
            self._whose.pen_title(pen),
            self._whose.pen_saying(pen),
            PICTURES[pen.writer.role] if own else "scribe",
            is_taken,
        )

    def _mode(self, pen: PenChoice, *, is_taken: bool) -> PenView:
        mode = pen.attribution.mode.value
        return PenView(
            pen.attribution,
            self._words.text(f"pen.mode_{mode}"),
            self._words.text(f"pen.mode_{mode}_says", voice=pen.voice.name),
            _MODE_PICTURES.get(mode, "write"),
            is_taken,
        )
