"""Whose own sign-in is it? People choose their name, and nobody is chosen before."""

from __future__ import annotations

from collections.abc import Sequence

from coprod_desktop.gui.going import going
from coprod_desktop.gui.lock_places import ToLocked, ToSignIn
from coprod_desktop.gui.roles import PICTURES, person_option
from coprod_desktop.gui.screen import Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.tile import Tile, TileView
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.people import Person


class OwnSignInScreen(Screen):
    """Names of everybody who has a sign-in of their own, and of nobody else."""

    def __init__(self, stage: Stage, people: Sequence[Person]) -> None:
        words = stage.words
        frame = Frame(
            words.text("own_sign_in.title"),
            "key",
            back=ToLocked(),
            help=words.text("own_sign_in.help"),
        )
        super().__init__(stage, frame)
        row = WrapLayout(columns=3)
        row.setSpacing(12)
        for person in people:
            view = TileView(
                person_option(words, person, is_picked=False).words,
                picture=PICTURES[person.role],
            )
            row.addWidget(Tile(stage, view, going(self, ToSignIn(person.id))))
        self.body.addLayout(row)
        self.body.addStretch(1)
