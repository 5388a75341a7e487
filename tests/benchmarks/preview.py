"""From asking for a paper until its first page stands on the screen.

A real screen, off-screen: the paper is made beside the window, loaded and drawn. Every
round is a paper with words of its own. Others work on the machine too, so the middle
one counts; the first of all, which loads what writes and draws, is told beside it.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter

from tests.benchmarks.paper_plan import plan
from tests.benchmarks.rows import Row
from tests.fakes import FakeClock

ROUNDS = 11
SHORT, LONG = 1, 20
"""Ten pages, and two hundred."""
LIMIT_MS = 300
WIDTH_PX, HEIGHT_PX = 1366, 768


def measure() -> list[Row]:
    """Measure ten pages from the making on, and two hundred that were made before."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from coprod_desktop.pdf.render import render

    stand = _Stand()
    asked = [
        stand.first_page_ms(partial(render, plan(SHORT, turn)))
        for turn in range(ROUNDS)
    ]
    long = render(plan(LONG))
    shown = [stand.first_page_ms(lambda: long) for _ in range(ROUNDS)]
    turned = [stand.next_page_ms() for _ in range(ROUNDS)]
    stand.close()
    first, *others = asked
    beside = f"the slowest {max(others):.0f}, the very first {first:.0f}"
    return [
        _row("Preview, ten pages made and the first drawn", others, beside),
        _row("Preview, first of 200 pages that are made", shown),
        _row("Preview, the next page of 200", turned),
    ]


def _row(name: str, times: list[float], note: str = "") -> Row:
    told = note or f"the slowest {max(times):.0f}"
    return Row(name, median(times), LIMIT_MS, "ms", told)


class _Stand:
    """A stage, and the paper that stands on it."""

    def __init__(self) -> None:
        from PySide6.QtWidgets import QApplication

        from coprod_desktop.app import QT_OPTIONS
        from coprod_desktop.gui.program import make_stage
        from coprod_desktop.i18n.catalogue import read_catalogue

        options = ["coprod-desktop", *QT_OPTIONS]
        self._app = QApplication.instance() or QApplication(options)
        self._stage = make_stage(read_catalogue("en"), FakeClock())

    def first_page_ms(self, pdf: Callable[[], bytes]) -> float:
        """Return how long a paper takes until its first page is drawn."""
        from coprod_desktop.gui.asking import Asking
        from coprod_desktop.gui.paper_source import PaperSource
        from coprod_desktop.gui.screens.paper import PaperScreen

        explain = self._stage.words.explain
        source = PaperSource("", "", "", pdf, lambda: "", lambda file: file, explain)
        began = perf_counter()
        self.screen = PaperScreen(self._stage, source, Asking())
        self.screen.resize(WIDTH_PX, HEIGHT_PX)
        self.screen.show()
        while self.screen.pages is None:
            self._app.processEvents()
        return self._drawn_since(began)

    def next_page_ms(self) -> float:
        """Return how long the next page takes until it is drawn."""
        began = perf_counter()
        self.screen.after.click()
        return self._drawn_since(began)

    def close(self) -> None:
        """Leave nothing behind."""
        self._stage.background.close()

    def _drawn_since(self, began: float) -> float:
        # Layouts settle, and what is drawn belongs to it.
        self._app.processEvents()
        self.screen.grab()
        picture = self.screen.picture
        assert picture is not None
        assert not picture.visibleRegion().isEmpty()
        return (perf_counter() - began) * 1000
