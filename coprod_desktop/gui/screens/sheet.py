"""Words from paper: the code of a sheet, and the questions that stand on it."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import ToParts, ToQuestion
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.sheet_places import ToKeepPhotograph
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.gui.widgets.plain import discard, text_label
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.pens import PenChoice, copying_pens


class SheetScreen(Screen):
    """No question is shown before the code is right, and is this person's."""

    def __init__(self, stage: Stage, opened: Opened, code: str = "") -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("sheet.title"),
                "paper",
                ToParts(),
                main=Action(words.text("sheet.find"), "search", self._find),
                help=words.text("sheet.help"),
                private=words.text("private.unshared"),
            ),
        )
        self._opened = opened
        self._pens = copying_pens(opened.pens(), opened.patient_id)
        self._pen = self._pens[0]
        label, says = words.text("sheet.code"), words.text("sheet.code_says")
        self.field = LineField(label, says, longest=24)
        self.field.entered.connect(self._find)
        self.body.addWidget(self.field)
        self.writers = self._add_writers() if len(self._pens) > 1 else None
        self.tiles: list[Tile] = []
        self._found: QWidget | None = None
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self.body.addStretch(1)
        if code:
            self.field.set_text(code)
            self._find()

    def focus_first(self) -> None:
        """Stand on the line for the code; where it is known, on the first question."""
        if self.tiles:
            self.tiles[0].setFocus()
        else:
            self.field.setFocus()
        self.hear_private_first()

    def _add_writers(self) -> ChoiceGrid:
        who = self.stage.words.text("sheet.who")
        grid = ChoiceGrid(self.stage, self._options(), who, columns=4)
        grid.picked.connect(self._on_writer_picked)
        self.body.addWidget(Heading(who, 2))
        self.body.addWidget(grid)
        return grid

    def _options(self) -> tuple[OptionView, ...]:
        return tuple(
            OptionView(one.writer.id, one.writer.name, "scribe", one is self._pen)
            for one in self._pens
        )

    def _on_writer_picked(self, picked: str) -> None:
        self._pen = next(one for one in self._pens if one.writer.id == picked)
        if self.writers is not None:
            self.writers.show_options(self._options())
        if self.tiles:
            self._find()

    def _find(self) -> None:
        if self._found is not None:
            self._place.removeWidget(self._found)
            discard(self._found)
            self._found, self.tiles = None, []
        try:
            questions = self._opened.document.sheets.questions(self.field.text())
        except Problem as problem:
            self.field.show_error(self.sentence(problem))
            self.field.setFocus()
            return
        self.field.show_error("")
        self._show(questions)

    def _show(self, questions: tuple[str, ...]) -> None:
        words = self.stage.words
        self._found = QWidget()
        column = QVBoxLayout(self._found)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(Heading(words.text("sheet.found"), 2))
        names = {"writer": self._pen.writer.name, "name": self._pen.voice.name}
        column.addWidget(text_label(words.text("sheet.copied_by", **names), "strong"))
        for question in questions:
            picture = self._opened.question(question).picture
            view = TileView(self._opened.prompt(question), picture=picture)
            tile = Tile(self.stage, view, partial(self._copy, question, self._pen))
            self.tiles.append(tile)
            column.addWidget(tile)
        column.addLayout(in_a_row(self._photograph_button()))
        self._place.addWidget(self._found)
        # A layout shows it a moment later, and nothing hidden takes the focus.
        self._found.show()
        self.tiles[0].setFocus()
        self.area.show_whole(self.tiles[0])

    def _photograph_button(self) -> BigButton:
        said = self.stage.words.text("photograph.for_sheet")
        return BigButton(self.stage, said, "camera", "quiet", self._bring_photograph)

    def _bring_photograph(self) -> None:
        self._go(self._pen, ToKeepPhotograph(self.field.text()))

    def _copy(self, question: str, pen: PenChoice) -> None:
        self._go(pen, ToQuestion(question))

    def _go(self, pen: PenChoice, place: object) -> None:
        """Hand the pen to whoever copies, and go on."""
        try:
            self._opened.document.take_pen(pen.attribution)
        except Problem as problem:
            self.show_problem(problem)
            return
        self.went.emit(place)
