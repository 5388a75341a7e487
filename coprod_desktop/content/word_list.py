"""Hard words of the ward, each explained in one sentence: ``resources/words/``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from coprod_desktop.bundled import bundled
from coprod_desktop.content.json_files import read_json
from coprod_desktop.model.problem import Problem

_NEEDED = {"word", "meaning", "picture"}


@dataclass(frozen=True, slots=True)
class HardWord:
    """A word that needs a sentence."""

    word: str
    meaning: str
    """One sentence of at most 15 words."""
    picture: str
    """What the picture means; empty for none, as a word of a ward may have it."""
    also: tuple[str, ...] = ()
    """Other ways to write or say it."""
    language: str = ""
    """A tag, where it is explained in another language than was asked for."""


def read_word_list(language: str, folder: Path | None = None) -> tuple[HardWord, ...]:
    """Return the hard words of a language, in the order of the list.

    Raises:
        Problem: There is no list in this language, or it is broken.
    """
    place = folder or bundled("resources") / "words"
    name = f"{language}.json"
    found = read_json(place / name, name)
    if not isinstance(found, list):
        raise Problem("content.wrong_shape", file=name, place="")
    words = []
    for number, one in enumerate(found):
        if not isinstance(one, dict) or not _NEEDED <= set(one) <= {*_NEEDED, "also"}:
            raise Problem("content.wrong_shape", file=name, place=str(number))
        also = one.get("also", [])
        texts = [one["word"], one["meaning"], one["picture"]]
        texts += also if isinstance(also, list) else [None]
        if not all(isinstance(text, str) and text for text in texts):
            raise Problem("content.wrong_shape", file=name, place=str(number))
        word, meaning, picture, *others = map(str, texts)
        words.append(HardWord(word, meaning, picture, tuple(others)))
    return tuple(words)


def explained(text: str, words: tuple[HardWord, ...]) -> HardWord | None:
    """Return the hard word that a text is, in any of its ways of writing."""
    wanted = text.casefold()
    for one in words:
        if wanted in {name.casefold() for name in (one.word, *one.also)}:
            return one
    return None


def words_in(text: str, words: tuple[HardWord, ...]) -> tuple[HardWord, ...]:
    """Return the hard words that stand in a text as words of their own, in order.

    Whether letters are big or small is the same to it.
    """
    folded = text.casefold()
    return tuple(one for one in words if _stands_in(folded, one))


def _stands_in(folded: str, word: HardWord) -> bool:
    names = (re.escape(name.casefold()) for name in (word.word, *word.also))
    return re.search(rf"(?<!\w)(?:{'|'.join(names)})(?!\w)", folded) is not None
