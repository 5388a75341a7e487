"""Choosing the picture of a hard word, from all that the program has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from coprod_desktop.gui.going import going
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.model.problem import Problem


@dataclass(frozen=True, slots=True)
class PicturePage:
    """Some of the pictures, and where others are."""

    word: str
    pictures: Sequence[OptionView]
    number: int
    """Counted from 1."""
    count: int
    before: object
    more: object
    keep: Callable[[str], object]
    """Keeps the picture of this meaning, or none for an empty one, and returns where
    to go then. Raises Problem."""
    back: object


class WordPictureScreen(Screen):
    """A page of pictures; a press chooses one and goes on."""

    def __init__(self, stage: Stage, page: PicturePage) -> None:
        words = stage.words
        self._keep = page.keep
        super().__init__(
            stage,
            Frame(
                words.text("ward_words.picture_title"),
                "search",
                page.back,
                Action(words.text("ward_words.more"), "next", going(self, page.more)),
                outs=(
                    Action(
                        words.text("ward_words.no_picture"), "no", self._on_none_wanted
                    ),
                    Action(words.text("ward_words.before"), None, self._back_one(page)),
                ),
                help=words.text("ward_words.picture_help"),
            ),
        )
        pages = words.text("pictures.page", number=page.number, count=page.count)
        self.set_where(page.word, pages)
        self.pictures = ChoiceGrid(
            stage, tuple(page.pictures), self.frame.title, columns=5
        )
        self.pictures.picked.connect(self._on_picture_picked)
        self.body.addWidget(self.pictures)
        self.body.addStretch(1)

    def _back_one(self, page: PicturePage) -> Callable[[], None]:
        return going(self, page.before)

    def _on_none_wanted(self) -> None:
        self._on_picture_picked("")

    def _on_picture_picked(self, picture: str) -> None:
        try:
            place = self._keep(picture)
        except Problem as problem:
            self.show_problem(problem)
            return
        self.went.emit(place)
