"""Showing and printing a finished PDF: the very bytes that are exported.

The pages are drawn as pictures by QtPdf, which gives every system its own print window
and its own queue (FACTS 5). The job's title is neutral: others see it at the printer.
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
    painter = QPainter()
    if not painter.begin(printer):
        raise Problem("paper.print_failed")
    first, last = _range(pages, printer)
    for page in range(first, last + 1):
        if page > first and not printer.newPage():
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


def _range(pages: PdfPages, printer: QPrinter) -> tuple[int, int]:
    first, last = printer.fromPage() or 1, printer.toPage() or pages.count
    return max(first, 1) - 1, min(last, pages.count) - 1
