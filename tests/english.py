"""The program's own words, read once for all tests: nobody changes a catalogue."""

from __future__ import annotations

from functools import cache

from coprod_desktop.i18n.catalogue import Catalogue, read_catalogue


@cache
def english() -> Catalogue:
    """Return the English words; reading them takes as long as drawing a screen."""
    return read_catalogue("en")
