"""Adding, changing and taking away the hard words that a ward explains itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.model.permissions import may_explain_words
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.ward_words import (
    MOST_WORDS,
    ToldIn,
    WardWord,
    WordExplained,
    WordId,
)
from coprod_desktop.workspace.names import checked_line

if TYPE_CHECKING:
    from coprod_desktop.workspace.ward import Ward

MOST_LETTERS = 200
"""Of the whole sentence: no 15 words of a language that we have need more."""


class WardWords:
    """Whoever opened the ward signs for each change; nothing is ever written over."""

    def __init__(self, ward: Ward) -> None:
        self._ward = ward

    def all(self) -> tuple[WardWord, ...]:
        """Return every word, in the order in which they came."""
        return tuple(self._ward.store.record.state().words.values())

    def one(self, word: WordId) -> WardWord | None:
        """Return a word; None where it was taken away."""
        return self._ward.store.record.state().words.get(word)

    def add(self, told: ToldIn) -> WordId:
        """Add a word in the language that it is first written in.

        Raises:
            Problem: See :meth:`change`.
        """
        new = WordId(self._ward.world.ids())
        self._append(WordExplained(new, (self._checked(told, new),)))
        return new

    def change(self, word: WordId, told: ToldIn) -> None:
        """Explain a word in one language, for the first time there or anew.

        Raises:
            Problem: The word or its sentence is empty or too long, holds signs that
                cannot be seen, the ward has this word already, it was taken away
                meanwhile, or it could not be kept.
        """
        before, checked = self._there(word), self._checked(told, word)
        languages = [one.language for one in before.told]
        kept = list(before.told)
        if checked.language in languages:
            kept[languages.index(checked.language)] = checked
        else:
            kept.append(checked)
        if tuple(kept) != before.told:
            self._append(WordExplained(word, tuple(kept), before.picture))

    def drop_language(self, word: WordId, language: str) -> None:
        """Explain a word no longer in a language; the first one always stays.

        Raises:
            Problem: It was taken away meanwhile, or it could not be kept.
        """
        before = self._there(word)
        first, *others = before.told
        kept = (first, *(one for one in others if one.language != language))
        if kept != before.told:
            self._append(WordExplained(word, kept, before.picture))

    def show_with(self, word: WordId, picture: str) -> None:
        """Show a word with another picture; with none where ``picture`` is empty.

        Raises:
            Problem: It was taken away meanwhile, or it could not be kept.
        """
        before = self._there(word)
        if picture != before.picture:
            self._append(WordExplained(word, before.told, picture))

    def take_away(self, word: WordId) -> None:
        """Take a word out of the list. That it stood there stays in the record.

        Raises:
            Problem: It could not be kept.
        """
        if self.one(word) is not None:
            self._append(WordExplained(word, ()))

    def _there(self, word: WordId) -> WardWord:
        found = self.one(word)
        if found is None:
            raise Problem("ward_words.gone")
        return found

    def _append(self, body: WordExplained) -> None:
        opener = self._ward.opened_by
        if not may_explain_words(opener):
            raise Problem("ward_words.only_staff")
        self._ward.store.record.append(opener.id, [("", body)])

    def _checked(self, told: ToldIn, word: WordId) -> ToldIn:
        """Return a word and its sentence as they will be kept."""
        name = checked_line(told.word)
        if not any(char.isalnum() for char in name):
            raise Problem("ward_words.word_empty")
        taken = {
            one.told_in(told.language).word.casefold()
            for one in self.all()
            if one.id != word and one.is_told_in(told.language)
        }
        if name.casefold() in taken:
            raise Problem("ward_words.word_there", word=name)
        return ToldIn(told.language, name, checked_meaning(told.meaning))


def checked_meaning(text: str) -> str:
    """Return a sentence that explains a word, as it will be kept.

    Raises:
        Problem: It is empty, too long, or holds signs that cannot be seen.
    """
    count = len(text.split())
    if count > MOST_WORDS:
        raise Problem("ward_words.meaning_too_long", count=count, most=MOST_WORDS)
    kept = checked_line(text, MOST_LETTERS)
    if not any(char.isalnum() for char in kept):
        raise Problem("ward_words.meaning_empty")
    return kept
