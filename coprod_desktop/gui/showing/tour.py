"""The journey in pictures: for whoever has no display, and for the front page."""

from __future__ import annotations

import sys
from pathlib import Path

from coprod_desktop.gui.showing.journey import Hanging, take_journey
from coprod_desktop.gui.showing.wards import Wards
from coprod_desktop.i18n.catalogue import read_catalogue


def take_tour(wards: Wards, folder: Path) -> int:
    """Leave a picture of every screen and the PDF in ``folder``; say where."""
    seen = take_journey(wards, Hanging(read_catalogue("en")), folder)
    for picture in sorted(seen.pictures):
        sys.stdout.write(f"{picture.name}\n")
    for paper in sorted(folder.glob("*.pdf")):
        sys.stdout.write(f"{paper.name}\n")
    sys.stdout.write(f"{folder.resolve()}\n")
    return 0
