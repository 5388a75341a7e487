"""Reading back: is this what you said? Only whose words they are is asked."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from coprod_desktop.gui.form_screen import FormScreen
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.picture_button import PictureButton
from coprod_desktop.gui.places import ToParts, ToQuestion, ToReadBack
from coprod_desktop.gui.read_card import ReadCard
from coprod_desktop.gui.screen import Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.documents import ReadBack
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.cards import Card

_PICTURES = {
    ReadBack.YES: "agree",
    ReadBack.NEARLY: "change",
    ReadBack.NO: "no",
    ReadBack.NOT_NOW: "not-now",
}


class ReadBackScreen(FormScreen):
    """The words that were written for somebody, and four answers."""

    def __init__(self, stage: Stage, opened: Opened, place: ToReadBack) -> None:
        self._place = place
        cards = opened.document.cards(place.question)
        self._card = next(one for one in cards if one.voice == place.voice)
        words = stage.words
        super().__init__(
            stage,
            opened,
            Frame(
                words.text("read_back.heading_you", writer=_writer(opened, self._card)),
                "hear",
                ToQuestion(place.question),
                help=words.text("read_back.help"),
                private=words.text("private.unshared"),
            ),
        )
        name = self._card.person.name
        self.set_where(words.text("read_back.for", name=name))
        self.body.addWidget(text_label(opened.prompt(place.question), "strong"))
        view = replace(self.views.written(self._card), standing="")
        self.card = ReadCard(stage, view)
        self.body.addWidget(self.card, 1)
        self.answers = {one: self._button(one) for one in ReadBack}
        holder = QWidget()
        row = WrapLayout(holder, columns=4)
        for button in self.answers.values():
            row.addWidget(button)
        self.body.addWidget(holder)

    def left(self) -> None:
        """Save the answer.

        Raises:
            Problem: It could not be saved; it stays in memory.
        """
        self.opened.document.flush()

    def _button(self, answer: ReadBack) -> PictureButton:
        words = self.stage.words.text(f"read_back.{answer.value}")
        return PictureButton(
            self.stage, words, _PICTURES[answer], partial(self._answer, answer)
        )

    def _answer(self, answer: ReadBack) -> None:
        reading_back = self.opened.document.reading_back
        try:
            reading_back.answer(self._place.question, self._place.voice, answer)
        except Problem as problem:
            self.show_problem(problem)
            return
        if answer is ReadBack.NEARLY:
            self.went.emit(ToQuestion(self._place.question))
        else:
            self.went.emit(self._then())

    def _then(self) -> object:
        """Return where to go: from the list of parts, to what waits next."""
        if self._place.then != ToParts():
            return self._place.then
        for card in self.opened.document.reading_back.waiting():
            if card.voice == self._place.voice and not _was_asked(card):
                return ToReadBack(card.question, card.voice, ToParts())
        return ToParts()


def _was_asked(card: Card) -> bool:
    """Whether somebody said "Not now" about exactly these words."""
    told = card.draft if card.draft is not None else card.statement
    return told is not None and told.confirmation is not None


def _writer(opened: Opened, card: Card) -> str:
    writers = sorted(
        one.writer for one in card.said.attributions if not one.is_own_hand
    )
    return opened.name(writers[0]) if writers else card.person.name
