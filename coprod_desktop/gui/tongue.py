"""The language that the screens speak, and the signal that it became another."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, Qt, Signal
from PySide6.QtWidgets import QApplication

from coprod_desktop.i18n.catalogue import (
    SOURCE_LANGUAGE,
    Catalogue,
    languages,
    read_catalogue,
)
from coprod_desktop.i18n.isolates import isolating

_LOCALES = {SOURCE_LANGUAGE: "en-GB"}
"""Where the tag alone would be another country's."""


class Tongue(QObject):
    """Holds the words of the program in the language of whoever is here.

    Where lines run leftwards, names and other values in a sentence are kept apart from
    it, so that a full stop or a bracket stands on its own side of them.
    """

    changed = Signal()
    """Another language is spoken: what stands on the screens is made anew."""

    def __init__(self, words: Catalogue) -> None:
        """Begin with the words that are spoken while nobody has chosen."""
        super().__init__()
        self._usual = self._words = isolating(words)

    @property
    def words(self) -> Catalogue:
        """The words that are spoken now."""
        return self._words

    @property
    def form_language(self) -> str:
        """The language in which forms ask now."""
        spoken = self._words.language
        return spoken if spoken in languages() else SOURCE_LANGUAGE

    def speak(self, language: str) -> None:
        """Speak another language; the usual one where it is empty or not known.

        Raises:
            Problem: Its words are broken; the language before is spoken on.
        """
        if language == self._words.language:
            return
        is_usual = language not in languages() or language == self._usual.language
        words = self._usual if is_usual else isolating(read_catalogue(language))
        if words.language != self._words.language:
            self._words = words
            turn_lines(words)
            self.changed.emit()


def turn_lines(words: Catalogue) -> None:
    """Let lines start where the language starts them, in the whole program.

    Assistive technology is told the language too: Qt tells it its own of each thing.
    """
    QLocale.setDefault(QLocale(_LOCALES.get(words.language, words.language)))
    is_leftwards = words.direction == "rtl"
    direction = Qt.LayoutDirection
    QApplication.setLayoutDirection(
        direction.RightToLeft if is_leftwards else direction.LeftToRight
    )
