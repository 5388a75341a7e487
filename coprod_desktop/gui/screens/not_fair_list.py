"""Everything that was said to be not fair: what was answered, and what was kept."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.going import going
from coprod_desktop.gui.own_places import (
    ToNotFair,
    ToNotFairAnswer,
    ToNotFairList,
    ToNotFairPaper,
)
from coprod_desktop.gui.places import GoBack
from coprod_desktop.gui.read_card import ReadCard
from coprod_desktop.gui.screen import Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.statement_card import CardView
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.documents import FlagId
from coprod_desktop.model.problem import Problem


class ToldView(NamedTuple):
    """Something that the meeting was told, and what was answered."""

    id: FlagId
    card: CardView
    answers: tuple[CardView, ...] = ()
    may_answer: bool = False
    """Whether somebody here may answer it."""


class KeptView(NamedTuple):
    """Something that somebody here kept for themselves or for their advocate."""

    id: FlagId
    name: str
    """Who kept it."""
    card: CardView
    erase: Callable[[], None]
    """Erases it for good. Raises Problem."""


class NotFairListScreen(Screen):
    """Nobody can take away what the meeting was told; what was kept, its writer can."""

    def __init__(
        self,
        stage: Stage,
        told: tuple[ToldView, ...],
        kept: tuple[KeptView, ...],
        *,
        is_alone: bool,
    ) -> None:
        """Where somebody is not alone, what was kept shows when they ask for it."""
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("not_fair.list"),
                "rights",
                GoBack(),
                help=words.text("not_fair.list_help"),
            ),
        )
        for one in told:
            self._show_told(one)
        for name in dict.fromkeys(one.name for one in kept):
            whose = tuple(one for one in kept if one.name == name)
            self._show_kept_by(name, whose, is_alone=is_alone)
        if not told and not kept:
            self.body.addWidget(Notice(stage, words.text("not_fair.list_empty")))
        self.body.addStretch(1)

    def _show_told(self, told: ToldView) -> None:
        card = ReadCard(self.stage, told.card)
        if told.may_answer:
            words = self.stage.words.text("not_fair.answer_this")
            card.add_action(words, "talk", going(self, ToNotFairAnswer(told.id)))
        self.body.addWidget(card)
        if not told.answers:
            return
        answers = QWidget()
        column = QVBoxLayout(answers)
        column.setContentsMargins(self.stage.look.text_px, 0, 0, 0)
        for answer in told.answers:
            column.addWidget(ReadCard(self.stage, answer))
        self.body.addWidget(answers)

    def _show_kept_by(
        self, name: str, kept: tuple[KeptView, ...], *, is_alone: bool
    ) -> None:
        words = self.stage.words
        self.body.addWidget(Heading(words.text("not_fair.list_kept", name=name), 2))
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.stage.look.below_px())
        for one in kept:
            column.addWidget(self._kept(one))
        if not is_alone:
            holder.hide()
            row = WrapLayout()
            row.addWidget(self._shower(name, holder))
            self.body.addLayout(row)
        self.body.addWidget(holder)

    def _shower(self, name: str, holder: QWidget) -> BigButton:
        """Return a button that shows what somebody kept, before others' eyes."""

        def show() -> None:
            button.hide()
            holder.show()
            holder.findChildren(ReadCard)[0].setFocus()

        shown = self.stage.words.text("not_fair.list_show", name=name)
        button = BigButton(self.stage, shown, "eye", "quiet", show)
        return button

    def _kept(self, kept: KeptView) -> ReadCard:
        card = ReadCard(self.stage, kept.card)
        words = self.stage.words.text
        card.add_action(
            words("not_fair.choose_again"), "next", going(self, ToNotFair(kept.id))
        )
        card.add_action(
            words("not_fair.print"), "print", going(self, ToNotFairPaper(kept.id))
        )
        card.add_action(
            words("not_fair.erase"), "remove", partial(self._ask_to_erase, card, kept)
        )
        return card

    def _ask_to_erase(self, card: ReadCard, kept: KeptView) -> None:
        """Ask once more: what is erased is nowhere any more."""
        words = self.stage.words.text
        card.clear_actions()
        sure = Notice(self.stage, words("not_fair.erase_sure"))
        card.put(sure)
        card.add_action(
            words("not_fair.erase_yes"), "remove", partial(self._erase, kept)
        )
        card.add_action(words("not_fair.erase_no"), "undo", self._show_anew)
        # Shown at once, for only what shows can take the focus.
        sure.show()
        sure.setFocus()
        QTimer.singleShot(0, sure, lambda: self.area.show_whole(sure))

    def _erase(self, kept: KeptView) -> None:
        try:
            kept.erase()
        except Problem as problem:
            self.show_problem(problem)
            return
        self._show_anew()

    def _show_anew(self) -> None:
        self.went.emit(ToNotFairList())
