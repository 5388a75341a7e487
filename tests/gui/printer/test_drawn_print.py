"""A paper is drawn onto a printer page by page, while the window lives on."""

from __future__ import annotations

import subprocess
from pathlib import Path
from types import SimpleNamespace

import pikepdf
import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.gui import drawn_print
from coprod_desktop.gui.asking import Asking
from coprod_desktop.gui.drawn_print import DrawnPrint
from coprod_desktop.gui.paper_source import PaperSource
from coprod_desktop.gui.print_news import under_way, under_way_of
from coprod_desktop.gui.print_queue import Standing
from coprod_desktop.gui.printing import ready_printer
from coprod_desktop.gui.screens.paper import PaperScreen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.model.problem import Problem
from tests.gui.test_printing import A4_PT, a_pdf

LONGEST_MS = 60_000
TITLE = "Care document"


class TiredPrinter(QPrinter):
    """Draws into a file, and takes so many pages and no more."""

    def __init__(self, path: Path, most: int = 99) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        self._left = most - 1

    def newPage(self) -> bool:
        self._left -= 1
        return self._left >= 0 and super().newPage()


class Ending(QObject):
    """The end of a program."""

    began = Signal()


class Choosing(Asking):
    """Chooses a printer in a person's place."""

    __slots__ = ("chosen",)

    def __init__(self, chosen: QPrinter) -> None:
        self.chosen = chosen

    def has_printer(self) -> bool:
        return True

    def printer(self, parent: QWidget, title: str) -> QPrinter:
        return self.chosen


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out.pdf"


def drawn(stage: Stage, count: int, printer: QPrinter) -> DrawnPrint:
    ready_printer(printer, TITLE)
    return DrawnPrint(stage.background, "sam", a_pdf(count), printer)


def ended(qtbot: QtBot, one: DrawnPrint) -> Standing:
    qtbot.waitUntil(lambda: one.standing.is_over, timeout=LONGEST_MS)
    return one.standing


def test_every_page_reaches_the_printer_at_its_own_size(
    qtbot: QtBot, stage: Stage, out: Path
):
    one = drawn(stage, 3, TiredPrinter(out))
    told: list[int] = []
    one.changed.connect(lambda _: told.append(one.fields.get("page", 0)))
    one.went_on.connect(lambda: told.append(one.fields["page"]))

    one.begin()

    assert ended(qtbot, one) is Standing.SENT
    assert told == [1, 2, 3, 0]
    with pikepdf.open(out) as printed:
        assert len(printed.pages) == 3
        box = [float(side) for side in printed.pages[0].mediabox]
        assert box == pytest.approx([0, 0, *A4_PT], abs=1)


def test_only_the_pages_that_were_asked_for_are_printed_under_a_neutral_title(
    qtbot: QtBot, stage: Stage, out: Path
):
    printer = TiredPrinter(out)
    printer.setFromTo(2, 2)
    one = drawn(stage, 3, printer)

    one.begin()

    assert ended(qtbot, one) is Standing.SENT
    with pikepdf.open(out) as printed:
        assert len(printed.pages) == 1
    told = subprocess.run(["pdfinfo", out], capture_output=True, text=True, check=True)
    assert TITLE in told.stdout


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_is_a_problem_in_words(
    stage: Stage, tmp_path: Path
):
    one = drawn(stage, 1, TiredPrinter(tmp_path / "no" / "such" / "out.pdf"))

    with pytest.raises(Problem) as refused:
        one.begin()

    assert refused.value.key == "paper.print_failed"


def test_a_printer_that_goes_in_between_is_told_and_leaves_no_half_file(
    qtbot: QtBot, stage: Stage, out: Path
):
    one = drawn(stage, 5, TiredPrinter(out, most=2))

    one.begin()

    assert ended(qtbot, one) is Standing.BROKE_OFF
    assert Standing.BROKE_OFF.is_trouble
    assert not out.exists()


def test_whoever_stops_it_in_between_has_no_half_file(
    qtbot: QtBot, stage: Stage, out: Path
):
    one = drawn(stage, 5, TiredPrinter(out))
    one.went_on.connect(one.unwanted.emit)

    one.begin()

    assert ended(qtbot, one) is Standing.NOT_WANTED
    assert not out.exists()
    assert under_way(stage.background) == []


def test_a_program_that_ends_stops_drawing(
    stage: Stage, out: Path, monkeypatch: pytest.MonkeyPatch
):
    # Not the real one: others would end what later tests need.
    ending = Ending()
    program = SimpleNamespace(aboutToQuit=ending.began)
    found = SimpleNamespace(instance=lambda: program)
    monkeypatch.setattr(drawn_print, "QCoreApplication", found)
    one = drawn(stage, 5, TiredPrinter(out))
    one.begin()

    ending.began.emit()

    assert one.standing is Standing.NOT_WANTED


def test_others_are_not_told_of_somebodys_paper(qtbot: QtBot, stage: Stage, out: Path):
    one = drawn(stage, 2, TiredPrinter(out))
    one.begin()

    assert under_way_of(stage.background, "sam") is one
    assert under_way_of(stage.background, "jo") is None
    assert under_way(stage.background) == [one]
    ended(qtbot, one)
    assert under_way_of(stage.background, "sam") is None


def test_the_screen_tells_how_many_pages_went_and_notes_that_they_were_printed(
    qtbot: QtBot, stage: Stage, out: Path
):
    noted: list[str] = []
    words = stage.words
    source = PaperSource(
        *("Your paper", "", "back"),
        lambda: a_pdf(3),
        lambda: "paper.pdf",
        lambda file: file,
        words.explain,
        was_printed=lambda: noted.append("yes"),
        whose="sam",
    )
    screen = PaperScreen(stage, source, Choosing(TiredPrinter(out)))
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: screen.pages is not None, timeout=LONGEST_MS)
    main = screen.frame.main
    assert main is not None

    main.run()

    panel = screen.desk.panel
    assert panel is not None
    first = panel.notice.words
    assert first == words.text("printing.draws", page=1, count=3)
    assert panel.back.isVisible()
    sent = words.text("printing.sent")
    qtbot.waitUntil(lambda: panel.notice.words == sent, timeout=LONGEST_MS)
    assert not panel.back.isVisible()
    assert noted == ["yes"]
