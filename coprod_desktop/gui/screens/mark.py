"""Something is wrong with this: what a voice says of its own shared words."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.form_screen import FormScreen
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.own_places import ToMark
from coprod_desktop.gui.pen_choice import pair_of, pen_views
from coprod_desktop.gui.read_card import ReadCard
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.pen_bar import PenBar
from coprod_desktop.gui.widgets.plain import discard, text_label
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.authored_text import Attribution
from coprod_desktop.model.documents import Mark, MarkKind, Statement
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.cards import Card
from coprod_desktop.workspace.pens import PenChoice

_WORDS = {
    MarkKind.NOT_MINE: ("mark.not_mine", "mark.not_mine_says", "no"),
    MarkKind.PRESSED: ("mark.pressed", "mark.pressed_says", "done-to"),
}
_ON_PAPER, _OFF_PAPER = "yes", "no"


class MarkScreen(FormScreen):
    """Two big choices; what was said can be taken back by whoever said it."""

    def __init__(self, stage: Stage, opened: Opened, place: ToMark) -> None:
        words = stage.words
        super().__init__(
            stage,
            opened,
            Frame(
                words.text("mark.title"),
                "warning-signs",
                place.then,
                main=Action(words.text("mark.done"), "next", self.go_back),
                help=words.text("mark.help"),
            ),
        )
        self._statement = place.statement
        self._pen_before = opened.document.pen
        self._pens = self._of_the_voice()
        if self._pens and opened.pen not in self._pens:
            opened.document.take_pen(self._pens[0].attribution)
        self.set_where(opened.prompt(self._card.question))
        self.tiles: dict[MarkKind, Tile] = {}
        self.printing: dict[MarkKind, ChoiceGrid] = {}
        self._told: Notice | None = None
        self._content = QWidget()
        self.body.addWidget(self._content)
        self.body.addStretch(1)
        self._show_content()

    def left(self) -> None:
        """Give the pen back to whoever held it."""
        self.opened.document.take_pen(self._pen_before)

    # --- Showing --------------------------------------------------------------------

    @property
    def _card(self) -> Card:
        for question in self.opened.document.form.template.questions():
            for card in self.opened.document.cards(question.id):
                if card.statement is not None and card.statement.id == self._statement:
                    return card
        raise KeyError(self._statement)

    @property
    def _shared(self) -> Statement:
        statement = self._card.statement
        if statement is None:
            raise KeyError(self._statement)
        return statement

    def _of_the_voice(self) -> tuple[PenChoice, ...]:
        """Return the pens of whose words these are, each way of writing once."""
        voice = self._card.voice
        pens = [one for one in self.opened.pens() if one.voice.id == voice]
        return tuple({pair_of(one): one for one in reversed(pens)}.values())[::-1]

    def _show_content(self) -> None:
        before, self._content = self._content, QWidget()
        self._steps = QVBoxLayout(self._content)
        self._steps.setContentsMargins(0, 0, 0, 0)
        self._steps.setSpacing(self.stage.look.below_px())
        self._show_pens()
        self._steps.addWidget(ReadCard(self.stage, self.views.written(self._card)))
        for mark in self._shared.marks:
            self._show_mark(mark)
        self._show_tiles()
        self.body.replaceWidget(before, self._content)
        discard(before)

    def _show_pens(self) -> None:
        pens = PenBar(self.stage)
        held = pair_of(self.opened.pen)
        pens.show_pens(pen_views(self.views.whose, self._pens, held))
        pens.taken.connect(self._on_pen_taken)
        self._steps.addWidget(pens)
        if len(self._pens) < 2:
            pens.hide()

    def _show_tiles(self) -> None:
        words = self.stage.words
        offered = self.opened.document.marks.offered(self._statement)
        self.tiles = {}
        tiles = WrapLayout(columns=2)
        tiles.setSpacing(12)
        for kind in offered:
            title, says, picture = _WORDS[kind]
            view = TileView(words.text(title), words.text(says), picture=picture)
            self.tiles[kind] = Tile(self.stage, view, partial(self._put, kind))
            tiles.addWidget(self.tiles[kind])
        if offered:
            next_steps = words.text("mark.what_happens")
            self._steps.addWidget(SaidLine(self.stage, next_steps, "people"))
        self._steps.addLayout(tiles)

    def _show_mark(self, mark: Mark) -> None:
        """Offer what can be done about something that was said."""
        words = self.stage.words
        said = words.text(_WORDS[mark.kind][0])
        heading = words.text("mark.you_said", mark=said)
        self._steps.addWidget(Heading(heading, level=2))
        if not self.opened.document.marks.may_take_back(self._statement):
            name = self._card.person.name
            only = words.text("mark.only_theirs", name=name)
            self._steps.addWidget(text_label(only))
            return
        grid = ChoiceGrid(self.stage, self._options(mark), heading, columns=2)
        grid.picked.connect(partial(self._on_printing_picked, mark.kind))
        self.printing[mark.kind] = grid
        self._steps.addWidget(grid)
        take_back = words.text("mark.take_back")
        button = BigButton(
            self.stage, take_back, "undo", "quiet", partial(self._take_back, mark.kind)
        )
        button.setAccessibleDescription(said)
        row = WrapLayout()
        row.addWidget(button)
        self._steps.addLayout(row)

    def _options(self, mark: Mark) -> tuple[OptionView, ...]:
        words = self.stage.words
        return (
            OptionView(
                _ON_PAPER, words.text("mark.on_paper"), "print", mark.is_printed
            ),
            OptionView(
                _OFF_PAPER, words.text("mark.off_paper"), "private", not mark.is_printed
            ),
        )

    # --- Saying ---------------------------------------------------------------------

    def _on_pen_taken(self, pen: Attribution) -> None:
        self.opened.document.take_pen(pen)
        self._show_content()

    def _put(self, kind: MarkKind) -> None:
        marks = self.opened.document.marks
        self._try(partial(marks.put, self._statement, kind), "mark.was_put")

    def _take_back(self, kind: MarkKind) -> None:
        marks = self.opened.document.marks
        self._try(
            partial(marks.take_back, self._statement, kind), "mark.was_taken_back"
        )

    def _on_printing_picked(self, kind: MarkKind, choice: str) -> None:
        is_printed = choice == _ON_PAPER
        marks = self.opened.document.marks
        said = "mark.will_print" if is_printed else "mark.will_not_print"
        self._try(
            partial(marks.set_printing, self._statement, kind, is_printed=is_printed),
            said,
        )

    def _try(self, act: partial[Statement], told: str) -> None:
        """Do it, show how things stand, and say what happens now."""
        self.hide_notice()
        try:
            act()
        except Problem as problem:
            self.show_problem(problem)
            return
        self._show_content()
        self._tell(self.stage.words.text(told))

    def _tell(self, sentence: str) -> None:
        if self._told is not None:
            self.body.removeWidget(self._told)
            discard(self._told)
        self._told = Notice(self.stage, sentence, "good")
        self.body.insertWidget(0, self._told)
        self._told.show()
        self._told.setFocus()
        self.area.show_whole(self._told)
