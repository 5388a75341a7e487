"""Which words of a text a speller can be asked about, and where each stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

_ARABIC_LETTERS = frozenset({"ar", "ur"})

_MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed\u200c\u200d"
_LETTER = rf"[^\W\d_][{_MARKS}]*"
# Beside a figure it is no word: "10mg", "B12".
_WORD = re.compile(rf"(?<!\w)(?:{_LETTER})+(?:['’](?:{_LETTER})+)*(?![\w{_MARKS}])")
# An address, of a page or of somebody.
_ADDRESS = re.compile(r"\S*(?:@|://|www\.)\S*")


class SpelledWord(NamedTuple):
    """A word, and where it stands, in code points."""

    at: int
    word: str

    @property
    def end(self) -> int:
        """Where it ends."""
        return self.at + len(self.word)


def spelled_words(text: str) -> Iterator[SpelledWord]:
    """Yield the words of a text in order; no figures, and no part of an address."""
    passed_over = [found.span() for found in _ADDRESS.finditer(text)]
    for found in _WORD.finditer(text):
        start = found.start()
        if not any(begin <= start < end for begin, end in passed_over):
            yield SpelledWord(start, found.group())


def plain_word(word: str) -> str:
    """Return a word as it is compared: small letters, one kind of apostrophe."""
    return unicodedata.normalize("NFC", word).replace("’", "'").casefold()


def bare_word(word: str) -> str:
    """Return a word as it is compared, without the ending of what is somebody's."""
    return plain_word(word).removesuffix("'s").removesuffix("'")


def is_in_letters_of(word: str, language: str) -> bool:
    """Whether a word stands in the letters that a language (a tag) is written with."""
    primary = language.split("-", maxsplit=1)[0].lower()
    script = "ARABIC" if primary in _ARABIC_LETTERS else "LATIN"
    return unicodedata.name(word[0], "").startswith(script)
