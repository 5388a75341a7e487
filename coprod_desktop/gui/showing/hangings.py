"""In which ways the gallery shows every screen: language, theme, size, window."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

LANGUAGES = ("en", "cy", "ar", "pseudo")
PERCENTS = {"100": 16, "200": 32, "300": 48}
"""Text in points, by its size in per cent."""
WINDOWS = {"1366x768": (1366, 768), "1024x600": (1024, 600)}
EVERYTHING = "all"
_USUAL, _SMALL = tuple(WINDOWS)
_PLAIN = "paper"


class Way(NamedTuple):
    """One way in which every screen is shown, in the words that choose it."""

    language: str
    theme: str
    percent: str
    window: str

    @property
    def folder(self) -> str:
        """Where its pictures are."""
        return f"{self.language}-{self.theme}-{self.percent}-{self.window}"


def usual_ways(themes: Sequence[str]) -> tuple[Way, ...]:
    """Return what is shown when nothing is asked for: no two together, but enough.

    Every language in every size, the biggest in the small window too, and every theme
    once in usual words and once in big ones.
    """
    sizes = [(percent, _USUAL) for percent in PERCENTS] + [("300", _SMALL)]
    languages = [
        Way(language, _PLAIN, percent, window)
        for language, (percent, window) in product(LANGUAGES, sizes)
    ]
    others = [theme for theme in themes if theme != _PLAIN]
    coloured = [
        Way("en", theme, percent, _USUAL)
        for theme, percent in product(others, ("100", "300"))
    ]
    return (*languages, *coloured)


def ways_for(only: Sequence[str], themes: Sequence[str]) -> tuple[Way, ...]:
    """Return the ways that words ask for: ``cy``, ``dark``, ``300``, ``1024x600``.

    Of a kind of which no word is named all are taken; ``all`` names everything.

    Raises:
        ValueError: A word names none of these.
    """
    kinds = (LANGUAGES, tuple(themes), tuple(PERCENTS), tuple(WINDOWS))
    known = {EVERYTHING, *(word for kind in kinds for word in kind)}
    unknown = [word for word in only if word not in known]
    if unknown:
        raise ValueError(f"{unknown[0]} is none of {', '.join(sorted(known))}")
    if not only:
        return usual_ways(themes)
    taken = ([one for one in kind if one in only] or kind for kind in kinds)
    return tuple(Way(*one) for one in product(*taken))
