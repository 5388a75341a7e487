"""One talk card: a big picture and its words, and yes, no, not sure or skip."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod_desktop.gui.chosen_places import ToTalk, ToTalkCard, ToTalkEnd
from coprod_desktop.gui.form_screen import FormScreen
from coprod_desktop.gui.going import going
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.saved_line import SavedLine
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.talk_deck import deck, next_question
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.picture import Picture
from coprod_desktop.gui.widgets.statement_card import StatementCard
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.cards import Card
from coprod_desktop.workspace.talking import TalkAnswer, TalkCard

SKIP = "skip"

_PICTURES = {
    TalkAnswer.YES: "yes",
    TalkAnswer.NO: "no",
    TalkAnswer.NOT_SURE: "not-sure",
}


class TalkCardScreen(FormScreen):
    """What is pressed is said at once, and the next card comes."""

    def __init__(self, stage: Stage, opened: Opened, place: ToTalkCard) -> None:
        words = stage.words
        self._place = place
        self._deck = deck(opened, place.part)
        self.shown: TalkCard = self._deck[place.number]
        super().__init__(
            stage,
            opened,
            Frame(
                opened.prompt(self.shown.question),
                None,
                self._before(),
                private=words.text("private.unshared"),
            ),
        )
        self.card = StatementCard(stage, self.views.with_editor(self._card()))
        self._drawing = Picture(stage.pictures, self.shown.picture, 0)
        self._row = QHBoxLayout()
        self.grid = ChoiceGrid(stage, self._options(), self.shown.words, columns=4)
        self.status = SavedLine(stage)
        self._fill()
        self.grid.picked.connect(self._on_answer_picked)
        opened.saving.changed.connect(self._on_saving_changed)
        stage.board.changed.connect(self._on_card_board_changed)
        self._on_card_board_changed()
        self._on_saving_changed()

    def focus_first(self) -> None:
        """Put the focus on "Yes"; what it is said to is heard with it."""
        first = self.grid.buttons()[0]
        first.setAccessibleDescription(self.shown.words)
        first.setFocus()
        self.hear_private_first()

    def left(self) -> None:
        """Save what was said.

        Raises:
            Problem: It could not be saved; it stays on the screen.
        """
        self.opened.document.flush()

    def _fill(self) -> None:
        words = self.stage.words
        number, count = self._place.number + 1, len(self._deck)
        self.set_where(words.text("talk.counter", number=number, count=count))
        held = QWidget()
        held.setLayout(self._row)
        said = Heading(self.shown.words, 1)
        said.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.addWidget(self._drawing)
        self._row.addWidget(said, 1)
        self.card.put(held)
        self.card.put(self.grid)
        self.body.addWidget(self.card)
        self.body.addStretch(1)
        self.set_status(self.status)
        end = ToTalkEnd(self._place.part)
        following = next_question(self._deck, self._place.number)
        self.set_outs(
            (
                Action(
                    words.text("talk.next_question"),
                    None,
                    going(self, self._at(following)),
                ),
                Action(words.text("talk.stop"), None, going(self, end)),
            )
        )

    def _options(self) -> tuple[OptionView, ...]:
        words = self.stage.words
        given = self.opened.document.talking.answer_to(self.shown)
        answers = tuple(
            OptionView(
                one.value, words.text(f"talk.answer_{one.value}"), picture, one is given
            )
            for one, picture in _PICTURES.items()
        )
        return (*answers, OptionView(SKIP, words.text("talk.skip"), "next"))

    def _card(self) -> Card:
        cards = self.opened.document.cards(self.shown.question)
        return next(one for one in cards if one.can_write)

    def _before(self) -> object:
        number = self._place.number
        return self._at(number - 1) if number else ToTalk()

    def _at(self, number: int) -> object:
        part = self._place.part
        if number < len(self._deck):
            return ToTalkCard(part, number)
        return ToTalkEnd(part)

    def _on_answer_picked(self, picked: str) -> None:
        if picked != SKIP:
            try:
                self.opened.document.talking.answer(self.shown, TalkAnswer(picked))
            except Problem as problem:
                self.grid.show_options(self._options())
                self.show_problem(problem)
                return
        self.went.emit(self._at(self._place.number + 1))

    def _on_saving_changed(self) -> None:
        self.status.show_saved(self.opened.document.save_state.saved)

    def _on_card_board_changed(self) -> None:
        look = self.stage.look
        self._row.setSpacing(look.gap_px + 8)
        px = min(round(look.picture_px * 2), 240)
        self._drawing.show_picture(self.shown.picture, px)
