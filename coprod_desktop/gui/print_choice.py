"""How a paper is printed: which printer, how often, which pages, sides and colours."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtGui import QPageRanges
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

MOST_COPIES = 20
"""More than this is a slip; the system's window takes more."""


class PrintChoice(NamedTuple):
    """What somebody chose."""

    printer: str
    copies: int = 1
    page: int | None = None
    """The only page, counted from 0; None for all."""
    is_two_sided: bool = False
    is_grey: bool = False


def printer_names() -> tuple[str, ...]:
    """Return the printers that this computer knows; the usual one first."""
    names = QPrinterInfo.availablePrinterNames()
    usual = QPrinterInfo.defaultPrinterName()
    return tuple(sorted(names, key=lambda name: (name != usual, name.casefold())))


def usual_choice(name: str) -> PrintChoice:
    """Return how a printer prints where nobody chooses anything.

    Not its colours: Qt calls a printer grey that has colours (found with CUPS). Left
    alone, it prints in those that it was set up for.
    """
    is_two_sided = _printer(name).duplex() in {
        QPrinter.DuplexMode.DuplexLongSide,
        QPrinter.DuplexMode.DuplexShortSide,
    }
    return PrintChoice(name, is_two_sided=is_two_sided)


def chosen_printer(choice: PrintChoice, title: str) -> QPrinter:
    """Return a printer that prints as was chosen, under a title that names nobody."""
    printer = _printer(choice.printer)
    printer.setDocName(title)
    printer.setCopyCount(choice.copies)
    sides, colours = QPrinter.DuplexMode, QPrinter.ColorMode
    printer.setDuplex(sides.DuplexLongSide if choice.is_two_sided else sides.DuplexNone)
    printer.setColorMode(colours.GrayScale if choice.is_grey else colours.Color)
    if choice.page is not None:
        pages = QPageRanges()
        pages.addPage(choice.page + 1)
        printer.setPageRanges(pages)
    return printer


def _printer(name: str) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    return printer
