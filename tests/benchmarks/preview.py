"""From asking for a paper until its first page stands on the screen.

A real screen, off-screen: the paper is made beside the window, loaded and drawn. Every
round is a paper with words of its own. Others work on the machine too, so the middle
one counts.

The first paper of a program loads what writes and draws. It is measured in programs of
their own, in turns: after the screen that leads to it has stood long enough to make
ready, and without.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from statistics import median
from time import perf_counter

from tests.benchmarks.paper_plan import PICTURES, plan
from tests.benchmarks.rows import Row
from tests.fakes import FakeClock

ROUNDS = 11
FIRSTS = 5
"""Programs that are begun for the first paper, of each kind."""
SHORT, LONG = 1, 20
"""Ten pages, and two hundred."""
LIMIT_MS = 300
WIDTH_PX, HEIGHT_PX = 1366, 768


def measure() -> list[Row]:
    """Measure ten pages from the making on, and two hundred that were made before."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    firsts = [(_very_first("ready"), _very_first("cold")) for _ in range(FIRSTS)]
    ready, cold = ([one[at] for one in firsts] for at in (0, 1))
    from coprod_desktop.pdf.render import render

    stand = _Stand()
    stand.make_ready()
    asked = [
        stand.first_page_ms(partial(render, plan(SHORT, turn)))
        for turn in range(ROUNDS)
    ]
    long = render(plan(LONG))
    shown = [stand.first_page_ms(lambda: long) for _ in range(ROUNDS)]
    turned = [stand.next_page_ms() for _ in range(ROUNDS)]
    stand.close()
    beside = f"the slowest {max(ready):.0f}; with nothing ready {median(cold):.0f}"
    return [
        _row("Preview, the first paper of a program", ready, beside),
        _row("Preview, ten pages made and the first drawn", asked),
        _row("Preview, first of 200 pages that are made", shown),
        _row("Preview, the next page of 200", turned),
    ]


def _row(name: str, times: list[float], note: str = "") -> Row:
    told = note or f"the slowest {max(times):.0f}"
    return Row(name, median(times), LIMIT_MS, "ms", told)


def _very_first(state: str) -> float:
    command = [sys.executable, "-m", "tests.benchmarks.preview", state]
    ran = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    return float(ran.stdout)


def first_paper_ms(*, is_ready: bool) -> float:
    """Return how long the first paper takes in a program that has made none."""
    stand = _Stand()
    if is_ready:
        stand.make_ready()

    def pdf() -> bytes:
        from coprod_desktop.pdf.render import render

        return render(paper)

    paper = plan(SHORT)
    taken = stand.first_page_ms(pdf)
    stand.close()
    return taken


class _Stand:
    """A stage, and the paper that stands on it."""

    def __init__(self) -> None:
        from PySide6.QtWidgets import QApplication

        from coprod_desktop.app import QT_OPTIONS
        from coprod_desktop.gui.program import make_stage
        from coprod_desktop.gui.screens.choose_paper import ChoosePaperScreen
        from coprod_desktop.i18n.catalogue import read_catalogue
        from coprod_desktop.workspace.paper_wishes import USUAL_WISH

        options = ["coprod-desktop", *QT_OPTIONS]
        self._app = QApplication.instance() or QApplication(options)
        self._stage = make_stage(read_catalogue("en"), FakeClock())
        assert isinstance(self._app, QApplication)
        self._stage.board.dress(self._app)
        # Whoever asks for a paper stands before another screen.
        self._before = ChoosePaperScreen(self._stage, USUAL_WISH, "en")
        self._before.resize(WIDTH_PX, HEIGHT_PX)
        self._before.show()
        self._before.grab()

    def make_ready(self) -> None:
        """Let the screen that leads to a paper make ready for it."""
        from coprod_desktop.gui.paper_ready import AFTER_MS, make_paper_ready

        make_paper_ready(self._stage.background, self._before, PICTURES)
        began = perf_counter()
        while (perf_counter() - began) * 1000 < 2 * AFTER_MS:
            self._app.processEvents()
        while not self._stage.background.is_idle:
            self._app.processEvents()

    def first_page_ms(self, pdf: Callable[[], bytes]) -> float:
        """Return how long a paper takes until its first page is drawn."""
        from PySide6.QtCore import QEventLoop

        from coprod_desktop.gui.asking import Asking
        from coprod_desktop.gui.paper_source import PaperSource

        explain = self._stage.words.explain
        source = PaperSource("", "", "", pdf, lambda: "", lambda file: file, explain)
        waits = QEventLoop.ProcessEventsFlag.WaitForMoreEvents
        began = perf_counter()
        from coprod_desktop.gui.screens.paper import PaperScreen

        self.screen = PaperScreen(self._stage, source, Asking())
        self.screen.resize(WIDTH_PX, HEIGHT_PX)
        self.screen.show()
        while self.screen.pages is None:
            # As a running loop does: what is made has the processor meanwhile.
            self._app.processEvents(waits)
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


if __name__ == "__main__":
    print(first_paper_ms(is_ready=sys.argv[1] == "ready"))
