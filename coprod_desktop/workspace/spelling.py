"""Help with how one's own words are spelled, when asked for. Decision 027."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate

from coprod_desktop.model.authored_text import Attribution, AuthoredText
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
from coprod_desktop.workspace.free_writing import FreeWriting
from coprod_desktop.workspace.lists import Lists
from coprod_desktop.workspace.writing import Writing

MOST_OFFERED = 5

Find = Callable[[str], Speller | None]
"""Finds the speller of a language (a tag); slow."""


@dataclass(frozen=True, slots=True)
class OwnWords:
    """Words that somebody wrote in one place: one text, or the lines of a list too."""

    language: str
    """A tag: in which language spelling is looked at."""
    pen: Callable[[], Attribution]
    texts: Callable[[], tuple[AuthoredText, ...]]
    """In their order, as they stand now."""
    paste: Callable[[int, int, int, AuthoredText], object]
    """Puts words into a text, by its number, from a place on in the place of some."""
    undo: Callable[[], object]
    """Takes the last step back."""


class Spelling:
    """Goes over the words in one place that the pen's own hand may change.

    Whoever writes for somebody else is not helped: how another person spells is theirs.
    Nothing changes but by :meth:`take`. Places are counted through all the texts, each
    on lines of its own.
    """

    def __init__(self, words: OwnWords, names: Iterable[str]) -> None:
        """Go over words; ``names`` are not called wrong, each word of them."""
        self._words = words
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
        """The language in which spelling is looked at."""
        return self._words.language

    @property
    def text(self) -> str:
        """The words as they stand now, each text on lines of its own."""
        return "\n".join(one.text for one in self._words.texts())

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
        pen = self._words.pen()
        if not pen.is_own_hand:
            raise NotYourWords(pen.voice)
        if self.text[word.at : word.end] != word.word:
            raise LookupError("the words are not those that were looked at")
        number, at = self._place(word.at)
        new = AuthoredText.by(pen, accept(instead).text)
        self._words.paste(number, at, len(word.word), new)
        self._from = word.at + len(new)

    def take_back(self, at: int) -> None:
        """Undo the last step, and look again from here on.

        Raises:
            NotYourWords: Only the voice's own hand may take it back.
        """
        self._words.undo()
        self._from = at

    def _place(self, at: int) -> tuple[int, int]:
        """Return which text stands at a place, and where in it."""
        lengths = (len(one) + 1 for one in self._words.texts())
        *starts, _ = (0, *accumulate(lengths))
        number = bisect_right(starts, at) - 1
        return number, at - starts[number]

    def _own(self) -> Iterable[SpelledWord]:
        pen, texts = self._words.pen(), self._words.texts()
        if not pen.is_own_hand:
            return
        for one in spelled_words(self.text):
            number, at = self._place(one.at)
            touched = texts[number].attributions(at, at + len(one.word))
            is_own = all(may_change_run(pen, run) for run in touched)
            if one.at >= self._from and is_own:
                yield one

    def _is_known(self, word: str) -> bool:
        if self._speller is None or not is_in_letters_of(word, self.language):
            return True
        if {plain_word(word), bare_word(word)} & self._known:
            return True
        return self._speller.knows(word.replace("’", "'"))


def answer_words(desk: Desk, question: str) -> OwnWords:
    """Return the words of the pen's voice in answer to a question, its list first."""
    asked = desk.question(question).id
    writing, lists = Writing(desk), Lists(desk)

    def texts() -> tuple[AuthoredText, ...]:
        said = desk.said(asked, desk.pen.voice)
        return (*(one.words for one in said.items), said.text)

    def paste(number: int, at: int, gone: int, words: AuthoredText) -> object:
        if number < len(texts()) - 1:
            return lists.paste(asked, number, at, gone, words)
        return writing.paste(asked, at, gone, words)

    language = desk.scene.form.words.language
    return OwnWords(
        language, lambda: desk.pen, texts, paste, lambda: writing.undo(asked)
    )


def free_words(writing: FreeWriting, language: str) -> OwnWords:
    """Return words that answer no question of a form; ``language`` is a tag."""
    return OwnWords(
        language,
        lambda: writing.pen.attribution,
        lambda: (writing.text,),
        lambda _, at, gone, words: writing.paste(at, gone, words),
        writing.undo,
    )
