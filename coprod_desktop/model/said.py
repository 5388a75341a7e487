"""What one voice says in answer to one question: words, choices or a way out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from coprod_desktop.model.authored_text import Attribution, AuthoredText, Mode
from coprod_desktop.model.people import PersonId


class WayOut(StrEnum):
    """An honest way not to answer. Silence is not agreement, and not refusal."""

    DECLINED = "declined"
    LATER = "later"
    DONT_KNOW = "dont_know"


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that was picked, not written; by whom stands beside it."""

    option: str
    """An option's id; for a date question the date in ISO form (2026-11-26)."""
    attribution: Attribution


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a list: a topic, or a person and (maybe) a mark about them."""

    words: AuthoredText
    mark: Choice | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """One voice's answer. Every part knows who wrote it down and how."""

    text: AuthoredText = field(default_factory=AuthoredText)
    chosen: tuple[Choice, ...] = ()
    items: tuple[Item, ...] = ()
    way_out: Choice | None = None
    """``option`` is a :class:`WayOut`."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing was said at all."""
        return not (self.text.text or self.chosen or self.items or self.way_out)

    @property
    def attributions(self) -> frozenset[Attribution]:
        """Every attribution that stands anywhere in this answer."""
        return frozenset(self._attributions())

    @property
    def voices(self) -> frozenset[PersonId]:
        """Whose words stand in this answer."""
        return frozenset(one.voice for one in self._attributions())

    @property
    def needs_reading_back(self) -> bool:
        """Whether somebody other than the voice wrote any of it down."""
        return any(not one.is_own_hand for one in self._attributions())

    @property
    def words(self) -> tuple[AuthoredText, ...]:
        """Every authored text in this answer: the text, then the items."""
        return (self.text, *(item.words for item in self.items))

    def _attributions(self) -> Iterator[Attribution]:
        for words in self.words:
            yield from (run.attribution for run in words.runs)
        marks = (item.mark for item in self.items)
        for choice in (*self.chosen, self.way_out, *marks):
            if choice is not None:
                yield choice.attribution


def choose(pen: Attribution, option: str) -> Choice:
    """Return a choice made with this pen."""
    return Choice(option, Attribution(pen.voice, pen.writer, Mode.CHOSEN))


def fingerprint(parts: str) -> str:
    """Return the SHA-256 of a canonical text, as 64 hexadecimal digits."""
    return hashlib.sha256(parts.encode()).hexdigest()
