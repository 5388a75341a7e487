"""Help: hard words, what is good to know, what the buttons do, and the keys."""

from __future__ import annotations

from coprod_desktop.content.word_list import HardWord
from coprod_desktop.gui.hard_words import Explained
from coprod_desktop.gui.places import GoBack
from coprod_desktop.gui.screen import Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.explained_line import explained_line
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.said_line import SaidLine

_PARTS = (
    (
        "help.honest",
        (
            ("help.crisis", "crisis"),
            ("help.private", "private"),
            ("help.emergency", "people"),
            ("help.sign_in", "key"),
            ("help.locked", "lock"),
            ("help.record", "paper"),
            ("help.tested", "idea"),
        ),
    ),
    (
        "help.buttons",
        (
            ("help.back", "back"),
            ("help.finish", "lock"),
            ("help.listen", "listen"),
            ("help.text_size", "text-size"),
            ("help.ways_out", "not-answer"),
            ("help.pen", "write"),
            ("help.not_fair", "rights"),
            ("help.mark", "warning-signs"),
        ),
    ),
    (
        "help.keys",
        (
            ("help.key_tab", "computer"),
            ("help.key_space", "computer"),
            ("help.key_escape", "computer"),
            ("help.key_size", "computer"),
            ("help.key_help", "computer"),
            ("help.key_listen", "computer"),
            ("help.listen_from", "listen"),
            ("help.key_not_fair", "computer"),
        ),
    ),
)


class HelpScreen(Screen):
    """Opens over another screen, and Back returns to it as it was."""

    def __init__(self, stage: Stage, version: str, hard: Explained) -> None:
        words = stage.words
        super().__init__(stage, Frame(words.text("help.title"), "help", back=GoBack()))
        self._add_words("help.words_here", hard.here)
        for heading, lines in _PARTS:
            self.body.addWidget(Heading(words.text(heading), level=2))
            for key, picture in lines:
                self.body.addWidget(SaidLine(stage, words.text(key), picture))
        self._add_words("help.words_of_ward", hard.of_ward)
        self._add_words("help.words", hard.others)
        about = words.text("help.version", version=version)
        self.body.addWidget(text_label(about, "quiet"))
        self.body.addStretch(1)

    def _add_words(self, heading: str, hard: tuple[HardWord, ...]) -> None:
        if hard:
            self.body.addWidget(Heading(self.stage.words.text(heading), level=2))
        for one in hard:
            self.body.addWidget(explained_line(self.stage, one))
