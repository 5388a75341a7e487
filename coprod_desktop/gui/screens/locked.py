"""The lock screen. It names nobody, whoever sat here last."""

from __future__ import annotations

from typing import NamedTuple

from coprod_desktop.gui.going import going
from coprod_desktop.gui.lock_places import ToCloseWard, ToOwnSignIn, ToStaffReturn
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout


class WaysBack(NamedTuple):
    """How somebody can go on from here."""

    can_come_alone: bool
    """Whether anybody of the ward has a sign-in of their own."""


class LockedScreen(Screen):
    """Go on with an own sign-in, or with staff. Or close the ward altogether."""

    def __init__(self, stage: Stage, ways: WaysBack) -> None:
        words = stage.words
        close = Action(words.text("locked.close"), None, going(self, ToCloseWard()))
        frame = Frame(words.text("locked.title"), "lock", outs=(close,))
        super().__init__(stage, frame)
        self.body.addWidget(Notice(stage, words.text("locked.saved"), "good"))
        row = WrapLayout(columns=2)
        row.setSpacing(12)
        self.tiles = tuple(self._tiles(ways))
        for tile in self.tiles:
            row.addWidget(tile)
        self.body.addLayout(row)
        self.body.addStretch(1)

    def focus_first(self) -> None:
        """Stand on the first way to go on."""
        self.tiles[0].setFocus()

    def _tiles(self, ways: WaysBack) -> list[Tile]:
        words = self.stage.words
        own = TileView(
            words.text("locked.own"), words.text("locked.own_help"), picture="key"
        )
        staff = TileView(
            words.text("locked.staff"), words.text("locked.staff_help"), picture="staff"
        )
        found = [Tile(self.stage, staff, going(self, ToStaffReturn()))]
        if ways.can_come_alone:
            found.insert(0, Tile(self.stage, own, going(self, ToOwnSignIn())))
        return found
