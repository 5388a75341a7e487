"""Help with how one's own words are spelled, when asked for. Decision 027."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.model.problem import NotYourWords
from coprod_desktop.model.rules import may_change_run
from coprod_desktop.model.spelled_words import (
    SpelledWord,
    bare_word,
    is_in_letters_of,
    plain_word,
    spelled_words,
)
from coprod_desktop.model.text_policy import accept
from coprod_desktop.spelling.speller import Speller
from coprod_desktop.workspace.desk import Desk
from coprod_desktop.workspace.history import Typed
from coprod_desktop.workspace.writing import cleared_way_out, edited

MOST_OFFERED = 5

Find = Callable[[str], Speller | None]
"""Finds the speller of a language (a tag); slow."""


class Spelling:
    """Goes over the words at one question that the pen's own hand may change.

    Whoever writes for somebody else is not helped: how another person spells is theirs.
    Nothing changes but by :meth:`take`.
    """

    def __init__(self, desk: Desk, question: str, names: Iterable[str]) -> None:
        """Go over an answer; ``names`` are not called wrong, each word of them."""
        self._desk = desk
        self._question = desk.question(question).id
        self._known = {
            form
            for name in names
            for one in spelled_words(name)
            for form in (plain_word(one.word), bare_word(one.word))
        }
        self._speller: Speller | None = None
        self._from = 0

    @property
    def language(self) -> str:
        """The language in which the form asks, and in which spelling is looked at."""
        return self._desk.scene.form.words.language

    @property
    def text(self) -> str:
        """The words as they stand now."""
        return self._text.text

    @property
    def is_open(self) -> bool:
        """Whether the dictionary is at hand."""
        return self._speller is not None

    def open(self, find: Find) -> bool:
        """Find the dictionary and say whether there is one. Slow."""
        self._speller = find(self.language)
        return self._speller is not None

    def close(self) -> None:
        """Give the dictionary back."""
        if self._speller is not None:
            self._speller.close()
            self._speller = None

    def next_word(self) -> SpelledWord | None:
        """Return the next word that the dictionary does not know; None at the end."""
        return next((one for one in self._own() if not self._is_known(one.word)), None)

    def offered(self, word: SpelledWord) -> tuple[str, ...]:
        """Return words that may have been meant, as this one would be written."""
        if self._speller is None:
            return ()
        found = self._speller.like(word.word.replace("’", "'"))
        if "’" in word.word:
            found = tuple(one.replace("'", "’") for one in found)
        return tuple(dict.fromkeys(found))[:MOST_OFFERED]

    def leave(self, word: SpelledWord) -> None:
        """Go on behind a word. As long as this lasts it is not asked about again."""
        self._known.add(plain_word(word.word))
        self._from = word.end

    def take(self, word: SpelledWord, instead: str) -> None:
        """Write another word in the place of one, with the pen's own hand.

        Raises:
            NotYourWords: The pen writes for somebody else.
            LookupError: The word does not stand there any more.
            Problem: The answer would be too long.
        """
        pen, text = self._desk.pen, self._text
        if not pen.is_own_hand:
            raise NotYourWords(pen.voice)
        if self.text[word.at : word.end] != word.word:
            raise LookupError("the words are not those that were looked at")
        new = AuthoredText.by(pen, accept(instead).text)
        edit, after = edited(pen, text, word.at, len(word.word), new)
        said = self._desk.said(self._question, pen.voice)
        said = replace(cleared_way_out(said, pen), text=after)
        self._desk.write(self._question, said, Typed(edit, is_by_key=False))
        self._from = word.at + len(new)

    def again_from(self, at: int) -> None:
        """Look again from here on: what was taken was taken back."""
        self._from = at

    @property
    def _text(self) -> AuthoredText:
        return self._desk.said(self._question, self._desk.pen.voice).text

    def _own(self) -> Iterable[SpelledWord]:
        pen, text = self._desk.pen, self._text
        if not pen.is_own_hand:
            return
        for one in spelled_words(text.text):
            touched = text.attributions(one.at, one.end)
            is_own = all(may_change_run(pen, run) for run in touched)
            if one.at >= self._from and is_own:
                yield one

    def _is_known(self, word: str) -> bool:
        if self._speller is None or not is_in_letters_of(word, self.language):
            return True
        if {plain_word(word), bare_word(word)} & self._known:
            return True
        return self._speller.knows(word.replace("’", "'"))
