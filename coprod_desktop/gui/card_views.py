"""From a card of the workspace to what a statement card on the screen says."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Protocol

from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.whose_words import KnowsPeople, WhoseWords
from coprod_desktop.gui.widgets.mark_line import MarkView
from coprod_desktop.gui.widgets.statement_card import (
    CardView,
    PieceView,
    StanceView,
)
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.i18n.dates import long_date
from coprod_desktop.model.documents import MarkKind, Stance, Statement
from coprod_desktop.model.forms import Question, QuestionKind
from coprod_desktop.model.people import Role
from coprod_desktop.model.said import Choice, Item, WayOut
from coprod_desktop.workspace.cards import Card
from coprod_desktop.workspace.marks import mark_sentence

PICTURE_OF_ROLE = {
    Role.PATIENT: "patient",
    Role.PARTNER_IN_CARE: "partner-in-care",
    Role.NURSE: "nurse",
    Role.DOCTOR: "doctor",
    Role.OTHER_STAFF: "staff",
    Role.PEER_SUPPORT_WORKER: "peer-worker",
    Role.ADVOCATE: "advocate",
    Role.INTERPRETER: "interpreter",
}

PICTURE_OF_MARK = {MarkKind.NOT_MINE: "no", MarkKind.PRESSED: "done-to"}

_PICTURE_OF_WAY_OUT = {
    WayOut.DECLINED: "not-answer",
    WayOut.LATER: "ask-later",
    WayOut.DONT_KNOW: "dont-know",
}


class KnowsForm(KnowsPeople, Protocol):
    """Who can be asked for the questions of a form too; an open form can."""

    def question(self, question: str) -> Question:
        """Return a question of the form."""

    def option(self, question: str, option: str) -> str:
        """Return an option of a question in words."""


class WrittenCards:
    """Makes what cards say that are only read."""

    def __init__(self, words: Catalogue, form: KnowsForm) -> None:
        self._words = words
        self._form = form
        self.whose = WhoseWords(words, form)

    def written(self, card: Card) -> CardView:
        """Return a card that is read: everything that was said stands on it."""
        pieces = (*self._way_out(card), *self._chosen(card), *self._items(card))
        return replace(self._frame(card), words=card.said.text.text, pieces=pieces)

    def _frame(self, card: Card) -> CardView:
        whose, words = self.whose, self._words
        notes = (whose.standing(card), whose.shared(card))
        return CardView(
            card.person.kind,
            card.person.initial,
            whose.label(card.person),
            manner=whose.manner(card),
            standing="\n".join(note for note in notes if note),
            new_words=words.text("whose.new") if card.is_new else "",
            stances=tuple(self._stance(one) for one in card.stances),
        )

    def _stance(self, stance: Stance) -> StanceView:
        said = stance.said.text.text
        return StanceView(self.whose.stance(stance), (said,) if said else ())

    def _way_out(self, card: Card) -> Iterator[PieceView]:
        if card.said.way_out is not None:
            way = WayOut(card.said.way_out.option)
            said = self.whose.way_out(card.person, way)
            yield PieceView(said, _PICTURE_OF_WAY_OUT[way])

    def _chosen(self, card: Card) -> Iterator[PieceView]:
        if not card.said.chosen:
            # Words outside every form answer no question.
            return
        asked = self._form.question(card.question)
        pictures = {option.id: option.picture for option in asked.options}
        for choice in card.said.chosen:
            if asked.kind is QuestionKind.DATE:
                day = date.fromisoformat(choice.option)
                yield PieceView(long_date(day, self._words.language), "calendar")
            else:
                said = self._form.option(asked.id, choice.option)
                yield PieceView(said, pictures[choice.option])

    def _items(self, card: Card) -> Iterator[PieceView]:
        for number, item in enumerate(card.said.items, start=1):
            yield PieceView(
                item.words.text,
                self._item_picture(card, item),
                f"{number}.",
                self._mark_words(card, item.mark) if item.mark else "",
            )

    def _mark_words(self, card: Card, mark: Choice) -> str:
        return self._form.option(card.question, mark.option)

    def _item_picture(self, card: Card, item: Item) -> str | None:
        return self._mark_picture(card, item.mark) if item.mark else None

    def _mark_picture(self, card: Card, mark: Choice) -> str | None:
        options = self._form.question(card.question).options
        return next((one.picture for one in options if one.id == mark.option), None)


class CardViews(WrittenCards):
    """Makes what the cards of an open document say."""

    def __init__(self, words: Catalogue, opened: Opened) -> None:
        super().__init__(words, opened)
        self._opened = opened

    def _frame(self, card: Card) -> CardView:
        marks = self._marks(card.statement) if card.statement else ()
        return replace(super()._frame(card), marks=tuple(marks))

    def _marks(self, statement: Statement) -> Iterator[MarkView]:
        people = self._opened.ward.people
        for mark in statement.marks:
            said = mark_sentence(mark, statement, people, self._words)
            yield MarkView(said, PICTURE_OF_MARK[mark.kind])

    def with_editor(self, card: Card) -> CardView:
        """Return the pen's own card: an editor stands where the words would be."""
        whose = self.whose
        manner = whose.pen_at_work(self._opened.pen)
        writers = {one.writer for one in card.said.attributions}
        if writers - {self._opened.document.pen.writer}:
            manner = f"{whose.manner(card)} {manner}"
        return replace(
            self._frame(card), manner=manner, pieces=tuple(self._way_out(card))
        )
