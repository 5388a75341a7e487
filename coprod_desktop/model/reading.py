"""How somebody likes to read: sizes, colours and spacing. Kept with the person.

Values and their text only. What a theme looks like is said in ``content.themes``.
"""

from __future__ import annotations

import json
import re
from typing import NamedTuple, TypeVar

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
SPEEDS_PCT = (60, 80, 100, 130)
"""How fast words are read aloud, of the usual."""

CLEAR, EASY_READ, LARGE_PRINT = "clear", "easy_read", "large_print"
PRINT_SIZES = (CLEAR, EASY_READ, LARGE_PRINT)
"""How big words are on paper: 14, 16 or 18 points (DOMAIN 3.1)."""

NO_SWITCH, AUTOMATIC, STEP = "off", "automatic", "step"
SWITCHES = (NO_SWITCH, AUTOMATIC, STEP)
"""No scanning; a frame that moves by itself; one that a second switch moves."""
SWITCH_KEYS = ("space", "enter")
"""The key that presses what is framed."""
SHORTEST_STEP_MS, USUAL_STEP_MS, LONGEST_STEP_MS = 500, 2_000, 10_000
"""How long the frame stays before it moves by itself."""

_THEME = re.compile(r"[a-z]+(-[a-z]+)*")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")


_Known = TypeVar("_Known", int, str)


class Reading(NamedTuple):
    """How somebody likes to read; at first, as most people do."""

    text_pt: int = USUAL_PT
    theme: str = AS_COMPUTER
    lines_pct: int = 100
    letters_pct: int = 0
    pictures_pct: int = 100
    language: str = ""
    """The tag of a language (BCP 47); empty where they chose none."""
    switch: str = NO_SWITCH
    switch_ms: int = USUAL_STEP_MS
    switch_key: str = "space"
    print_size: str = CLEAR
    """Which of the three papers is theirs."""
    speed_pct: int = 100
    """How fast words are read aloud."""


def fitting(text_pt: int) -> int:
    """Return the text size nearest to one that was asked for: from 14 to 48."""
    return max(SMALLEST_PT, min(LARGEST_PT, text_pt))


def fitting_step(step_ms: int) -> int:
    """Return the time nearest to one that was asked for: half a second to ten."""
    return max(SHORTEST_STEP_MS, min(LONGEST_STEP_MS, step_ms))


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
    language, step_ms = told.get("language"), told.get("switch_ms")
    is_theme = isinstance(theme, str) and _THEME.fullmatch(theme) is not None
    is_tag = isinstance(language, str) and _LANGUAGE.fullmatch(language) is not None
    return Reading(
        fitting(size) if isinstance(size, int) else usual.text_pt,
        str(theme) if is_theme else usual.theme,
        _one_of(LINES_PCT, told.get("lines_pct"), usual.lines_pct),
        _one_of(LETTERS_PCT, told.get("letters_pct"), usual.letters_pct),
        _one_of(PICTURES_PCT, told.get("pictures_pct"), usual.pictures_pct),
        str(language) if is_tag else usual.language,
        _one_of(SWITCHES, told.get("switch"), usual.switch),
        fitting_step(step_ms) if isinstance(step_ms, int) else usual.switch_ms,
        _one_of(SWITCH_KEYS, told.get("switch_key"), usual.switch_key),
        print_size=_one_of(PRINT_SIZES, told.get("print_size"), usual.print_size),
        speed_pct=_one_of(SPEEDS_PCT, told.get("speed_pct"), usual.speed_pct),
    )


def _one_of(known: tuple[_Known, ...], told: object, usual: _Known) -> _Known:
    return next((one for one in known if one == told), usual)
