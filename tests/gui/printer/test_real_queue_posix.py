"""A paper goes through a real queue of CUPS, and what comes out is looked at."""

from __future__ import annotations

from typing import TypeVar

import pytest
from PySide6.QtCore import QMarginsF, QSize, QTimer
from PySide6.QtGui import QImage, QPageLayout, QPageRanges
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.asking import Asking
from coprod_desktop.gui.drawn_print import DrawnPrint
from coprod_desktop.gui.print_choice import (
    PrintChoice,
    chosen_printer,
    printer_names,
    usual_choice,
)
from coprod_desktop.gui.print_order import order_for
from coprod_desktop.gui.print_queue import PrintOrder, send
from coprod_desktop.gui.printing import PdfPages, ready_printer
from coprod_desktop.gui.stage import Stage
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.papers import some_pages
from tests.gui.printer.cups import Cups, Queue, run

TITLE = "Care document"
LONGEST_MS = 60_000
Kind = TypeVar("Kind", bound=QWidget)
SEEN_AT = QSize(620, 877)


def printer_of(queue: Queue) -> QPrinter:
    found = QPrinterInfo.printerInfo(queue.name)
    assert not found.isNull()
    return QPrinter(found, QPrinter.PrinterMode.HighResolution)


def pages_of(first: int, last: int) -> QPageRanges:
    ranges = QPageRanges()
    ranges.addRange(first, last)
    return ranges


def named(window: QWidget, kind: type[Kind], name: str) -> Kind:
    """Return what Qt calls so in its own window."""
    found = window.findChild(kind, name)
    assert found is not None
    return found


def how_unlike(one: QImage, other: QImage) -> float:
    """Return the share of points that differ by more than a shade."""
    points = [
        (x, y)
        for x in range(0, SEEN_AT.width(), 3)
        for y in range(0, SEEN_AT.height(), 3)
    ]
    unlike = [
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 96
        for x, y in points
    ]
    return sum(unlike) / len(points)


def test_what_comes_out_of_the_queue_is_the_very_file(
    qtbot: QtBot, cups: Cups, paper: bytes
):
    queue = cups.queue(size="A4")
    order = order_for(printer_of(queue), TITLE, PdfPages(paper).count)
    assert order is not None

    send(paper, order)

    qtbot.waitUntil(lambda: queue.has_printed, timeout=LONGEST_MS)
    assert queue.printed() == paper


def test_copies_pages_sides_and_grey_reach_the_printer(
    qtbot: QtBot, cups: Cups, paper: bytes
):
    queue = cups.queue(size="A4")
    printer = printer_of(queue)
    printer.setCopyCount(3)
    printer.setDuplex(QPrinter.DuplexMode.DuplexLongSide)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setPageRanges(pages_of(2, 3))
    order = order_for(printer, TITLE, 9)
    assert order is not None

    send(paper, order)

    qtbot.waitUntil(lambda: queue.has_printed, timeout=LONGEST_MS)
    options = queue.told("options").split()
    assert queue.told("copies") == "3"
    assert "page-ranges=2,3" in options
    assert {"sides=two-sided-long-edge", "Duplex=DuplexNoTumble"} <= set(options)
    assert {"print-color-mode=monochrome", "ColorModel=Gray"} <= set(options)
    assert {"media=A4", "PageSize=A4"} <= set(options)


def test_what_is_chosen_on_our_own_screen_is_what_the_printer_is_told(
    cups: Cups,
):
    queue = cups.queue(size="A4")
    chosen = PrintChoice(queue.name, 2, page=1, is_two_sided=True, is_grey=True)

    order = order_for(chosen_printer(chosen, TITLE), TITLE, 9)

    assert queue.name in printer_names()
    assert usual_choice(queue.name) == PrintChoice(queue.name)
    assert order is not None
    assert (order.queue, order.copies) == (queue.name, 2)
    assert {
        ("page-ranges", "2"),
        ("sides", "two-sided-long-edge"),
        ("print-color-mode", "monochrome"),
        ("media", "A4"),
    } <= set(order.options)


def test_the_title_that_others_see_holds_no_name(
    qtbot: QtBot, cups: Cups, paper: bytes
):
    queue = cups.queue()
    order = order_for(printer_of(queue), TITLE, PdfPages(paper).count)
    assert order is not None

    send(paper, order)

    qtbot.waitUntil(lambda: queue.has_printed, timeout=LONGEST_MS)
    assert queue.told("title") == TITLE
    assert "Sam" not in queue.told("options")


def test_a_printer_that_was_set_up_for_letter_is_given_a4(
    qtbot: QtBot, cups: Cups, paper: bytes
):
    queue = cups.queue(size="Letter")
    order = order_for(printer_of(queue), TITLE, PdfPages(paper).count)
    assert order is not None

    send(paper, order)

    qtbot.waitUntil(lambda: queue.has_printed, timeout=LONGEST_MS)
    assert "PageSize=A4" in queue.told("options").split()


def test_what_is_chosen_in_the_system_s_window_is_what_is_printed(
    qtbot: QtBot, cups: Cups, paper: bytes
):
    queue = cups.queue(size="A4")

    def choose_grey() -> None:
        window = QApplication.activeModalWidget()
        assert isinstance(window, QDialog)
        choices = window.findChildren(QComboBox)
        grey = next(one for one in choices if one.findText("Grey") >= 0)
        grey.setCurrentIndex(grey.findText("Grey"))
        window.accept()

    def choose() -> None:
        window = QApplication.activeModalWidget()
        assert isinstance(window, QPrintDialog)
        printers = named(window, QComboBox, "printers")
        printers.setCurrentIndex(printers.findText(queue.name))
        named(window, QSpinBox, "copies").setValue(2)
        named(window, QRadioButton, "pagesRadioButton").setChecked(True)
        named(window, QLineEdit, "pagesLineEdit").setText("1-2,4")
        named(window, QRadioButton, "duplexShort").setChecked(True)
        QTimer.singleShot(0, window, choose_grey)
        named(window, QPushButton, "properties").click()
        window.accept()

    screen = QWidget()
    qtbot.addWidget(screen)
    QTimer.singleShot(0, screen, choose)
    printer = Asking().printer(screen, TITLE)
    assert isinstance(printer, QPrinter)
    order = order_for(printer, TITLE, 9)
    assert order is not None
    send(paper, order)

    qtbot.waitUntil(lambda: queue.has_printed, timeout=LONGEST_MS)
    options = queue.told("options").split()
    assert queue.told("copies") == "2"
    assert {"page-ranges=1-2,4", "sides=two-sided-short-edge"} <= set(options)
    assert "ColorModel=Gray" in options


def test_a_raw_queue_is_given_only_the_pages_that_were_chosen(
    qtbot: QtBot, cups: Cups, paper: bytes
):
    queue = cups.queue()
    pages = PdfPages(paper)
    printer = printer_of(queue)
    printer.setPageRanges(pages_of(2, 2))
    order = order_for(printer, TITLE, pages.count)
    assert order is not None

    send(some_pages(paper, order.only), order)

    qtbot.waitUntil(lambda: queue.has_printed, timeout=LONGEST_MS)
    out = PdfPages(queue.printed())
    assert out.count == 1
    assert queue.told("title") == TITLE
    drawn, meant = out.image(0, SEEN_AT), pages.image(1, SEEN_AT)
    assert how_unlike(drawn, meant) < 0.01
    assert how_unlike(drawn, pages.image(0, SEEN_AT)) > 0.02


def test_every_page_that_is_drawn_looks_like_the_file(
    qtbot: QtBot, stage: Stage, cups: Cups, paper: bytes
):
    queue = cups.queue()
    pages = PdfPages(paper)
    printer = ready_printer(printer_of(queue), TITLE)

    DrawnPrint(stage.background, "sam", paper, printer).begin()

    qtbot.waitUntil(lambda: queue.has_printed, timeout=LONGEST_MS)
    out = PdfPages(queue.printed())
    assert out.count == pages.count
    layout = printer.pageLayout()
    assert layout.margins(QPageLayout.Unit.Millimeter) == QMarginsF(0, 0, 0, 0)
    for page in range(pages.count):
        drawn, meant = out.image(page, SEEN_AT), pages.image(page, SEEN_AT)
        assert how_unlike(drawn, meant) < 0.01


def test_a_queue_that_takes_nothing_is_a_problem_in_words(cups: Cups, paper: bytes):
    queue = cups.queue()
    run("cupsreject", queue.name)

    with pytest.raises(Problem) as refused:
        send(paper, PrintOrder(queue.name, TITLE))

    assert refused.value.key == "paper.print_failed"


def test_a_queue_that_is_not_there_is_a_problem_in_words(cups: Cups, paper: bytes):
    with pytest.raises(Problem) as refused:
        send(paper, PrintOrder("no-such-queue", TITLE))

    assert refused.value.key == "paper.print_failed"
