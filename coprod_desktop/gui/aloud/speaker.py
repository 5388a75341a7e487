"""What says words aloud, and how the voice that is made in memory does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from coprod_desktop.gui.aloud.sound import Sound
from coprod_desktop.model.reading import USUAL_TONE
from coprod_desktop.speech.voice import Spoken, Voice


class Piece(NamedTuple):
    """What is said in one go."""

    words: str
    language: str
    """A tag (BCP 47)."""
    speed_pct: int
    """Of the usual speed."""
    tone: str = USUAL_TONE


class Speaker(Protocol):
    """Says one piece at a time."""

    def is_there(self) -> bool:
        """Whether it could be heard now."""

    def knows(self, language: str) -> bool:
        """Whether it can say words of a language."""

    def say(
        self, piece: Piece, ended: Callable[[], None], failed: Callable[[], None]
    ) -> None:
        """Say a piece in a language that it knows; call ``ended`` after its end.

        Where it cannot be said, or no longer, ``failed`` is called.
        """

    def heard_now(self) -> tuple[int, int] | None:
        """Return where the words stand in the piece that are heard now."""

    def pause(self) -> None:
        """Hold the piece where it is."""

    def go_on(self) -> None:
        """Say on from there."""

    def stop(self) -> None:
        """Be silent at once, and keep nothing of the piece."""


class PlayedVoice:
    """Plays what a voice makes in memory, and so knows when each word is heard."""

    def __init__(self, voice: Voice, sound: Sound) -> None:
        self._voice = voice
        self._sound = sound
        self._spoken: Spoken | None = None

    def is_there(self) -> bool:
        """Whether there is anything to play on now."""
        return self._sound.is_there()

    def knows(self, language: str) -> bool:
        """Whether the voice knows a language."""
        return self._voice.knows(language)

    def say(
        self, piece: Piece, ended: Callable[[], None], failed: Callable[[], None]
    ) -> None:
        """Say a piece; see :class:`Speaker`."""
        self._spoken = self._voice.say(*piece)
        self._sound.play(self._spoken, ended, failed)

    def heard_now(self) -> tuple[int, int] | None:
        """Return where the word stands that is heard now; None before the first."""
        word = self._spoken and self._spoken.word_at(self._sound.at_ms())
        return (word.start, word.end) if word else None

    def pause(self) -> None:
        """Hold the piece where it is."""
        self._sound.pause()

    def go_on(self) -> None:
        """Play on from there."""
        self._sound.go_on()

    def stop(self) -> None:
        """Be silent at once, and keep nothing of the piece."""
        self._sound.stop()
        self._spoken = None
