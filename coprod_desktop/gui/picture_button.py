"""A button with its picture above its words, for answers that take one press."""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.plate import Face, Line
from coprod_desktop.gui.widgets.pressable import Pressable


class PictureButton(Pressable):
    """One answer: a big picture and words."""

    def __init__(
        self, stage: Stage, words: str, picture: str, run: Callable[[], None]
    ) -> None:
        super().__init__(stage, words)
        self._words = words
        self._picture = picture
        self.clicked.connect(lambda *_: run())

    def face(self) -> Face:
        look = self._stage.look
        return Face(
            (Line(self._words, look.text_px, is_bold=True),),
            self._picture,
            round(min(72, look.text_px * 3)),
            is_column=True,
            least_height=round(look.tile_px * 1.2),
        )
