"""Somebody who listens to the window, by a voice and a loudspeaker that tell all."""

from __future__ import annotations

from coprod_desktop.gui.aloud.speaker import PlayedVoice
from coprod_desktop.gui.listening import Listening
from coprod_desktop.gui.places import ToForm, ToQuestion
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.gui.widgets.plain import PlainLabel
from tests.fakes import FakeSound, FakeVoice
from tests.gui.window.test_reading import sit_down


class Ears:
    """Somebody who listens to the window."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self.voice = FakeVoice("en", "ar")
        self.sound = FakeSound()
        window = visitor.program.window
        found = window.findChild(Listening)
        assert isinstance(found, Listening)
        self.listening = found
        found.find = lambda: PlayedVoice(self.voice, self.sound)

    @property
    def said(self) -> list[str]:
        return [text for text, _, _ in self.voice.said]

    @property
    def strip_says(self) -> str:
        assert self.listening.strip is not None
        return self.listening.strip.said

    def press(self, key: str) -> None:
        self.visitor.press(self.visitor.words(key))

    def begin(self) -> None:
        """Ask for the screen to be read, and say that others may hear it."""
        self.press("top.listen")
        if self.strip_says:
            self.press("listen.begin")

    def hear_out(self) -> None:
        """Listen until nothing more is said."""
        while self.sound.playing is not None:
            self.sound.play_out()

    def is_silent(self) -> bool:
        nothing_shows = not self.listening.is_open
        pointed = self.visitor.program.window.findChildren(PlainLabel)
        nothing_pointed = not any(one.pointed_out for one in pointed)
        return self.sound.playing is None and nothing_shows and nothing_pointed


def at_a_question(visitor: Visitor) -> Ears:
    """Listen to Sam's ward round, with Sam and Priya."""
    sit_down(visitor, "Sam Example", "Priya Sample")
    visitor.program.window.go(ToForm("ward-round"))
    visitor.settle()
    screen = visitor.screen
    if not isinstance(screen, QuestionScreen):
        opened = visitor.program.routes.session.opened
        assert opened is not None
        first = opened.document.picked[0]
        visitor.program.window.go(ToQuestion(first))
    visitor.on(QuestionScreen)
    return Ears(visitor)
