"""Hard words that a ward explains itself, in one sentence a language. Decision 026."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple, NewType

from coprod_desktop.model.people import PersonId

WordId = NewType("WordId", str)

MOST_WORDS = 15
"""How many words a sentence that explains one has at most."""


class ToldIn(NamedTuple):
    """A hard word, and the sentence that explains it, in one language."""

    language: str
    """A tag, such as ``cy``."""
    word: str
    meaning: str


@dataclass(frozen=True, slots=True)
class WordExplained:
    """Staff told how a hard word of the ward is explained; the newest counts."""

    word: WordId
    told: tuple[ToldIn, ...]
    """The language that it was first written in comes first; empty where the word was
    taken out of the list."""
    picture: str = ""
    """What the picture beside it means; empty for none."""


class WardWord(NamedTuple):
    """A hard word of the ward as it stands now."""

    id: WordId
    told: tuple[ToldIn, ...]
    """Never empty; the language that it was first written in comes first."""
    picture: str
    by: PersonId
    """Who changed it last."""
    at: datetime

    def told_in(self, language: str) -> ToldIn:
        """Return it in a language, else in the one it was first written in."""
        found = (one for one in self.told if one.language == language)
        return next(found, self.told[0])

    def is_told_in(self, language: str) -> bool:
        """Whether it is explained in a language."""
        return any(one.language == language for one in self.told)
