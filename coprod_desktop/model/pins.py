"""PINs: how long, and which are too easy for somebody beside you to try.

Refused are: one figure only; runs up or down, also past 9 and 0; a half or a pair that
is repeated; mirrored halves; a day, as day and month, month and day, or with the year;
a year from 1900 to 2029; and columns or rows of the keypad. Together they are one PIN
in eleven of four figures, and one in twenty-six of six.
"""

from __future__ import annotations

import unicodedata
from itertools import pairwise

from coprod_desktop.model.problem import Problem

ADVISED = 6
"""Figures."""

ALLOWED = (4, 6)

_DAYS_IN = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_YEARS = range(1900, 2030)

_LINES_OF_FOUR = frozenset({"1470", "2580", "3690"})
_LINES_OF_THREE = frozenset({"147", "258", "369", "123", "456", "789"})


def figures_of(typed: str) -> str:
    """Return a typed PIN as the figures 0 to 9, in whichever script they were typed.

    Anything that is not a figure is kept as it is.
    """
    return "".join(str(unicodedata.decimal(one, one)) for one in typed.strip())


def checked_pin(typed: str, figures: int) -> str:
    """Return a new PIN as it will be used.

    ``figures`` is how many the ward asks for: one of ``ALLOWED``.

    Raises:
        Problem: It has other signs, too few or too many figures, or is too easy.
    """
    pin = figures_of(typed)
    if not (pin.isascii() and pin.isdecimal()) or len(pin) != figures:
        raise Problem("problem.pin_length", figures=figures)
    if is_easy(pin):
        raise Problem("problem.pin_easy")
    return pin


def is_easy(pin: str) -> bool:
    """Whether somebody who stands beside the person would soon try this PIN."""
    return (
        _is_run(pin)
        or _is_repeated(pin)
        or pin == pin[::-1]
        or _is_date(pin)
        or _is_on_keypad(pin)
    )


def _is_run(pin: str) -> bool:
    """Whether each figure is the one before, plus the same 0, 1 or -1; 0 follows 9."""
    steps = {(int(b) - int(a)) % 10 for a, b in pairwise(pin)}
    return steps in ({0}, {1}, {9})


def _is_repeated(pin: str) -> bool:
    return any(pin == pin[:length] * (len(pin) // length) for length in (2, 3))


def _is_date(pin: str) -> bool:
    one, two = int(pin[:2]), int(pin[2:4])
    if len(pin) == 4:
        is_year = int(pin) in _YEARS
        return is_year or _is_day(one, two) or _is_day(two, one)
    return _is_day(one, two)


def _is_day(day: int, month: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= _DAYS_IN[month - 1]


def _is_on_keypad(pin: str) -> bool:
    if len(pin) == 4:
        return pin in _LINES_OF_FOUR or pin[::-1] in _LINES_OF_FOUR
    halves = (pin[:3], pin[3:])
    return all(
        half in _LINES_OF_THREE or half[::-1] in _LINES_OF_THREE for half in halves
    )
