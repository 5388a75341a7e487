"""The pages of a finished PDF as pictures, to be seen and to be printed.

They are drawn by QtPdf, which every system's printer takes
(:mod:`coprod_desktop.gui.drawn_print`); a queue of CUPS is given the file itself
(:mod:`coprod_desktop.gui.print_queue`).
"""

from __future__ import annotations

from PySide6.QtCore import (
    QBuffer,
    QByteArray,
    QIODevice,
    QMarginsF,
    QPoint,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import QImage, QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfPageRenderer
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
        return on_white(self._document.render(page, size))

    def let_draw(self, renderer: QPdfPageRenderer) -> None:
        """Let somebody draw them who must not live longer than they do."""
        renderer.setDocument(self._document)


def on_white(drawn: QImage) -> QImage:
    """Return a page as it was drawn on white paper, not on nothing."""
    image = QImage(drawn.size(), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.drawImage(QPoint(0, 0), drawn)
    painter.end()
    return image


def ready_printer(printer: QPrinter, job_title: str) -> QPrinter:
    """Set a printer up: whole sheets, no margins of its own.

    The title is neutral: others see it at the printer.
    """
    printer.setResolution(DPI)
    printer.setFullPage(True)
    printer.setDocName(job_title)
    printer.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    return printer
