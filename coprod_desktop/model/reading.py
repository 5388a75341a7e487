"""How somebody likes to read: sizes, colours and spacing. Kept with the person.

Values and their text only. What a theme looks like is said in ``content.themes``.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple

from coprod_desktop.model.canonical import canonical

SMALLEST_PT, USUAL_PT, LARGEST_PT = 14, 18, 48
AS_COMPUTER = "as-computer"
"""The choice of colours that leaves it to the computer."""

LINES_PCT = (100, 125, 150)
"""How far lines stand apart, of the usual; the usual first."""
LETTERS_PCT = (0, 5, 10)
"""How much further letters stand apart, of the size of the words."""
PICTURES_PCT = (75, 100, 140)
"""How big pictures are, of the usual."""

_THEME = re.compile(r"[a-z]+(-[a-z]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


class Reading(NamedTuple):
    """How somebody likes to read; at first, as most people do."""

    text_pt: int = USUAL_PT
    theme: str = AS_COMPUTER
    lines_pct: int = 100
    letters_pct: int = 0
    pictures_pct: int = 100
    language: str = ""
    """The tag of a language (BCP 47); empty where they chose none."""


def fitting(text_pt: int) -> int:
    """Return the text size nearest to one that was asked for: from 14 to 48."""
    return max(SMALLEST_PT, min(LARGEST_PT, text_pt))


def reading_to_text(reading: Reading) -> str:
    """Return how somebody likes to read as canonical JSON."""
    return canonical(reading._asdict())


def reading_from_text(text: str) -> Reading:
    """Return what such a text tells; what cannot be, or is not told, is as usual.

    A newer program may have kept more than this one knows.

    Raises:
        ValueError: It is no JSON object.
    """
    told = json.loads(text)
    if not isinstance(told, dict):
        raise ValueError("how somebody reads is told by a JSON object")
    usual = Reading()
    size, theme = told.get("text_pt"), told.get("theme")
    language = told.get("language")
    is_theme = isinstance(theme, str) and _THEME.fullmatch(theme) is not None
    is_tag = isinstance(language, str) and _LANGUAGE.fullmatch(language) is not None
    return Reading(
        fitting(size) if isinstance(size, int) else usual.text_pt,
        str(theme) if is_theme else usual.theme,
        _one_of(LINES_PCT, told.get("lines_pct"), usual.lines_pct),
        _one_of(LETTERS_PCT, told.get("letters_pct"), usual.letters_pct),
        _one_of(PICTURES_PCT, told.get("pictures_pct"), usual.pictures_pct),
        str(language) if is_tag else usual.language,
    )


def _one_of(known: tuple[int, ...], told: object, usual: int) -> int:
    return next((one for one in known if one == told), usual)
