"""Days and times as people write them: "Thursday 26 November 2026".

English stands here in full because Babel, which knows every other language, takes some
60 ms to import and the first screen shows a date. A test holds the two together.
"""

from __future__ import annotations

from datetime import date, datetime, tzinfo

_DAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def long_date(day: date, language: str) -> str:
    """Return a day in full, as a language writes it: weekday, day, month, year."""
    if language.partition("-")[0] == "en":
        weekday, month = _DAYS[day.weekday()], _MONTHS[day.month - 1]
        return f"{weekday} {day.day} {month} {day.year}"
    from babel.core import Locale, UnknownLocaleError  # noqa: PLC0415 - see above
    from babel.dates import format_date  # noqa: PLC0415

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        # A pseudo-language, or one that Babel does not know.
        return long_date(day, "en")
    return format_date(day, "full", locale=locale)


def clock_time(at: datetime, zone: tzinfo) -> str:
    """Return the hour and minute on the clock on the wall: ``14:05``.

    Raises:
        ValueError: The time does not say in which zone it is.
    """
    if at.tzinfo is None:
        raise ValueError("want a time with a zone")
    return at.astimezone(zone).strftime("%H:%M")


def long_day_of(at: datetime, language: str, zone: tzinfo) -> str:
    """Return the day of a moment in full, as the calendar in that zone has it.

    Raises:
        ValueError: The time does not say in which zone it is.
    """
    if at.tzinfo is None:
        raise ValueError("want a time with a zone")
    return long_date(at.astimezone(zone).date(), language)
