"""A screen with one box for words that answer no question of a form."""

from __future__ import annotations

from PySide6.QtCore import QTimer

from coprod_desktop.gui.answers.free_card import FreeCard
from coprod_desktop.gui.answers.free_work import FreeWork
from coprod_desktop.gui.going import going
from coprod_desktop.gui.own_places import ToNotFairSpelling
from coprod_desktop.gui.saved_line import SavedLine
from coprod_desktop.gui.screen import Frame, Screen
from coprod_desktop.gui.stage import Stage


class FreeScreen(Screen):
    """What is written is a private draft from the first key on, saved by itself."""

    def __init__(
        self, stage: Stage, frame: Frame, work: FreeWork, here: object
    ) -> None:
        """``here`` is the place that leads to this writing again."""
        super().__init__(stage, frame)
        self._work = work
        self.card = FreeCard(stage, work, frame.title)
        self.card.spelling.clicked.connect(going(self, ToNotFairSpelling(here)))
        self.body.addWidget(self.card)
        self.body.addStretch(1)
        self.status = SavedLine(stage)
        self.set_status(self.status)
        work.saving.changed.connect(self._on_saving_changed)
        self._on_saving_changed()

    def focus_first(self) -> None:
        """Put the focus where it is written."""
        self.card.take_focus()
        self.hear_private_first()
        bar = self.area.verticalScrollBar()
        QTimer.singleShot(0, self, lambda: bar.setValue(0))

    def left(self) -> None:
        """Save what was written.

        Raises:
            Problem: It could not be saved; it stays in memory.
        """
        self._work.writing.flush()

    def _on_saving_changed(self) -> None:
        self.status.show_saved(self._work.writing.save_state.saved)
