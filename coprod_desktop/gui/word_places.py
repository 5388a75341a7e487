"""Where staff see to the hard words that the ward explains itself."""

from __future__ import annotations

from coprod_desktop.gui.staff_places import StaffPlace
from coprod_desktop.model.ward_words import WordId


class WordPlace(StaffPlace):
    """A place about the words of the ward."""

    __slots__ = ()


class ToWardWords(WordPlace):
    """The hard words that the ward explains itself."""

    __slots__ = ()


class ToWardWord(WordPlace):
    """One of them, and what can be done with it."""

    __slots__ = ("word",)
    __match_args__ = ("word",)

    def __init__(self, word: WordId) -> None:
        self.word = word


class ToWriteWord(WordPlace):
    """Write a word and its sentence in one language."""

    __slots__ = ("language", "word")
    __match_args__ = ("word", "language")

    def __init__(self, word: WordId | None, language: str) -> None:
        self.word = word
        """None for a new one."""
        self.language = language


class ToWordPicture(WordPlace):
    """Choose the picture of a word."""

    __slots__ = ("page", "word")
    __match_args__ = ("word", "page")

    def __init__(self, word: WordId, page: int = -1) -> None:
        self.word = word
        self.page = page
        """Counted from 0; -1 for the one that has the picture of now, else the first.
        """


class ToTakeWordAway(WordPlace):
    """Take a word out of the list, after being asked."""

    __slots__ = ("word",)
    __match_args__ = ("word",)

    def __init__(self, word: WordId) -> None:
        self.word = word
