"""One switch: whether somebody uses the program with it, how fast, and which key."""

from __future__ import annotations

from coprod_desktop.gui.places import GoBack
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.switch_panel import SwitchPanel


class OneSwitchScreen(Screen):
    """Opens over another screen, and Done returns to it as it was."""

    def __init__(self, stage: Stage, keeps: str = "") -> None:
        """Show the choices; ``keeps`` says for whom they are kept, if for anybody."""
        words = stage.words
        done = Action(words.text("text_size.done"), None, self.go_back)
        title, says = words.text("one_switch.title"), words.text("one_switch.help")
        frame = Frame(title, "play", back=GoBack(), main=done, help=says)
        super().__init__(stage, frame)
        if keeps:
            self.body.addWidget(text_label(keeps, "strong"))
        self.body.addWidget(text_label(words.text("one_switch.hold")))
        self.panel = SwitchPanel(stage)
        self.body.addWidget(self.panel)
        self.body.addStretch(1)
