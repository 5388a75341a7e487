"""The cards of a question: the patient's first; the pen's own holds the editor."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from coprod_desktop.gui.answers.answer import Answer
from coprod_desktop.gui.answers.kinds import answer_for
from coprod_desktop.gui.answers.pen_work import PenWork
from coprod_desktop.gui.card_views import CardViews
from coprod_desktop.gui.chosen_places import ToPhrases, ToSpelling
from coprod_desktop.gui.own_places import ToMark
from coprod_desktop.gui.places import ToQuestion, ToSeeDifferently
from coprod_desktop.gui.read_card import ReadCard
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.flowing import Flowing
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.statement_card import StatementCard
from coprod_desktop.model.authored_text import Mode
from coprod_desktop.model.forms import QuestionKind
from coprod_desktop.model.people import PersonId
from coprod_desktop.workspace.cards import Card

_WRITTEN = {QuestionKind.WORDS, QuestionKind.TOPICS, QuestionKind.PEOPLE}
"""Kinds that are answered in words."""


class QuestionCards(Flowing):
    """Everybody's words at a question, with the pen at work on one card."""

    touched = Signal(object)
    """Somebody tried to write on the card of this person, who is not the pen's."""
    left_for = Signal(object)
    """Somebody wants to say something of a statement: the place where they can."""
    read_back_asked = Signal(object)
    """Somebody wants the words of this person to be read back."""
    pen_asked = Signal(object)
    """Whoever writes for somebody wants to go on in another way: an Attribution."""

    def __init__(self, stage: Stage, work: PenWork, views: CardViews) -> None:
        super().__init__()
        self._stage = stage
        self._work = work
        self._views = views
        self._cards: dict[PersonId, StatementCard] = {}
        self._notice: Notice | None = None
        self._offers_spelling = False
        self.answer: Answer
        """Where the pen writes."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(stage.look.below_px())
        self.show_cards()

    def show_cards(self) -> None:
        """Show every card anew, for the pen that is held now."""
        self.hide_notice()
        for card in self._cards.values():
            self._column.removeWidget(card)
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self.answer = answer_for(self._stage, self._work)
        cards = self._work.opened.document.cards(self._work.question.id)
        self._cards = {card.voice: self._shown(card) for card in cards}
        for shown in self._cards.values():
            self._column.addWidget(shown)

    def show_changes(self) -> None:
        """Show what the pen's own card says now."""
        self.answer.show_answer()
        card = self._work.card
        shown, view = self._cards[card.voice], self._views.with_editor(card)
        if shown.view != view:
            shown.show_view(view)
            self._offer(shown, card)
        elif self._offers_spelling != self._is_spelling_offered(card):
            self._offer(shown, card)

    def show_notice(self, words: str, owner: PersonId | None = None) -> None:
        """Say something calmly, right above a card; the focus stays where it is.

        No words take away what was said.
        """
        self.hide_notice()
        if not words:
            return
        at = self._cards.get(owner or self._work.card.voice)
        self._notice = Notice(self._stage, words)
        place = self._column.indexOf(at) if at is not None else 0
        self._column.insertWidget(place, self._notice)

    @property
    def notice(self) -> Notice | None:
        """What is being said, if anything."""
        return self._notice

    def hide_notice(self) -> None:
        """Take the notice away."""
        if self._notice is not None:
            self._column.removeWidget(self._notice)
            self._notice.hide()
            self._notice.deleteLater()
            self._notice = None

    def card_of(self, person: PersonId) -> StatementCard:
        """Return the card of somebody's words."""
        return self._cards[person]

    def _shown(self, card: Card) -> StatementCard:
        if card.can_write:
            own = StatementCard(self._stage, self._views.with_editor(card))
            own.put(self.answer)
            self._offer(own, card)
            return own
        shown = ReadCard(self._stage, self._views.written(card))
        shown.touched.connect(lambda: self.touched.emit(card.voice))
        self._offer(shown, card)
        return shown

    def _offer(self, shown: StatementCard, card: Card) -> None:
        """Put on a card what can be done about it."""
        words = self._stage.words
        shown.clear_actions()
        if card.can_write and card.said.way_out is not None:
            shown.add_action(
                words.text("question.answer_after_all"), "write", self._answer_after_all
            )
        if card.can_write:
            self._offer_phrases(shown, card)
            self._offer_modes(shown)
        if self._waits(card):
            shown.add_action(
                words.text("question.read_back"),
                "hear",
                lambda: self.read_back_asked.emit(card.voice),
            )
        statement = card.statement
        if statement is not None and not card.can_write:
            pen = self._work.opened.document.pen.voice
            has_said = any(one.by == pen for one in card.stances)
            key = "question.look_at" if has_said else "question.see_differently"
            shown.add_action(
                words.text(key),
                "talk",
                lambda: self.left_for.emit(ToSeeDifferently(statement.id)),
            )
        self._offer_to_mark(shown, card)

    def _offer_to_mark(self, shown: StatementCard, card: Card) -> None:
        """Offer whoever is here to say that something is wrong with their own words."""
        statement, opened = card.statement, self._work.opened
        if statement is not None and opened.has_pen(card.voice):
            place = ToMark(statement.id, ToQuestion(card.question))
            words = self._stage.words.text("mark.open")
            shown.add_action(words, "warning-signs", lambda: self.left_for.emit(place))

    def _offer_phrases(self, shown: StatementCard, card: Card) -> None:
        """Offer to answer in words without writing, and help with own spelling."""
        question = self._work.question
        if question.kind is QuestionKind.WORDS:
            words = self._stage.words.text("question.choose_pictures")
            place = ToPhrases(question.id)
            shown.add_action(words, "face-good", lambda: self.left_for.emit(place))
        self._offers_spelling = self._is_spelling_offered(card)
        if self._offers_spelling:
            spell, check = ToSpelling(question.id), "question.check_spelling"
            words = self._stage.words.text(check)
            shown.add_action(words, "learn", lambda: self.left_for.emit(spell))

    def _is_spelling_offered(self, card: Card) -> bool:
        """Whether own words stand here, or will: beside choices, once there are any."""
        is_written = self._work.question.kind in _WRITTEN or bool(card.said.text)
        return is_written and self._work.opened.pen.attribution.is_own_hand

    def _offer_modes(self, shown: StatementCard) -> None:
        """Offer a scribe to write word for word, or shorter."""
        held = self._work.opened.pen
        for pen in self._work.opened.document.pens():
            is_other = pen != held and pen.writer == held.writer
            # Copying begins with the code of a sheet.
            is_copying = pen.attribution.mode is Mode.COPIED_FROM_PAPER
            if is_other and pen.voice == held.voice and not is_copying:
                key = f"pen.to_{pen.attribution.mode.value}"
                shown.add_action(
                    self._stage.words.text(key),
                    "write",
                    partial(self.pen_asked.emit, pen.attribution),
                )

    def _waits(self, card: Card) -> bool:
        waiting = self._work.opened.document.reading_back.waiting()
        return any(
            one.question == card.question and one.voice == card.voice for one in waiting
        )

    def _answer_after_all(self) -> None:
        writing = self._work.opened.document.writing
        self._work.attempt(lambda: writing.take_way_out(self._work.question.id, None))
        self.answer.take_focus()
