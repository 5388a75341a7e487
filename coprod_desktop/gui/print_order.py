"""What was chosen in the print window, as CUPS takes it, and which pages are meant.

Qt keeps what its window asks of CUPS under a key of its own, and nowhere else: pages,
odd or even, pages on one sheet. On other systems it keeps the pages itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from PySide6.QtPrintSupport import QPrintEngine, QPrinter, QPrinterInfo

from coprod_desktop.gui.print_queue import PrintOrder, has_queues
from coprod_desktop.model.problem import Problem

_OF_CUPS = QPrintEngine.PrintEnginePropertyKey(0xFE00)
"""Qt's PPK_CupsOptions, which its headers keep to themselves: names and values."""
_PAGES, _SET = _CHOICE = "page-ranges", "page-set"

_SIDES = {
    QPrinter.DuplexMode.DuplexNone: "one-sided",
    QPrinter.DuplexMode.DuplexLongSide: "two-sided-long-edge",
    QPrinter.DuplexMode.DuplexShortSide: "two-sided-short-edge",
}


def order_for(printer: QPrinter, title: str, count: int) -> PrintOrder | None:
    """Return the order that a queue is given; None where pages have to be drawn.

    They have to where there is no queue of CUPS. A raw queue would print all ``count``
    pages, for it only passes on what it is given: it is given the chosen ones only.

    Raises:
        Problem: None of the pages was chosen.
    """
    chosen = chosen_pages(printer, count)
    if not chosen:
        raise Problem("paper.print_failed")
    is_native = printer.outputFormat() is QPrinter.OutputFormat.NativeFormat
    if not is_native or not printer.printerName() or not has_queues():
        return None
    asked = _asked_of_cups(printer)
    is_raw = "Raw Printer" in QPrinterInfo(printer).makeAndModel()
    is_all = chosen == tuple(range(count))
    options = {name: value for name, value in asked.items() if value}
    options |= _options(printer)
    only: tuple[int, ...] = ()
    if is_raw and not is_all:
        only = chosen
        options = {name: options[name] for name in options if name not in _CHOICE}
    elif _PAGES not in options and not is_all:
        options[_PAGES] = _in_ranges(chosen)
    copies, told = max(1, printer.copyCount()), tuple(options.items())
    return PrintOrder(printer.printerName(), title, copies, told, only)


def chosen_pages(printer: QPrinter, count: int) -> tuple[int, ...]:
    """Return the pages that were chosen, counted from 0, in their order."""
    asked = _asked_of_cups(printer)
    numbers: Iterable[int] = range(1, count + 1)
    ranges = printer.pageRanges()
    if asked.get(_PAGES):
        numbers = _numbers(asked[_PAGES], count)
    elif not ranges.isEmpty():
        numbers = [one for one in numbers if ranges.contains(one)]
    if asked.get(_SET) in {"odd", "even"}:
        rest = 1 if asked[_SET] == "odd" else 0
        numbers = [one for one in numbers if one % 2 == rest]
    return tuple(one - 1 for one in numbers)


def choose_no_pages_again(printer: QPrinter) -> None:
    """Leave the choice of pages to who draws them, or CUPS would choose anew."""
    engine = printer.printEngine()
    asked = _asked_of_cups(printer)
    if asked:
        kept = [(name, at) for name, at in asked.items() if name not in _CHOICE]
        engine.setProperty(_OF_CUPS, [word for pair in kept for word in pair])


def _asked_of_cups(printer: QPrinter) -> dict[str, str]:
    found = printer.printEngine().property(_OF_CUPS)
    words = [str(one) for one in found] if isinstance(found, list) else []
    return dict(list(pairwise(words))[::2])


def _options(printer: QPrinter) -> dict[str, str]:
    """Return what Qt keeps of sides, paper and colour."""
    # The paper is made for A4. A queue that was set up for Letter would cut it off,
    # and Qt takes its size from the queue whenever another one is chosen.
    size = printer.pageLayout().pageSize().key()
    options = {"media": "A4" if size in {"", "Letter"} else size}
    if printer.duplex() in _SIDES:
        options["sides"] = _SIDES[printer.duplex()]
    if printer.colorMode() is QPrinter.ColorMode.GrayScale:
        options["print-color-mode"] = "monochrome"
    if printer.copyCount() > 1 and printer.collateCopies():
        options["Collate"] = "true"
    return options


def _numbers(ranges: str, count: int) -> list[int]:
    """Read ranges as people write them: ``1-3,5``, ``4-``."""
    chosen: set[int] = set()
    for one in ranges.split(","):
        first, dash, last = one.strip().partition("-")
        start = int(first) if first.isdigit() else 1
        end = int(last) if last.isdigit() else (count if dash else start)
        chosen.update(range(max(start, 1), min(end, count) + 1))
    return sorted(chosen)


def _in_ranges(pages: tuple[int, ...]) -> str:
    """Write pages, counted from 0, as CUPS reads them."""
    return ",".join(str(one + 1) for one in pages)
