"""One question: everybody's words about it, and the pen at work."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QTimer
from PySide6.QtGui import QKeyEvent, QKeySequence

from coprod_desktop.gui.answers.pen_work import PenWork
from coprod_desktop.gui.chosen_places import ToPhrases, ToSpelling
from coprod_desktop.gui.form_screen import FormScreen
from coprod_desktop.gui.going import going
from coprod_desktop.gui.lock_places import ToHandOver
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.pen_choice import PenRows
from coprod_desktop.gui.places import (
    ToCheck,
    ToParts,
    ToQuestion,
    ToReadBack,
    ToRubOut,
)
from coprod_desktop.gui.question_cards import QuestionCards
from coprod_desktop.gui.saved_line import SavedLine
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.whose_words import names_in_a_row
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.authored_text import Attribution
from coprod_desktop.model.documents import Standing
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import NotYourWords, Problem
from coprod_desktop.model.said import WayOut

_MOST_NAMES = 3
"""More people than this are counted and not named in the line above the question."""


class QuestionScreen(FormScreen):
    """One question a screen (LOOK, one thing a screen)."""

    def __init__(self, stage: Stage, opened: Opened, question: str) -> None:
        document, words = opened.document, stage.words
        document.visit(question)
        self._question = opened.question(question)
        self._picked = document.picked
        super().__init__(
            stage,
            opened,
            Frame(
                opened.prompt(question),
                self._question.picture,
                self._before(),
                help=document.words.helps.get(question, ""),
                private=words.text("private.unshared"),
            ),
        )
        self._counter = ""
        self._is_refused = False
        self._told = ""
        self.work = PenWork(opened, self._question)
        self.pens = PenRows(stage, opened)
        self.cards = QuestionCards(stage, self.work, self.views)
        self.undo_button = BigButton(
            stage, words.text("question.undo"), "undo", "quiet", self.work.undo
        )
        self.redo_button = BigButton(
            stage, words.text("question.redo"), None, "quiet", self.work.redo
        )
        self.rub_out = BigButton(
            stage, words.text("question.rub_out"), "remove", "quiet", self._rub_out
        )
        self.status = SavedLine(stage)
        self._fill()
        self._listen()
        self._show_state()

    def focus_first(self) -> None:
        """Put the focus where the answer is written."""
        self.cards.answer.take_focus()
        self.hear_private_first()
        bar = self.area.verticalScrollBar()
        QTimer.singleShot(0, self, lambda: bar.setValue(0))

    def left(self) -> None:
        """Save what was written.

        Raises:
            Problem: It could not be saved; it stays on the screen.
        """
        self.cards.answer.finish()
        self.opened.document.flush()

    def go_back(self) -> None:
        """Go to the question before, or to the list of parts."""
        self._leave_for(self._before())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.work.undo()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.work.redo()
        else:
            super().keyPressEvent(event)

    # --- Building -------------------------------------------------------------------

    def _fill(self) -> None:
        words = self.stage.words
        self.body.addWidget(self.pens)
        self.body.addWidget(self.cards)
        steps = WrapLayout()
        steps.addWidget(self.undo_button)
        steps.addWidget(self.redo_button)
        steps.addWidget(self.rub_out)
        steps.addWidget(
            BigButton(
                self.stage,
                words.text("question.all"),
                "list",
                "quiet",
                lambda: self._leave_for(ToParts()),
            )
        )
        steps.addWidget(self.pens.more)
        steps.addWidget(self._hand_over_button())
        self.body.addLayout(steps)
        self.body.addStretch(1)
        self.set_status(self.status)
        is_last = self._after() == ToCheck()
        key = "question.finish" if is_last else "question.next"
        self.set_main(Action(words.text(key), "next", self._on_next_pressed))
        self.set_outs(
            tuple(
                Action(words.text(f"question.{way}"), None, partial(self._take, way))
                for way in (WayOut.DECLINED, WayOut.LATER, WayOut.DONT_KNOW)
            )
        )

    def _hand_over_button(self) -> BigButton:
        words = self.stage.words.text("question.hand_over")
        run = going(self, ToHandOver())
        return BigButton(self.stage, words, "together", "quiet", run)

    def _listen(self) -> None:
        self.work.refused.connect(self._on_work_refused)
        self.work.changed.connect(self._on_work_changed)
        self.pens.taken.connect(self._on_pen_taken)
        self.cards.touched.connect(self._on_card_touched)
        self.cards.left_for.connect(self._leave_for)
        self.cards.pen_asked.connect(self._on_mode_taken)
        self.cards.read_back_asked.connect(self._on_read_back_asked)
        self.opened.saving.changed.connect(self._on_saving_changed)

    # --- Showing --------------------------------------------------------------------

    def _show_state(self) -> None:
        writing, question = self.opened.document.writing, self._question.id
        self.undo_button.setEnabled(writing.may_undo(question))
        self.redo_button.setEnabled(writing.may_redo(question))
        self.rub_out.setVisible(self._has_unshared())
        number = self._picked.index(question) + 1 if question in self._picked else 1
        where = self.stage.words.text(
            "question.counter", number=number, count=max(len(self._picked), number)
        )
        if where != self._counter:
            self._counter = where
            self.set_where(where)
        if self.private is not None:
            who = self._who_sees()
            self.private.show_words(self.stage.words.text("private.and_help", who=who))
        self._on_saving_changed()

    def _who_sees(self) -> str:
        card, words = self.work.card, self.stage.words
        if card.statement is None:
            alone = self.opened.is_alone
            return words.text("question.only_you" if alone else "question.only_here")
        if not card.is_shared:
            return words.text("question.shared_changed")
        people = self.opened.document.sharing.audience()
        names = [one.name for one in people if one.id != card.voice]
        if not names or len(names) > _MOST_NAMES:
            return words.plural("question.shared_count", len(names) or 1)
        names_in_row = names_in_a_row(words, names)
        return words.text("question.shared_with", names=names_in_row)

    def _on_saving_changed(self) -> None:
        state = self.opened.document.save_state
        self.status.show_saved(state.saved)
        told = self.saving_trouble()
        if told is not None and told != self._told:
            self._told = told
            self.hide_notice()
            self.cards.show_notice(told)

    # --- Writing --------------------------------------------------------------------

    def _on_work_changed(self) -> None:
        if not self._is_refused:
            self.cards.hide_notice()
        self._is_refused = False
        self.cards.show_changes()
        self._show_state()

    def _on_work_refused(self, problem: Problem) -> None:
        self._is_refused = True
        self.cards.show_notice(self.sentence(problem))

    def _on_card_touched(self, owner: PersonId) -> None:
        self.cards.show_notice(self.sentence(NotYourWords(owner)), owner)

    def _on_pen_taken(self, pen: Attribution) -> None:
        place = self._asking_back(ToQuestion(self._question.id))
        self.cards.answer.finish()
        self.opened.document.take_pen(pen)
        if isinstance(place, ToReadBack):
            self.went.emit(place)
        else:
            self._show_pen()

    def _on_mode_taken(self, pen: Attribution) -> None:
        """Go on writing for the same person, in another way."""
        self.opened.document.take_pen(pen)
        self._show_pen()
        self.cards.answer.take_focus()

    def _show_pen(self) -> None:
        self.pens.show_pens()
        self.cards.show_cards()
        self._show_state()

    def _take(self, way: WayOut) -> None:
        writing = self.opened.document.writing
        try:
            writing.take_way_out(self._question.id, way)
        except Problem as problem:
            self._on_work_refused(problem)
            return
        self._leave_for(self._after())

    # --- Going on -------------------------------------------------------------------

    def _has_unshared(self) -> bool:
        draft = self.work.card.draft
        return draft is not None and not draft.said.is_empty

    def _rub_out(self) -> None:
        self.cards.answer.finish()
        self.went.emit(ToRubOut(self._question.id))

    def _on_next_pressed(self) -> None:
        self._leave_for(self._after())

    def _on_read_back_asked(self, voice: PersonId) -> None:
        here = ToQuestion(self._question.id)
        going(self, ToReadBack(self._question.id, voice, here))()

    def _leave_for(self, place: object) -> None:
        self.cards.answer.finish()
        self.went.emit(self._asking_back(place))

    def _asking_back(self, place: object) -> object:
        """Return the way to a place: past reading back what a scribe just wrote."""
        card, pen = self.work.card, self.opened.document.pen
        if isinstance(place, ToPhrases | ToSpelling):
            return place  # the answer goes on there
        if pen.is_own_hand or card.standing is not Standing.NOT_YET:
            return place
        if card.draft is None or card.draft.confirmation is not None:
            return place
        return ToReadBack(self._question.id, card.voice, place)

    def _before(self) -> object:
        at = self._place_in_row()
        return ToQuestion(self._picked[at - 1]) if at > 0 else ToParts()

    def _after(self) -> object:
        at = self._place_in_row() + 1
        return ToQuestion(self._picked[at]) if at < len(self._picked) else ToCheck()

    def _place_in_row(self) -> int:
        question = self._question.id
        return self._picked.index(question) if question in self._picked else 0
