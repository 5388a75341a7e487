"""Every screen, in both windows, at 100, 200 and 300 %: what is cut or out of reach.

Called by name alone, ``python3 dev.py bench clipping_table``: it takes some minutes of
one core a language. ``COPROD_CLIPPING=en`` looks at some languages only. Writes
``docs/clipping-table.md``.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.showing.gallery import hanging_for
from coprod_desktop.gui.showing.hangings import Way
from coprod_desktop.gui.showing.journey import take_journey
from coprod_desktop.gui.showing.scenes import SCENES
from coprod_desktop.gui.showing.visitor import Visitor
from tests.architecture.source import ROOT
from tests.benchmarks.rows import Row
from tests.gui.looks.made_up_wards import made_up_wards
from tests.gui.looks.ways import SIZES, as_it_was, faults_now, show_in

PAGE = ROOT / "docs" / "clipping-table.md"
LANGUAGES = {"en": "English", "ar": "Arabic", "pseudo": "Longer words"}

Found = dict[str, list[list[str]]]
"""Of each scene, what was found in each size."""

HEAD = """# The table of clipping

Every screen of the journey and every kind of question, in both windows, with words at
100, 200 and 300 %. *Whole* means: no words are cut by what holds them or drawn outside
of it, nothing lies over other words, nothing scrolls sideways, only the body scrolls,
the bar with the main action is seen whole, and Tab comes to every control and shows
it. Of a control that is taller than the room for it, such as a picture of a page, Tab
shows the beginning. Each screen was made once in a language, and shown in each size.
"Longer words" are English made longer, with accents on them.
Made by `python3 dev.py bench clipping_table`; the tests look at a part each time.
"""


def found_in(language: str) -> Found:
    """Take the journey in a language, and look at each scene in every size."""
    found: Found = {}

    def look(visitor: Visitor, scene: str) -> None:
        found[scene] = []
        with as_it_was(visitor):
            for size in SIZES:
                show_in(visitor, size)
                found[scene].append(faults_now(visitor))

    way = Way(language, "paper", "100", "1366x768")
    with tempfile.TemporaryDirectory() as folder:
        take_journey(made_up_wards(), hanging_for(way), Path(folder), look)
    return found


def lines(found: dict[str, Found]) -> Iterator[str]:
    """Yield the page that is kept in docs."""
    yield HEAD
    for language, scenes in found.items():
        faults = [one for each in scenes.values() for some in each for one in some]
        sizes = f"{len(scenes)} screens in {len(SIZES)} sizes"
        yield f"## {LANGUAGES[language]}\n"
        yield f"{sizes}; faults: {len(faults)}.\n"
        yield f"| screen | {' | '.join(size.name for size in SIZES)} |"
        yield "|---|" + "---|" * len(SIZES)
        for scene in (one for one in SCENES if one in scenes):
            told = (
                "whole" if not one else f"faults: {len(one)}" for one in scenes[scene]
            )
            yield f"| {scene} | {' | '.join(told)} |"
        yield ""
        for scene, each in scenes.items():
            for size, some in zip(SIZES, each, strict=True):
                yield from (f"- {scene}, {size.name}: {one}" for one in some)
        yield ""


def table() -> list[Row]:
    """Look at everything, and write the page."""
    app = QApplication.instance() or QApplication([])
    chosen = os.environ.get("COPROD_CLIPPING", "").split() or list(LANGUAGES)
    found = {language: found_in(language) for language in chosen}
    PAGE.write_text("\n".join(lines(found)).rstrip() + "\n", encoding="utf-8")
    counts = [
        len(some) for one in found.values() for each in one.values() for some in each
    ]
    note = f"of {len(counts)} looks; {PAGE.relative_to(ROOT)}"
    app.processEvents()
    return [Row("Cut off or out of reach", sum(counts), 0, "faults", note)]


measure = table
"""Not a ``def``: a run of everything leaves it out (see the first lines)."""
