"""What staff can see to: who opens the ward, who is named, and an emergency."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from coprod_desktop.gui.going import going
from coprod_desktop.gui.places import ToWhoIsHere
from coprod_desktop.gui.screen import Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout


class StaffTask(NamedTuple):
    """One thing to see to, and where it is done."""

    view: TileView
    place: object


class StaffScreen(Screen):
    """One tile a thing; what needs somebody before that stands above them."""

    def __init__(
        self,
        stage: Stage,
        tasks: Sequence[StaffTask],
        pressing: Sequence[QWidget] = (),
    ) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("staff.title"),
                "ward",
                ToWhoIsHere(),
                help=words.text("staff.help"),
            ),
        )
        for one in pressing:
            self.body.addWidget(one)
        tiles = WrapLayout(columns=2)
        tiles.setSpacing(12)
        for task in tasks:
            tiles.addWidget(Tile(stage, task.view, going(self, task.place)))
        self.body.addLayout(tiles)
        self.body.addStretch(1)
