"""Hard words: those on the screen that shows, and all others."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from PySide6.QtWidgets import QAbstractButton, QWidget

from coprod_desktop.content.word_list import HardWord, read_word_list, words_in
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.i18n.catalogue import SOURCE_LANGUAGE, languages

Below = Callable[[], str]
"""All that stands on the screen that help opens over."""


class Explained(NamedTuple):
    """Hard words in the order in which they are shown."""

    here: tuple[HardWord, ...]
    """Those that stand on the screen."""
    others: tuple[HardWord, ...]


def explained_words(language: str, text: str) -> Explained:
    """Return the hard words of a language, those of a text apart.

    A language that the program does not have is explained in English.

    Raises:
        Problem: The list is broken.
    """
    has_list = language in languages()
    listed = _word_list(language if has_list else SOURCE_LANGUAGE)
    every = sorted(listed, key=lambda one: one.word.casefold())
    here = words_in(text, tuple(every))
    return Explained(here, tuple(one for one in every if one not in here))


def text_on(screen: QWidget) -> str:
    """Return the words and buttons of a screen as one text, a line each."""
    labels = [one.text() for one in screen.findChildren(PlainLabel) if one.isVisible()]
    buttons = screen.findChildren(QAbstractButton)
    return "\n".join(labels + [one.accessibleName() for one in buttons])


@cache
def _word_list(language: str) -> tuple[HardWord, ...]:
    return read_word_list(language)
