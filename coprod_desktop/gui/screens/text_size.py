"""Choosing how big the text is."""

from __future__ import annotations

from coprod_desktop.gui.places import GoBack
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.text_size import TextSizePanel


class TextSizeScreen(Screen):
    """Opens over another screen, and Done returns to it as it was."""

    def __init__(self, stage: Stage) -> None:
        words = stage.words
        done = Action(words.text("text_size.done"), None, self.go_back)
        title = words.text("text_size.title")
        super().__init__(stage, Frame(title, "text-size", back=GoBack(), main=done))
        self.panel = TextSizePanel(stage)
        self.body.addWidget(self.panel)
        self.body.addStretch(1)
