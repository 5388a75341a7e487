"""Who has the pen: one row for what is usual, and more ways when they are asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.roles import PICTURES
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.whose_words import KnowsPeople, WhoseWords
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.pen_bar import PenBar, PenView
from coprod_desktop.model.people import PersonId
from coprod_desktop.workspace.pens import PenChoice

Pair = tuple[PersonId, PersonId]
"""Who writes, and whose words."""


class HoldsPens(KnowsPeople, Protocol):
    """What pens are chosen for: an open form, or words that stand in none."""

    @property
    def patient_id(self) -> PersonId:
        """Whose care it is about."""

    @property
    def pen(self) -> PenChoice:
        """Who holds the pen now."""

    def pens(self) -> tuple[PenChoice, ...]:
        """Return the pens that the people here can hold."""


class PenRows(QWidget):
    """Pens to take. Word for word or shorter is chosen on the card, not here.

    Usual are everybody's own words, and staff writing for the patient. With one pen
    alone there is nothing to choose, and nothing is shown.
    """

    taken = Signal(object)
    """The Attribution of the pen that somebody wants to take."""

    more: BigButton
    """Shows the rarer pens; whoever has the rows finds a place for it."""

    def __init__(self, stage: Stage, opened: HoldsPens) -> None:
        super().__init__()
        self._opened = opened
        self._whose = WhoseWords(stage.words, opened)
        self._is_open = False
        self.pens = PenBar(stage)
        self.more_pens = PenBar(stage)
        self.more = BigButton(
            stage, stage.words.text("pen.more"), "people", "quiet", self._show_more
        )
        # Shown without a parent it would be a window of its own for a moment.
        self.more.setParent(self)
        self.pens.taken.connect(self.taken)
        self.more_pens.taken.connect(self.taken)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pens)
        column.addWidget(self.more_pens)
        self.show_pens()

    def show_pens(self) -> None:
        """Show who has the pen now."""
        pairs: dict[Pair, PenChoice] = {}
        for one in self._opened.pens():
            pairs.setdefault(pair_of(one), one)
        held = pair_of(self._opened.pen)
        usual = [
            one for pair, one in pairs.items() if pair == held or self._is_usual(one)
        ]
        others = [one for one in pairs.values() if one not in usual]
        self.pens.show_pens(pen_views(self._whose, usual, held))
        self.more_pens.show_pens(pen_views(self._whose, others, held))
        self.pens.setVisible(len(pairs) > 1)
        self.more_pens.setVisible(self._is_open and bool(others))
        self.more.setVisible(not self._is_open and bool(others))

    def _is_usual(self, pen: PenChoice) -> bool:
        is_of_patient = pen.voice.id == self._opened.patient_id
        return pen.attribution.is_own_hand or (pen.writer.is_staff and is_of_patient)

    def _show_more(self) -> None:
        self._is_open = True
        self.show_pens()
        self.more_pens.buttons()[0].setFocus()


def pen_views(
    whose: WhoseWords, pens: Iterable[PenChoice], held: Pair
) -> tuple[PenView, ...]:
    """Return what pens say on the screen; ``held`` is the one that is taken."""
    return tuple(
        PenView(
            one.attribution,
            whose.pen_title(one),
            whose.pen_saying(one),
            PICTURES[one.writer.role] if one.attribution.is_own_hand else "scribe",
            pair_of(one) == held,
        )
        for one in pens
    )


def pair_of(pen: PenChoice) -> Pair:
    """Return who writes with a pen, and whose words."""
    return pen.writer.id, pen.voice.id
