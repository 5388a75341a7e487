"""Things to pick, each with a picture and words: faces, options, yes and no."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from coprod_desktop.content.themes import Theme
from coprod_desktop.gui.look import Look
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.plain import discard
from coprod_desktop.gui.widgets.plate import Face, Line
from coprod_desktop.gui.widgets.pressable import Pressable
from coprod_desktop.gui.widgets.spoken_roles import speak_roles
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout


class Shown(NamedTuple):
    """How an option shows what it does; 0 and None where it is as the others are."""

    words_px: int = 0
    picture_px: int = 0
    theme: Theme | None = None


class OptionView(NamedTuple):
    """One thing to pick."""

    id: str
    words: str
    picture: str | None
    is_picked: bool = False
    says: str = ""
    """A sentence below."""
    shown: Shown = Shown()


class OptionButton(Pressable):
    """An option to pick."""

    def __init__(self, stage: Stage, view: OptionView, *, many: bool) -> None:
        self.view = view
        self._many = many
        super().__init__(stage, view.words, view.says)
        self.set_picked(view.is_picked, is_one_of=not many)

    def show_view(self, view: OptionView) -> None:
        """Show the option as it is now."""
        self.view = view
        self.setAccessibleName(view.words)
        self.setAccessibleDescription(view.says)
        self.set_picked(view.is_picked, is_one_of=not self._many)

    def face(self) -> Face:
        """Return what the button shows in the look of the moment."""
        look, view = self.look(), self.view
        return Face(
            (
                Line(view.words, view.shown.words_px or look.small_px, is_bold=True),
                Line(view.says, look.small_px),
            ),
            view.picture,
            view.shown.picture_px or look.picture(min(96, 36 + look.text_px)),
            is_column=True,
            least_height=look.tile_px if view.picture else look.control_px,
        )

    def look(self) -> Look:
        """Return the look of now, in the colours that the option stands for."""
        look, theme = super().look(), self.view.shown.theme
        return look if theme is None else look._replace(theme=theme)


class ChoiceGrid(QWidget):
    """Options side by side. A pick is asked of the owner, who shows what came of it."""

    picked = Signal(str)
    spoken_role = QAccessible.Role.Grouping

    def __init__(
        self,
        stage: Stage,
        options: tuple[OptionView, ...],
        name: str = "",
        *,
        many: bool = False,
        columns: int = 5,
    ) -> None:
        super().__init__()
        speak_roles()
        self._stage = stage
        self._many = many
        self._buttons: list[OptionButton] = []
        self._grid = WrapLayout(self, columns=columns)
        self.setAccessibleName(name)
        self.show_options(options)

    def keep_places(self) -> None:
        """Let few options be no wider than many, where their words have room."""
        self._grid.keep_places()

    def show_options(self, options: tuple[OptionView, ...]) -> None:
        """Show these options as they are now; the focus stays where it was."""
        if [one.view.id for one in self._buttons] == [one.id for one in options]:
            for button, option in zip(self._buttons, options, strict=True):
                button.show_view(option)
            return
        for button in self._buttons:
            self._grid.removeWidget(button)
            discard(button)
        self._buttons = [self._button(option) for option in options]

    def buttons(self) -> tuple[OptionButton, ...]:
        """Return the options' buttons in order."""
        return tuple(self._buttons)

    def _button(self, option: OptionView) -> OptionButton:
        button = OptionButton(self._stage, option, many=self._many)
        button.clicked.connect(lambda *_: self.picked.emit(button.view.id))
        self._grid.addWidget(button)
        return button
