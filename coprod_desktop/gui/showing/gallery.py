"""Every screen in every way that it must stand, as one page to look at."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from coprod_desktop.content.themes import theme_ids
from coprod_desktop.gui.showing.gallery_page import gallery_page
from coprod_desktop.gui.showing.hangings import PERCENTS, WINDOWS, Way, ways_for
from coprod_desktop.gui.showing.journey import Hanging, take_journey
from coprod_desktop.gui.showing.wards import Wards
from coprod_desktop.i18n.catalogue import Catalogue, read_catalogue
from coprod_desktop.i18n.pseudo import pseudo_catalogue

WRONG_WORDS = 2
"""The exit status where the way was asked for in words that name none."""


def draw_gallery(wards: Wards, folder: Path, only: Sequence[str] = ()) -> int:
    """Draw every screen in many ways into ``folder``, with a page that shows all.

    ``only`` names ways, as ``hangings.ways_for`` reads them. What is cut off in a
    picture is told on standard output.
    """
    try:
        ways = ways_for(only, theme_ids())
    except ValueError as error:
        sys.stderr.write(f"{error}\n")
        return WRONG_WORDS
    headings: dict[tuple[Way, str], str] = {}
    for number, way in enumerate(ways, start=1):
        sys.stdout.write(f"{number} of {len(ways)}: {way.folder}\n")
        sys.stdout.flush()
        seen = take_journey(wards, hanging_for(way), folder / way.folder)
        headings.update({(way, scene): said for scene, said in seen.headings.items()})
        for one in seen.cut:
            sys.stdout.write(f"{way.folder}: {one}\n")
    page = gallery_page(ways, headings)
    (folder / "index.html").write_text(page, encoding="utf-8")
    sys.stdout.write(f"{folder.resolve()}\n")
    return 0


def hanging_for(way: Way) -> Hanging:
    """Return how to show every screen in a way."""
    return Hanging(
        _words(way.language), WINDOWS[way.window], PERCENTS[way.percent], way.theme
    )


def _words(language: str) -> Catalogue:
    if language == "pseudo":
        return pseudo_catalogue(read_catalogue("en"))
    return read_catalogue(language)
