"""Choosing how much of a long form to answer: short, all of it, or picked questions."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import ToParts
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.problem import Problem


class PickScreen(Screen):
    """The short form, the whole form, or the questions that the person picks."""

    def __init__(self, stage: Stage, opened: Opened) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("pick.title"),
                opened.document.form.template.picture,
                ToParts(),
                main=Action(words.text("pick.keep"), "next", self._keep),
                help=words.text("pick.help"),
                private=words.text("private.unshared"),
            ),
        )
        self._opened = opened
        self._picked = list(opened.document.picked)
        self._grids: dict[str, ChoiceGrid] = {}
        self._show_ways()
        self.body.addWidget(Heading(words.text("pick.own"), 2))
        for section in opened.document.form.template.sections:
            self._show_section(section.id)
        self.body.addStretch(1)

    def _every(self) -> tuple[str, ...]:
        template = self._opened.document.form.template
        return tuple(one.id for one in template.questions())

    def _short(self) -> tuple[str, ...]:
        template = self._opened.document.form.template
        return tuple(one.id for one in template.questions() if one.is_in_short)

    def _show_ways(self) -> None:
        words = self.stage.words
        holder = QWidget()
        row = WrapLayout(holder, columns=2)
        for key, picture, questions in (
            ("short", "clock", self._short()),
            ("full", "list", self._every()),
        ):
            says = words.text(f"pick.{key}_says", count=len(questions))
            view = TileView(words.text(f"pick.{key}"), says, picture=picture)
            row.addWidget(Tile(self.stage, view, partial(self.take, questions)))
        self.body.addWidget(holder)

    def _show_section(self, section: str) -> None:
        title = self._opened.document.words.sections[section]
        self.body.addWidget(Heading(title, 2))
        grid = ChoiceGrid(
            self.stage, self._options(section), title, many=True, columns=3
        )
        grid.picked.connect(self._on_question_picked)
        self._grids[section] = grid
        self.body.addWidget(grid)

    def _options(self, section: str) -> tuple[OptionView, ...]:
        sections = self._opened.document.form.template.sections
        questions = next(one.questions for one in sections if one.id == section)
        return tuple(
            OptionView(
                one.id,
                self._opened.prompt(one.id),
                one.picture,
                one.id in self._picked,
            )
            for one in questions
        )

    def _on_question_picked(self, question: str) -> None:
        if question in self._picked:
            self._picked.remove(question)
        else:
            self._picked.append(question)
        for section, grid in self._grids.items():
            grid.show_options(self._options(section))

    def take(self, questions: tuple[str, ...]) -> None:
        """Answer exactly these questions, and go to the list of parts."""
        self._opened.document.pick(questions)
        self.went.emit(ToParts())

    def _keep(self) -> None:
        if not self._picked:
            self.show_problem(Problem("pick.none"))
            return
        self.take(tuple(one for one in self._every() if one in self._picked))
