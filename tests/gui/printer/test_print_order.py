"""Which pages were chosen, and when they have to be drawn."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrintEngine, QPrinter

from coprod_desktop.gui.print_order import (
    choose_no_pages_again,
    chosen_pages,
    order_for,
)
from coprod_desktop.model.problem import Problem

CUPS_OPTIONS = QPrintEngine.PrintEnginePropertyKey(0xFE00)


class Engine:
    """What Qt keeps for CUPS, on a computer that may have none."""

    def __init__(self, *options: str) -> None:
        self.options = list(options)

    def property(self, key: QPrintEngine.PrintEnginePropertyKey) -> list[str]:
        assert key == CUPS_OPTIONS
        return self.options

    def setProperty(
        self, key: QPrintEngine.PrintEnginePropertyKey, options: list[str]
    ) -> None:
        assert key == CUPS_OPTIONS
        self.options = options


class CupsPrinter(QPrinter):
    """A printer of which CUPS was asked something."""

    def __init__(self, *options: str) -> None:
        super().__init__()
        self.engine = Engine(*options)

    def printEngine(self) -> Engine:  # type: ignore[override]
        return self.engine


@pytest.mark.parametrize(
    ("options", "pages"),
    [
        ((), (0, 1, 2, 3, 4)),
        (("page-ranges", ""), (0, 1, 2, 3, 4)),
        (("page-ranges", "2"), (1,)),
        (("page-ranges", "1-2,4"), (0, 1, 3)),
        (("page-ranges", "4-"), (3, 4)),
        (("page-ranges", "-2"), (0, 1)),
        (("page-ranges", "3-99, 1"), (0, 2, 3, 4)),
        (("page-ranges", "7"), ()),
        (("page-set", "odd"), (0, 2, 4)),
        (("page-set", "even", "page-ranges", "1-3"), (1,)),
    ],
)
def test_pages_are_those_that_were_asked_of_cups(
    qapp, options: tuple[str, ...], pages: tuple[int, ...]
):
    assert chosen_pages(CupsPrinter(*options), 5) == pages


def test_pages_are_those_that_the_printer_was_told(qapp):
    printer = QPrinter()
    ranges = QPageRanges()
    ranges.addRange(1, 2)
    ranges.addPage(5)
    printer.setPageRanges(ranges)

    assert chosen_pages(printer, 5) == (0, 1, 4)


def test_pages_that_were_drawn_are_not_chosen_from_again(qapp):
    printer = CupsPrinter("page-ranges", "2", "number-up", "2", "page-set", "odd")

    choose_no_pages_again(printer)

    assert printer.engine.options == ["number-up", "2"]


def test_a_file_is_drawn_and_goes_into_no_queue(qapp, tmp_path: Path):
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))

    assert order_for(printer, "Care document", 3) is None


def test_a_choice_of_no_page_is_refused_in_words(qapp):
    printer = CupsPrinter("page-ranges", "7")

    with pytest.raises(Problem) as refused:
        order_for(printer, "Care document", 3)

    assert refused.value.key == "paper.print_failed"
