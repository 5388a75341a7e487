"""Showing and printing a finished PDF: the very bytes that are exported.

The pages are drawn as pictures by QtPdf, which every system's queue takes; a queue of
CUPS is given the file itself (:mod:`coprod_desktop.gui.print_queue`). The title of the
job is neutral: others see it at the printer.
"""

from __future__ import annotations

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QPoint,
    QRect,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from coprod_desktop.gui.print_order import choose_no_pages_again, chosen_pages
from coprod_desktop.model.problem import Problem

DPI = 300
"""Dots in an inch: what an office laser printer draws."""


class PdfPages:
    """The pages of a PDF, ready to be drawn.

    Raises:
        Problem: The bytes are not a PDF that can be drawn.
    """

    def __init__(self, pdf: bytes) -> None:
        # The document reads from the buffer as long as it lives, so both are kept.
        self._bytes = QByteArray(pdf)
        self._buffer = QBuffer(self._bytes)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument()
        self._document.load(self._buffer)
        if self._document.status() is not QPdfDocument.Status.Ready:
            raise Problem("paper.unreadable")

    @property
    def pdf(self) -> bytes:
        """The file that they are the pages of."""
        return bytes(self._bytes.data())

    @property
    def count(self) -> int:
        """How many pages there are."""
        return self._document.pageCount()

    def size_pt(self, page: int) -> QSizeF:
        """Return a page's size in points; pages are counted from 0."""
        return self._document.pagePointSize(page)

    def image(self, page: int, size: QSize) -> QImage:
        """Draw a page, counted from 0, on white."""
        drawn = self._document.render(page, size)
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        painter.drawImage(QPoint(0, 0), drawn)
        painter.end()
        return image


def ready_printer(printer: QPrinter, job_title: str) -> QPrinter:
    """Set a printer up: whole sheets, no margins of its own, a neutral title."""
    printer.setResolution(DPI)
    printer.setFullPage(True)
    printer.setDocName(job_title)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    return printer


def print_pages(pages: PdfPages, printer: QPrinter) -> None:
    """Draw the pages that the person asked for onto a printer.

    Raises:
        Problem: The printer did not take them.
    """
    chosen = chosen_pages(printer, pages.count)
    choose_no_pages_again(printer)
    painter = QPainter()
    if not chosen or not painter.begin(printer):
        raise Problem("paper.print_failed")
    for page in chosen:
        if page != chosen[0] and not printer.newPage():
            painter.end()
            raise Problem("paper.print_failed")
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        size = pages.size_pt(page).scaled(
            QSizeF(sheet.size()), Qt.AspectRatioMode.KeepAspectRatio
        )
        place = QRect(QPoint(0, 0), size.toSize())
        place.moveCenter(QRect(QPoint(0, 0), sheet.size()).center())
        painter.drawImage(place, pages.image(page, place.size()))
    if not painter.end() or printer.printerState() is QPrinter.PrinterState.Error:
        raise Problem("paper.print_failed")
