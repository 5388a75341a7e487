"""What was said to the talk cards, as a list. It stands in the draft already."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.chosen_places import ToTalk, ToTalkCard
from coprod_desktop.gui.form_screen import FormScreen
from coprod_desktop.gui.going import going
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import ToCheck, ToParts
from coprod_desktop.gui.saved_line import SavedLine
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.talk_deck import deck
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.plain import discard, text_label
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.talking import TalkCard


class TalkEndScreen(FormScreen):
    """Each thing that was said, under its question, with a way to take it away."""

    def __init__(self, stage: Stage, opened: Opened, part: str) -> None:
        words = stage.words
        super().__init__(
            stage,
            opened,
            Frame(
                words.text("talk.end"),
                "talk",
                ToTalk(),
                main=Action(words.text("talk.done"), "next", self._done),
                outs=(
                    Action(words.text("parts.check"), None, self._check),
                    Action(words.text("talk.again"), None, self._again),
                ),
                help=words.text("talk.end_help"),
                private=words.text("private.unshared"),
            ),
        )
        self._part = part
        self._said = QWidget()
        self.status = SavedLine(stage)
        self.set_status(self.status)
        opened.saving.changed.connect(self._on_saving_changed)
        self._show_said()

    def left(self) -> None:
        """Save what was taken away.

        Raises:
            Problem: It could not be saved; it stays on the screen.
        """
        self.opened.document.flush()

    def _show_said(self) -> None:
        discard(self._said)
        self.body.removeWidget(self._said)
        self._said = QWidget()
        column = QVBoxLayout(self._said)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.stage.look.gap_px)
        whose = self.views.whose
        column.addWidget(text_label(whose.label(self.opened.pen.voice), "strong"))
        column.addWidget(text_label(whose.pen_at_work(self.opened.pen), "quiet"))
        asked = ""
        for card in deck(self.opened, self._part):
            said = self._line(card)
            if not said:
                continue
            if card.question != asked:
                asked = card.question
                column.addWidget(Heading(self.opened.prompt(asked), 2))
            column.addWidget(SaidLine(self.stage, said, card.picture))
            column.addLayout(in_a_row(self._button(card, said)))
        if not asked:
            nothing = self.stage.words.text("talk.nothing")
            column.addWidget(SaidLine(self.stage, nothing, "not-now"))
        column.addStretch(1)
        self.body.addWidget(self._said)
        self._on_saving_changed()

    def _line(self, card: TalkCard) -> str:
        """Return what was said to a card, as it stands in the answer."""
        given = self.opened.document.talking.answer_to(card)
        if given is None:
            return ""
        words = card.says.get(given)
        return words or self.opened.option(card.question, card.picks[given])

    def _button(self, card: TalkCard, said: str) -> BigButton:
        words = self.stage.words
        run = partial(self._take_back, card)
        button = BigButton(
            self.stage, words.text("talk.take_back"), "remove", "quiet", run
        )
        button.setAccessibleDescription(said)
        return button

    def _take_back(self, card: TalkCard) -> None:
        self.hide_notice()
        try:
            self.opened.document.talking.take_back(card)
        except Problem as problem:
            self.show_problem(problem)
            return
        self._show_said()
        self.show_notice(self.stage.words.text("talk.taken_back"), "good")

    def _done(self) -> None:
        going(self, ToParts())()

    def _check(self) -> None:
        going(self, ToCheck())()

    def _again(self) -> None:
        cards = deck(self.opened, self._part)
        going(self, ToTalkCard(self._part, 0) if cards else ToTalk())()

    def _on_saving_changed(self) -> None:
        self.status.show_saved(self.opened.document.save_state.saved)
