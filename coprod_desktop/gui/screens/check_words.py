"""Check your words: the whole form as it will print, with Change beside each."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod_desktop.gui.block_views import block_view
from coprod_desktop.gui.form_screen import FormScreen
from coprod_desktop.gui.going import going
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.own_places import ToMark
from coprod_desktop.gui.places import ToCheck, ToPaper, ToParts, ToQuestion, ToShare
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.statement_card import StatementCard
from coprod_desktop.model.documents import StatementId
from coprod_desktop.workspace import paper_blocks as blocks


class CheckWordsScreen(FormScreen):
    """The same blocks as the paper; what is not shared says so."""

    def __init__(self, stage: Stage, opened: Opened) -> None:
        words = stage.words
        super().__init__(
            stage,
            opened,
            Frame(
                words.text("check.title"),
                "read",
                ToParts(),
                help=words.text("check.help"),
                private=words.text("private.unshared"),
            ),
        )
        self.change_buttons: dict[str, BigButton] = {}
        self._own = opened.own_statements()
        for block in opened.document.papers.blocks(with_drafts=True).blocks:
            view = block_view(stage, block)
            if view is not None:
                self._add(block, view)
        self.body.addStretch(1)
        self._show_ways_on()

    def _add(self, block: blocks.Block, view: QWidget) -> None:
        if isinstance(block, blocks.Statement) and isinstance(view, StatementCard):
            self._offer_to_mark(block, view)
        if not isinstance(block, blocks.Heading) or not block.question:
            self.body.addWidget(view)
            return
        row = QHBoxLayout()
        row.addWidget(view, 1)
        change = self._change_button(block.question)
        row.addWidget(change, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)

    def _offer_to_mark(self, block: blocks.Statement, card: StatementCard) -> None:
        if block.statement in self._own:
            place = ToMark(StatementId(block.statement), ToCheck())
            words = self.stage.words.text("mark.open")
            card.add_action(words, "warning-signs", going(self, place))

    def _change_button(self, question: str) -> BigButton:
        words = self.stage.words
        go = going(self, ToQuestion(question))
        shown = words.text("check.change")
        button = BigButton(self.stage, shown, "change", "quiet", go)
        named = words.text("check.change_named", question=self.opened.prompt(question))
        button.setAccessibleName(named)
        self.change_buttons[question] = button
        return button

    def _show_ways_on(self) -> None:
        words = self.stage.words
        paper = Action(words.text("check.paper"), None, going(self, ToPaper()))
        if self.opened.document.sharing.unshared():
            share = words.text("check.share")
            self.set_main(Action(share, "next", going(self, ToShare())))
            self.set_outs((paper,))
        else:
            self.set_main(Action(paper.words, "next", paper.run))
