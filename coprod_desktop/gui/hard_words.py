"""Hard words: those on the screen that shows, and all others."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

from PySide6.QtWidgets import QAbstractButton, QWidget

from coprod_desktop.content.pictures import meanings
from coprod_desktop.content.word_list import HardWord, read_word_list, words_in
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.i18n.catalogue import SOURCE_LANGUAGE, languages
from coprod_desktop.model.ward_words import WardWord

Below = Callable[[], str]
"""All that stands on the screen that help opens over."""


class Explained(NamedTuple):
    """Hard words in the order in which they are shown."""

    here: tuple[HardWord, ...]
    """Those that stand on the screen."""
    others: tuple[HardWord, ...]
    of_ward: tuple[HardWord, ...] = ()
    """Those of the ward that do not stand on the screen."""


def explained_words(
    language: str, text: str, of_ward: Iterable[WardWord] = ()
) -> Explained:
    """Return the hard words of a language, those of a text apart, the ward's first.

    A language that the program does not have is explained in English. ``of_ward`` are
    the words that the ward explains itself; what it does not explain in the language
    is there in the one that it was written in.

    Raises:
        Problem: The list is broken.
    """
    spoken = language if language in languages() else SOURCE_LANGUAGE
    own = _in_order(hard_word(one, spoken) for one in of_ward)
    every = _in_order(_word_list(spoken))
    own_here, here = words_in(text, own), words_in(text, every)
    return Explained(
        (*own_here, *here),
        tuple(one for one in every if one not in here),
        tuple(one for one in own if one not in own_here),
    )


def hard_word(word: WardWord, language: str) -> HardWord:
    """Return a word of the ward as Help explains it, with the words it has elsewhere.

    It has no picture where the program has none of that meaning any more.
    """
    told = word.told_in(language)
    return HardWord(
        told.word,
        told.meaning,
        word.picture if word.picture in meanings() else "",
        tuple(one.word for one in word.told if one != told),
        "" if told.language == language else told.language,
    )


def _in_order(words: Iterable[HardWord]) -> tuple[HardWord, ...]:
    return tuple(sorted(words, key=lambda one: one.word.casefold()))


def text_on(screen: QWidget) -> str:
    """Return the words and buttons of a screen as one text, a line each."""
    labels = [one.text() for one in screen.findChildren(PlainLabel) if one.isVisible()]
    buttons = screen.findChildren(QAbstractButton)
    return "\n".join(labels + [one.accessibleName() for one in buttons])


@cache
def _word_list(language: str) -> tuple[HardWord, ...]:
    return read_word_list(language)
