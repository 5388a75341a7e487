"""What every screen and widget is given: words, look, pictures, background, clock."""

from __future__ import annotations

from typing import NamedTuple

from coprod_desktop.gui.background import Background
from coprod_desktop.gui.look import Look
from coprod_desktop.gui.look_board import LookBoard
from coprod_desktop.gui.tongue import Tongue
from coprod_desktop.gui.widgets.picture import PictureShelf
from coprod_desktop.i18n.catalogue import Catalogue
from coprod_desktop.model.ports import Clock


class Stage(NamedTuple):
    """The same for all screens of one window."""

    tongue: Tongue
    board: LookBoard
    pictures: PictureShelf
    background: Background
    clock: Clock

    @property
    def words(self) -> Catalogue:
        """The words of the program in the language that is spoken now."""
        return self.tongue.words

    @property
    def look(self) -> Look:
        """The look now."""
        return self.board.look
