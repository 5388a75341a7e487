"""Answering with pictures: ready phrases to choose, as many as fit."""

from __future__ import annotations

from coprod_desktop.content.phrases import Phrase
from coprod_desktop.gui.form_screen import FormScreen
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import ToQuestion
from coprod_desktop.gui.saved_line import SavedLine
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.plain import long_words
from coprod_desktop.gui.widgets.statement_card import StatementCard
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.cards import Card

_GROUPS = (("phrases.faces", "faces"), ("phrases.answers", "answers"))
"""Headings and groups of which one can be chosen."""


class PhrasesScreen(FormScreen):
    """What is chosen is said at once, as the words of whoever has the pen.

    The words stand on the card as they will be kept; pressing again takes them back.
    """

    def __init__(self, stage: Stage, opened: Opened, question: str) -> None:
        words = stage.words
        back = ToQuestion(question)
        super().__init__(
            stage,
            opened,
            Frame(
                opened.prompt(question),
                opened.question(question).picture,
                back,
                main=Action(words.text("phrases.done"), "next", self.go_back),
                help=words.text("phrases.help"),
                private=words.text("private.unshared"),
            ),
        )
        self._question = question
        self._phrasing = opened.document.phrasing
        self._offered = self._phrasing.offered(question)
        self._told = ""
        self.card = StatementCard(stage, self.views.with_editor(self._card()))
        self.many = self._grid(self._offered.fitting, opened.prompt(question))
        self.one_of: list[ChoiceGrid] = []
        self.said = long_words("")
        self.status = SavedLine(stage)
        self._fill()
        opened.saving.changed.connect(self._on_saving_changed)
        self._show_answer()

    def focus_first(self) -> None:
        """Put the focus on the first phrase."""
        self.many.buttons()[0].setFocus()
        self.hear_private_first()

    def left(self) -> None:
        """Save what was chosen.

        Raises:
            Problem: It could not be saved; it stays on the screen.
        """
        self.opened.document.flush()

    def _fill(self) -> None:
        words = self.stage.words
        self.card.put(self.many)
        self.many.picked.connect(lambda picked: self._pick((), picked))
        for key, group in _GROUPS:
            heading = words.text(key)
            phrases: tuple[Phrase, ...] = getattr(self._offered, group)
            grid = self._grid(phrases, heading, is_one_of=True)
            self.one_of.append(grid)
            self.card.put(Heading(heading, 2))
            self.card.put(grid)
            grid.picked.connect(lambda picked, of=phrases: self._pick(of, picked))
        # Below what is pressed: it grows, and nothing may move under a finger.
        self.card.put(Heading(words.text("phrases.said"), 2))
        self.card.put(self.said)
        self.body.addWidget(self.card)
        self.body.addStretch(1)
        self.set_status(self.status)

    def _grid(
        self, phrases: tuple[Phrase, ...], name: str, *, is_one_of: bool = False
    ) -> ChoiceGrid:
        return ChoiceGrid(
            self.stage,
            self._views(phrases),
            name,
            many=not is_one_of,
            columns=5 if is_one_of else 4,
        )

    def _views(self, phrases: tuple[Phrase, ...]) -> tuple[OptionView, ...]:
        is_said, question = self._phrasing.is_said, self._question
        return tuple(
            OptionView(one.id, one.words, one.picture, is_said(question, one.words))
            for one in phrases
        )

    def _card(self) -> Card:
        cards = self.opened.document.cards(self._question)
        return next(one for one in cards if one.can_write)

    def _show_answer(self) -> None:
        card = self._card()
        self.many.show_options(self._views(self._offered.fitting))
        for grid, (_, group) in zip(self.one_of, _GROUPS, strict=True):
            grid.show_options(self._views(getattr(self._offered, group)))
        self.card.show_view(self.views.with_editor(card))
        nothing = self.stage.words.text("phrases.nothing")
        self.said.setText(card.said.text.text or nothing)
        self._on_saving_changed()

    def _pick(self, others: tuple[Phrase, ...], picked: str) -> None:
        """Say a phrase, or take it back; of some others only one can be said."""
        offered = (*self._offered.fitting, *self._offered.faces, *self._offered.answers)
        words = next(one.words for one in offered if one.id == picked)
        self.hide_notice()
        try:
            if self._phrasing.is_said(self._question, words):
                self._phrasing.unsay(self._question, words)
            else:
                instead_of = [one.words for one in others]
                self._phrasing.say(self._question, words, instead_of)
        except Problem as problem:
            self.show_problem(problem)
        self._show_answer()

    def _on_saving_changed(self) -> None:
        self.status.show_saved(self.opened.document.save_state.saved)
        told = self.saving_trouble()
        if told is not None and told != self._told:
            self._told = told
            if told:
                self.show_notice(told)
