"""A big button: words, and maybe a picture before them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.plate import ARROWS, Face, Line, Trim
from coprod_desktop.gui.widgets.pressable import Pressable

Kind = Literal["main", "plain", "quiet", "out", "bar"]


_HEIGHTS = {"bar": 1.6, "out": 1.6}
"""The least height of a kind, of its text's."""


class BigButton(Pressable):
    """A button for one action.

    ``main`` is the one main action of a screen, ``plain`` others of weight, ``quiet``
    those in the body, ``out`` an honest way out, ``bar`` one of the top bar.
    """

    def __init__(
        self,
        stage: Stage,
        words: str,
        picture: str | None = None,
        kind: Kind = "quiet",
        run: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(stage, words)
        self._words = words
        self._picture = picture
        self._kind = kind
        if run is not None:
            self.clicked.connect(lambda *_: run())

    @property
    def words(self) -> str:
        """What stands on the button."""
        return self._words

    def show_words(self, words: str, picture: str | None = None) -> None:
        """Show other words and another picture."""
        self._words, self._picture = words, picture
        self.setAccessibleName(words)
        self.show_anew()

    def face(self) -> Face:
        """Return what the button shows in the look of the moment."""
        look = self._stage.look
        in_bar = self._kind in {"bar", "out", "main", "plain"}
        px = look.bar_px if in_bar else look.text_px
        picture_px = round(px * (1.0 if self._picture in ARROWS else 1.3))
        return Face(
            (Line(self._words, px, is_bold=True),),
            self._picture,
            picture_px,
            trim=Trim.QUIET if self._kind == "bar" else Trim(self._kind),
            least_height=max(48, round(px * _HEIGHTS.get(self._kind, 2.2))),
        )
