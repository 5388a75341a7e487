"""Nobody has touched the computer for a while: it locks soon. Any key goes on."""

from __future__ import annotations

from coprod_desktop.gui.going import going
from coprod_desktop.gui.places import GoBack
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.notice import Notice


class StillThereScreen(Screen):
    """Covers what was written, counts nothing down, and says what is safe."""

    def __init__(self, stage: Stage, seconds: int) -> None:
        words = stage.words
        go_on = Action(words.text("still_there.go_on"), "next", going(self, GoBack()))
        frame = Frame(
            words.text("still_there.title"),
            "clock",
            main=go_on,
            help=words.text("still_there.help"),
        )
        super().__init__(stage, frame)
        soon = words.plural("still_there.soon", seconds)
        self.notice = Notice(stage, soon)
        self.body.addWidget(self.notice)
        self.body.addStretch(1)
