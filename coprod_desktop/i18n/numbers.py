"""Numbers as people write them: "2.5", or "2,5"."""

from __future__ import annotations


def number(value: float, language: str) -> str:
    """Return a number as a language writes it, with no more places than it needs."""
    if language.partition("-")[0] == "en":
        return f"{value:g}"
    # Babel takes some 60 ms to import, and English does without it.
    from babel import Locale, UnknownLocaleError  # noqa: PLC0415
    from babel.numbers import format_decimal  # noqa: PLC0415

    try:
        locale = Locale.parse(language, sep="-")
    except (UnknownLocaleError, ValueError):
        return f"{value:g}"
    return format_decimal(value, locale=locale)
