"""How I like to read: the size of words, colours, space and pictures."""

from __future__ import annotations

from PySide6.QtCore import Qt

from coprod_desktop.gui.going import going
from coprod_desktop.gui.places import GoBack, ToOneSwitch
from coprod_desktop.gui.reading_places import ToNeeds, ToReadQuestion
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.reading_panel import ReadingPanel
from coprod_desktop.gui.widgets.text_size import TextSizePanel


class ReadingScreen(Screen):
    """Opens over another screen, and Done returns to it as it was."""

    def __init__(self, stage: Stage, again: object = None, keeps: str = "") -> None:
        """Show the choices.

        ``again`` is the place that shows it anew; ``keeps`` says for whom it is kept.
        """
        words = stage.words
        done = Action(words.text("text_size.done"), None, self.go_back)
        title = words.text("reading.title")
        help_words = words.text("reading.help")
        frame = Frame(title, "text-size", back=GoBack(), main=done, help=help_words)
        super().__init__(stage, frame)
        self.anew = again
        if keeps:
            self.body.addWidget(text_label(keeps, "strong"))
        asked = words.text("reading.ask_me")
        self.asked = BigButton(
            stage, asked, "question", run=going(self, ToReadQuestion())
        )
        self.sizes = TextSizePanel(stage)
        self.panel = ReadingPanel(stage)
        self.body.addWidget(self.sizes)
        self.body.addWidget(self.asked, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addWidget(self.panel)
        if keeps:
            needs = words.text("needs.paper_title")
            self.needs = BigButton(stage, needs, "print", run=going(self, ToNeeds()))
            self.body.addWidget(self.needs, 0, Qt.AlignmentFlag.AlignLeading)
        one_switch = going(self, ToOneSwitch())
        self.switch = BigButton(stage, words.text("top.switch"), "play", run=one_switch)
        self.body.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeading)
        self.body.addStretch(1)
