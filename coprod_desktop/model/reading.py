"""How somebody likes to read: sizes, colours and spacing. Kept with the person.

Values and their text only. What a theme looks like is said in ``content.themes``.
"""

from __future__ import annotations

import json
import re
from datetime import date, timedelta
from typing import Any, NamedTuple

from coprod_desktop.model.canonical import canonical

SMALLEST_PT, USUAL_PT, LARGEST_PT = 14, 18, 48
AS_COMPUTER = "as-computer"
"""The choice of colours that leaves it to the computer."""

LINES_PCT = (100, 125, 150)
"""How far lines stand apart, of the usual; the usual first."""
LETTERS_PCT = (0, 6, 12)
"""How much further letters stand apart, of the size of the words (WCAG 1.4.12)."""
WORDS_PCT = (0, 16, 32)
"""How much further words stand apart, of their size (WCAG 1.4.12)."""
PARAGRAPHS_PCT = (0, 100, 200)
"""How much further paragraphs stand apart, of the size of the words (WCAG 1.4.12)."""
PICTURES_PCT = (75, 100, 140)
"""How big pictures are, of the usual."""
SPEEDS_PCT = (60, 80, 100, 130)
"""How fast words are read aloud, of the usual."""

USUAL_TONE, DEEPER, HIGHER = "usual", "deeper", "higher"
TONES = (USUAL_TONE, DEEPER, HIGHER)
"""How the voice sounds that reads aloud."""

FONTS = ("atkinson", "lexend", "opendyslexic")
"""The shapes of letters that can be chosen, the usual first."""

WAITS_TIMES = (1, 2, 5)
"""How many times longer than usual the program waits for a hand, or for a thought."""
REVIEW_DAYS, LATER_DAYS = 90, 7
"""After how long somebody is asked again; and after how long where they put it off."""
LONGEST_IDLE_S = 600.0
"""No computer stays open for longer than this while nobody touches it (SAFETY T13)."""

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
    font: str = "atkinson"
    words_pct: int = 0
    paragraphs_pct: int = 0
    waits_times: int = 1
    is_read_to: bool = False
    """Whether they asked that words be read to them."""
    tone: str = USUAL_TONE
    """How the voice sounds that reads aloud."""
    review_on: str = ""
    """The day from which they are asked whether this still fits, as 2026-11-28.

    Empty as long as they were asked nothing.
    """


_CHOICES: dict[str, tuple[str, ...] | tuple[int, ...]] = {
    "lines_pct": LINES_PCT,
    "pictures_pct": PICTURES_PCT,
    "switch": SWITCHES,
    "switch_key": SWITCH_KEYS,
    "print_size": PRINT_SIZES,
    "speed_pct": SPEEDS_PCT,
    "tone": TONES,
    "font": FONTS,
    "words_pct": WORDS_PCT,
    "paragraphs_pct": PARAGRAPHS_PCT,
    "waits_times": WAITS_TIMES,
}
"""What a field can be, where that is one of a few."""


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
    chosen: dict[str, Any] = {
        field: _one_of(known, told.get(field), getattr(usual, field))
        for field, known in _CHOICES.items()
    }
    size, step_ms = told.get("text_pt"), told.get("switch_ms")
    letters = told.get("letters_pct")
    return Reading(
        text_pt=fitting(size) if isinstance(size, int) else usual.text_pt,
        theme=_like(_THEME, told.get("theme"), usual.theme),
        letters_pct=_nearest(LETTERS_PCT, letters) if isinstance(letters, int) else 0,
        language=_like(_LANGUAGE, told.get("language"), usual.language),
        switch_ms=fitting_step(step_ms) if isinstance(step_ms, int) else USUAL_STEP_MS,
        is_read_to=told.get("is_read_to") is True,
        review_on=_day(told.get("review_on")),
        **chosen,
    )


def reviewed(reading: Reading, today: date, days: int = REVIEW_DAYS) -> Reading:
    """Return how somebody reads, to be asked again after some days."""
    return reading._replace(review_on=(today + timedelta(days)).isoformat())


def review_is_due(reading: Reading, today: date) -> bool:
    """Whether somebody should be asked if this is still how they like to read."""
    return bool(reading.review_on) and reading.review_on <= today.isoformat()


def idle_s_for(reading: Reading, idle_s: float) -> float:
    """Return after how many seconds it locks for somebody, where others have so many.

    Ten minutes at most; never sooner than for others.
    """
    return max(idle_s, min(idle_s * reading.waits_times, LONGEST_IDLE_S))


def _like(pattern: re.Pattern[str], told: object, usual: str) -> str:
    is_like = isinstance(told, str) and pattern.fullmatch(told) is not None
    return str(told) if is_like else usual


def _nearest(known: tuple[int, ...], told: int) -> int:
    # Older programs had other steps.
    return min(known, key=lambda one: abs(one - told))


def _day(told: object) -> str:
    try:
        return date.fromisoformat(told).isoformat() if isinstance(told, str) else ""
    except ValueError:
        return ""


def _one_of(
    known: tuple[str, ...] | tuple[int, ...], told: object, usual: str | int
) -> str | int:
    return next((one for one in known if one == told), usual)
