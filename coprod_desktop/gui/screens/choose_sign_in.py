"""A PIN or own pictures: the first time, and it can be put off."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coprod_desktop.gui.going import going
from coprod_desktop.gui.places import ToWhoIsHere
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout


@dataclass(frozen=True, slots=True)
class SignInWays:
    """Who chooses, and where each way leads."""

    name: str
    pin: object
    pictures: object
    not_now: Callable[[], object]
    """Puts it off; returns the place to go to."""
    figures: int = 6
    """Of a PIN here."""


class ChooseSignInScreen(Screen):
    """Two tiles, and the honest sentences about what a sign-in does and does not."""

    def __init__(self, stage: Stage, ways: SignInWays) -> None:
        words = stage.words
        self._ways = ways
        not_now = Action(words.text("choose_sign_in.not_now"), None, self._put_off)
        super().__init__(
            stage,
            Frame(
                words.text("choose_sign_in.title"),
                "key",
                ToWhoIsHere(),
                outs=(not_now,),
                help=words.text("choose_sign_in.help"),
            ),
        )
        self.set_where(ways.name)
        pin = TileView(
            words.text("choose_sign_in.pin"),
            words.text("choose_sign_in.pin_says", figures=ways.figures),
            picture="code",
        )
        pictures = TileView(
            words.text("choose_sign_in.pictures"),
            words.text("choose_sign_in.pictures_say"),
            picture="dog",
        )
        row = WrapLayout(columns=2)
        row.setSpacing(12)
        row.addWidget(Tile(stage, pin, going(self, ways.pin)))
        row.addWidget(Tile(stage, pictures, going(self, ways.pictures)))
        self.body.addLayout(row)
        for key, picture in (
            ("staff", "scribe"),
            ("emergency", "people"),
            ("forgotten", "recovery"),
        ):
            line = SaidLine(stage, words.text(f"choose_sign_in.{key}"), picture)
            self.body.addWidget(line)
        self.body.addStretch(1)

    def _put_off(self) -> None:
        self.went.emit(self._ways.not_now())
