"""Enchant, through the optional package ``pyenchant`` (LGPL: see NOTICE).

It finds the dictionaries of the computer: Hunspell's, Aspell's, or the system's own.
Decision 027.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from coprod_desktop.spelling.speller import Speller

TAGS = {
    "en": ("en_GB", "en"),
    "cy": ("cy_GB", "cy"),
    "pl": ("pl_PL", "pl"),
    "ar": ("ar",),
    "ur": ("ur_PK", "ur"),
}
"""What Enchant calls the dictionary of each language; the first that is there."""

_BY_SOUND = "aspell,hunspell,*"
"""For English: of "medicashun" Aspell makes "medication", and Hunspell does not."""

_WHERE_IT_KEEPS = "ENCHANT_CONFIG_DIR"


class EnchantSpeller:
    """One dictionary. It is only asked, and told nothing."""

    def __init__(self, broker: Any, dictionary: Any) -> None:
        """Ask a dictionary of a broker; :func:`find_speller` makes both."""
        self._broker = broker
        self._dictionary = dictionary

    def knows(self, word: str) -> bool:
        """Whether a word stands in the dictionary."""
        return bool(self._dictionary.check(word))

    def like(self, word: str) -> tuple[str, ...]:
        """Return words that may have been meant, the likeliest first."""
        return tuple(self._dictionary.suggest(word))

    def close(self) -> None:
        """Give the dictionary back; nothing can be asked after that."""
        self._dictionary = self._broker = None


def find_speller(language: str) -> Speller | None:
    """Return the speller of a language (a tag) on this computer; None for none.

    Takes half a second for a big dictionary.
    """
    try:
        import enchant  # noqa: PLC0415 - it may not be there
    except ImportError:
        return None
    with _kept_nowhere():
        broker = enchant.Broker()
        for tag in TAGS.get(language.split("-", maxsplit=1)[0].lower(), ()):
            broker.set_ordering(tag, _BY_SOUND if tag.startswith("en") else "*")
            if broker.dict_exists(tag):
                return EnchantSpeller(broker, broker.request_dict(tag))
    return None


@contextmanager
def _kept_nowhere() -> Iterator[None]:
    """Let Enchant make no list of a person's own words.

    It makes an empty one for each dictionary it opens, and reads what other programs
    put there. Where no such file can be, it keeps one in memory.
    """
    before = os.environ.get(_WHERE_IT_KEEPS)
    os.environ[_WHERE_IT_KEEPS] = os.devnull
    try:
        yield
    finally:
        if before is None:
            del os.environ[_WHERE_IT_KEEPS]
        else:
            os.environ[_WHERE_IT_KEEPS] = before
