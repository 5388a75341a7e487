"""What a voice is: words go in, sound comes out, and when each word is heard."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from coprod_desktop.model.reading import USUAL_TONE


class Heard(NamedTuple):
    """One word and when it is heard."""

    start: int
    """Where it begins in the text, in code points."""
    end: int
    at_ms: int
    """From the beginning of the sound."""


class Spoken(NamedTuple):
    """A text as sound. It lives in memory only and is never written down."""

    samples: bytes
    """One channel of 16 bits, as this computer orders them."""
    rate: int
    """Samples in a second."""
    words: tuple[Heard, ...]
    """In the order in which they are heard."""

    def word_at(self, at_ms: int) -> Heard | None:
        """Return the word that is heard at a time; None before the first."""
        heard = [word for word in self.words if word.at_ms <= at_ms]
        return heard[-1] if heard else None


class Voice(Protocol):
    """Says words of some languages."""

    def knows(self, language: str) -> bool:
        """Whether it can say words of a language (a BCP 47 tag)."""

    def say(
        self, text: str, language: str, speed_pct: int, tone: str = USUAL_TONE
    ) -> Spoken:
        """Return a text as sound; ``speed_pct`` is of the usual speed.

        ``tone`` is one of :data:`coprod_desktop.model.reading.TONES`.

        Raises:
            ValueError: It does not know the language.
        """
