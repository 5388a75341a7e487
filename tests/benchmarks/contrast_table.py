"""Measures every contrast in every theme: ``python3 dev.py bench contrast_table``.

Called by name alone. Writes ``docs/contrast-table.md``.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from coprod_desktop.content.themes import read_theme, theme_ids
from coprod_desktop.gui.background import Background
from coprod_desktop.gui.look import load_fonts
from coprod_desktop.gui.look_board import LookBoard
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.tongue import Tongue
from coprod_desktop.gui.widgets.picture import shelf_for
from coprod_desktop.model.reading import Reading
from tests.architecture.source import ROOT
from tests.benchmarks.rows import Row
from tests.english import english
from tests.fakes import FakeClock
from tests.gui.looks.contrasts import PAGE, all_of, of_pictures, page, shown
from tests.gui.looks.measuring import Measure


def table() -> list[Row]:
    """Measure everything, and write the page."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    load_fonts()
    background, board = Background(), LookBoard(Reading(16, "paper"))
    board.dress(app)
    stage = Stage(Tongue(english()), board, shelf_for(board), background, FakeClock())
    found: dict[str, list[Measure]] = {}
    for theme in theme_ids():
        screen = shown(stage, read_theme(theme))
        found[theme] = [*all_of(screen), *of_pictures(stage, read_theme(theme))]
        screen.deleteLater()
        app.processEvents()
    background.close()
    PAGE.write_text(page(found), encoding="utf-8")
    every = [one for each in found.values() for one in each]
    weak = sum(not one.is_enough for one in every)
    note = f"of {len(every)}; {PAGE.relative_to(ROOT)}"
    return [Row("Contrasts that are too weak", weak, 0, "measures", note)]


measure = table
"""Not a ``def``: a run of everything leaves it out (see the first lines)."""
