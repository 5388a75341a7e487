"""Qt's mock engine of speech, as it is and made to tell less, and ears to hear it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtTextToSpeech import QTextToSpeech

from coprod_desktop.gui.aloud.speaker import Piece
from coprod_desktop.gui.aloud.system_speaker import SystemSpeaker

PATIENCE_MS = 60_000


class Engine(QTextToSpeech):
    """Qt's mock engine, which can be told to do less than it does."""

    can = (
        QTextToSpeech.Capability.Speak
        | QTextToSpeech.Capability.PauseResume
        | QTextToSpeech.Capability.WordByWordProgress
    )
    is_mute = False
    name = "mock"

    def __init__(self) -> None:
        super().__init__("mock")
        self.said: list[str] = []

    def engine(self) -> str:
        return self.name

    def engineCapabilities(self) -> QTextToSpeech.Capability:
        return self.can

    def say(self, text: str) -> None:
        self.said.append(text)
        if not self.is_mute:
            super().say(text)


class Silent(Engine):
    """Says that it tells its words, and tells none."""

    sayingWord = Signal(str, int, int, int)  # noqa: N815 - in place of Qt's


class Ears:
    """Hears what becomes of a piece, and which engines were made for it."""

    def __init__(self, kind: type[Engine]) -> None:
        self.engines: list[Engine] = []
        self.has_sound = True
        self.heard: list[str] = []
        self._kind = kind
        self.speaker = SystemSpeaker(self._make, lambda: self.has_sound)

    def say(self, words: str, language: str = "en") -> None:
        self.heard.clear()
        self.speaker.say(
            Piece(words, language, 100),
            lambda: self.heard.append("ended"),
            lambda: self.heard.append("failed"),
        )

    @property
    def engine(self) -> Engine:
        """The one that speaks now."""
        return self.engines[-1]

    def _make(self) -> Engine:
        self.engines.append(self._kind())
        return self.engines[-1]


Listen = Callable[[type[Engine]], Ears]


def nothing() -> None:
    """Be told, and do nothing about it."""
