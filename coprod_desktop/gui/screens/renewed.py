"""Two people have helped: there is a new sign-in, and what became of private words."""

from __future__ import annotations

from coprod_desktop.gui.going import going
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.said_line import SaidLine


class RenewedScreen(Screen):
    """Says it honestly, also where private words could not come back."""

    def __init__(
        self, stage: Stage, name: str, then: object, *, has_come_back: bool
    ) -> None:
        words = stage.words
        sign_in = Action(words.text("renewed.sign_in"), "unlock", going(self, then))
        super().__init__(stage, Frame(words.text("renewed.title"), "yes", main=sign_in))
        self.set_where(name)
        private = "private_back" if has_come_back else "private_lost"
        for key, picture in (
            ("shared", "saved"),
            (private, "private"),
            ("told", "eye"),
        ):
            said = words.text(f"renewed.{key}")
            self.body.addWidget(SaidLine(stage, said, picture))
        self.body.addStretch(1)
