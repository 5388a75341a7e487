"""Takes the pictures in ``docs/screens`` anew: ``python3 dev.py bench kept_pictures``.

Called by name alone. It tells how many showed something else than they do now.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.showing.journey import Hanging, take_journey
from coprod_desktop.i18n.catalogue import read_catalogue
from tests.benchmarks.rows import Row
from tests.gui.looks.kept_pictures import (
    FOLDER,
    IN_ARABIC,
    IN_ENGLISH,
    stale,
    taken_into,
)
from tests.gui.looks.made_up_wards import made_up_wards


def taken_anew() -> list[Row]:
    """Take both journeys, and keep what is not as it was."""
    app = QApplication.instance() or QApplication([])
    if isinstance(app, QApplication):
        app.setCursorFlashTime(0)
    wards, count = made_up_wards(), 0
    for language, scenes in (("en", IN_ENGLISH), ("ar", IN_ARABIC)):
        with tempfile.TemporaryDirectory() as place:
            now = Path(place) / "now"
            now.mkdir()
            words = read_catalogue(language)
            folder = Path(place) / "journey"
            take_journey(wards, Hanging(words), folder, taken_into(now, scenes))
            for one in stale(now, FOLDER, tuple(scenes)):
                file = f"{one.name}.png"
                (FOLDER / file).write_bytes((now / file).read_bytes())
                count += 1
    all_of_them = len(IN_ENGLISH) + len(IN_ARABIC)
    return [Row("Pictures taken anew", count, all_of_them, "pictures", str(FOLDER))]


measure = taken_anew
"""Not a ``def``: a run of everything leaves it out (see the first lines)."""
