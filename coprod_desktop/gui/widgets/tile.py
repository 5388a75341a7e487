"""A tile: a big button with a title, a sentence, and how things stand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.plate import Face, Line
from coprod_desktop.gui.widgets.pressable import Pressable


@dataclass(frozen=True, slots=True)
class TileView:
    """What a tile says."""

    title: str
    summary: str = ""
    status: str = ""
    picture: str | None = None


class Tile(Pressable):
    """One thing to go to. Its name is the title; the rest is its description."""

    def __init__(
        self, stage: Stage, view: TileView, run: Callable[[], None] | None = None
    ) -> None:
        self._view = view
        rest = " ".join(part for part in (view.summary, view.status) if part)
        super().__init__(stage, view.title, rest)
        if run is not None:
            self.clicked.connect(lambda *_: run())

    @property
    def view(self) -> TileView:
        """What the tile says."""
        return self._view

    def face(self) -> Face:
        """Return what the button shows in the look of the moment."""
        look, view = self._stage.look, self._view
        lines = (
            Line(view.title, look.part_px, is_bold=True),
            Line(view.summary, look.text_px),
            Line(view.status, look.small_px, is_quiet=True),
        )
        return Face(
            lines,
            view.picture,
            look.picture_px,
            is_centred=False,
            least_height=look.tile_px,
        )
