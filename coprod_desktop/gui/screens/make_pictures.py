"""Choosing own pictures: one a page, looked at together, and found once again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.content.pictures import alt_key
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.secret_field import picture_pages
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.waiting import WaitingScreen
from coprod_desktop.gui.widgets.picture import Picture
from coprod_desktop.gui.widgets.picture_rounds import PictureRounds
from coprod_desktop.gui.widgets.plain import discard, text_label
from coprod_desktop.gui.widgets.status_line import StatusLine
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.problem import Problem


@dataclass(frozen=True, slots=True)
class PicturesMaking:
    """Whose pictures are chosen, from which pages, and where that leads."""

    name: str
    pages: tuple[tuple[str, ...], ...]
    back: object
    """The place where a way to sign in is chosen."""
    make: Callable[[tuple[str, ...]], object]
    """Keeps the pictures; slow. Raises Problem."""
    made: Callable[[], object]
    """Returns the place to go to when they are kept."""


class Step(Enum):
    """How far choosing is."""

    CHOOSE = "choose"
    LOOK = "look"
    FIND = "find"


class MakePicturesScreen(WaitingScreen):
    """Three steps on one screen; Back goes one step back."""

    def __init__(self, stage: Stage, making: PicturesMaking) -> None:
        words = stage.words
        super().__init__(
            stage, Frame(words.text("make_pictures.title"), "dog", making.back)
        )
        self._making = making
        self._step = Step.CHOOSE
        self.set_where(making.name)
        self.told = StatusLine(stage, role="body")
        pages = picture_pages(words, making.pages)
        self.choosing = PictureRounds(stage, pages)
        self.finding = PictureRounds(stage, pages)
        self.chosen = QWidget()
        self._chosen_row = WrapLayout(self.chosen, columns=4)
        self._cards: list[QWidget] = []
        self.choosing.finished.connect(self._on_pictures_chosen)
        self.finding.finished.connect(self._on_pictures_found)
        for part in (self.told, self.choosing, self.chosen, self.finding):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self._show(Step.CHOOSE)

    def focus_first(self) -> None:
        """Stand on the first picture, or on what comes next."""
        if self._step is Step.LOOK:
            self.focus_main()
        else:
            self._rounds.setFocus()

    def left(self) -> None:
        """Leave no pictures behind."""
        self._show(Step.CHOOSE)

    def go_back(self) -> None:
        """Go one step back, or to where Back leads."""
        if self._step is Step.CHOOSE or self.is_waiting:
            super().go_back()
            return
        self._show(Step.CHOOSE if self._step is Step.LOOK else Step.LOOK)
        self.focus_first()

    @property
    def _rounds(self) -> PictureRounds:
        return self.finding if self._step is Step.FIND else self.choosing

    def _show(self, step: Step) -> None:
        words, self._step = self.stage.words, step
        self.told.show_status(words.text(f"make_pictures.{step.value}"))
        if step is Step.CHOOSE:
            self.choosing.clear()
        self.finding.clear()
        self.choosing.setVisible(step is Step.CHOOSE)
        self.chosen.setVisible(step is Step.LOOK)
        self.finding.setVisible(step is Step.FIND)
        find = Action(words.text("make_pictures.find_now"), "next", self._go_find)
        self.set_main(find if step is Step.LOOK else None)
        self.hide_notice()

    def _on_pictures_chosen(self) -> None:
        for card in self._cards:
            self._chosen_row.removeWidget(card)
            discard(card)
        self._cards = [self._card(one) for one in self.choosing.picked()]
        for card in self._cards:
            self._chosen_row.addWidget(card)
        self._show(Step.LOOK)
        self.focus_first()

    def _card(self, meaning: str) -> QWidget:
        card = QWidget()
        column = QVBoxLayout(card)
        picture = Picture(self.stage.pictures, meaning, 0)
        picture.grow_with(self.stage.board, lambda look: look.picture_px)
        column.addWidget(picture)
        words = text_label(self.stage.words.text(alt_key(meaning)), "strong")
        column.addWidget(words)
        return card

    def _go_find(self) -> None:
        self._show(Step.FIND)
        self.focus_first()

    def _on_pictures_found(self) -> None:
        picked = self.choosing.picked()
        if set(self.finding.picked()) != set(picked):
            self._show(Step.LOOK)
            self.show_notice(self.stage.words.text("make_pictures.differ"))
            return
        self.wait_for(
            self.stage.words.text("make_pictures.keeping"),
            lambda: self._making.make(picked),
            lambda _: self.went.emit(self._making.made()),
            self._on_pictures_refused,
        )

    def _on_pictures_refused(self, problem: Problem) -> None:
        self._show(Step.CHOOSE)
        self.show_problem(problem)
