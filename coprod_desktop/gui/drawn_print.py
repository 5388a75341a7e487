"""A paper whose pages are drawn onto a printer, while the window lives on.

Qt draws each page in a thread of its own. What was drawn goes to the printer in the
window's thread, one page at a time (decision 029).
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QPoint, QRect, QSize, QSizeF, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfPageRenderer
from PySide6.QtPrintSupport import QPrinter

from coprod_desktop.gui.background import Background
from coprod_desktop.gui.print_news import PrintNews
from coprod_desktop.gui.print_order import choose_no_pages_again, chosen_pages
from coprod_desktop.gui.print_queue import Standing
from coprod_desktop.gui.printing import PdfPages, on_white
from coprod_desktop.model.problem import Problem


class DrawnPrint(PrintNews):
    """Goes on beside whatever else is done, until all pages went or it is stopped."""

    def __init__(
        self, background: Background, whose: str, pdf: bytes, printer: QPrinter
    ) -> None:
        super().__init__(background, whose)
        # Pages of its own: the screen that shows them may go.
        self._pages = PdfPages(pdf)
        self._chosen = chosen_pages(printer, self._pages.count)
        self._gone = 0
        """How many pages went."""
        # It comes before the printer, so that it goes first: Qt ends the program where
        # a printer goes that is still drawn on.
        self._painter = QPainter()
        self._printer = printer
        self._renderer = QPdfPageRenderer(self)
        self._renderer.setRenderMode(QPdfPageRenderer.RenderMode.MultiThreaded)
        self._pages.let_draw(self._renderer)
        self._renderer.pageRendered.connect(self._on_page_rendered)

    def begin(self) -> None:
        """Begin with the pages that were chosen.

        Raises:
            Problem: The printer does not take any.
        """
        choose_no_pages_again(self._printer)
        if not self._painter.begin(self._printer):
            self.deleteLater()
            raise Problem("paper.print_failed")
        program = QCoreApplication.instance()
        if program is not None:
            program.aboutToQuit.connect(self.stop)
        self.unwanted.connect(self.stop)
        self._count()
        self._ask()

    def stop(self) -> None:
        """Stop between two pages; those that the printer has already, it may print."""
        if not self.standing.is_over:
            self._break_off(Standing.NOT_WANTED if self._file else Standing.TAKEN_BACK)

    @property
    def _file(self) -> str:
        """The file that is drawn into; empty where it is a printer."""
        return self._printer.outputFileName()

    def _count(self) -> None:
        self.tell(Standing.DRAWS, page=self._gone + 1, count=len(self._chosen))

    def _place(self, page: int) -> QRect:
        """Return where a page goes on the printer's sheet: whole, in the middle."""
        sheet = self._printer.pageLayout().fullRectPixels(self._printer.resolution())
        size = self._pages.size_pt(page).scaled(
            QSizeF(sheet.size()), Qt.AspectRatioMode.KeepAspectRatio
        )
        place = QRect(QPoint(0, 0), size.toSize())
        place.moveCenter(QRect(QPoint(0, 0), sheet.size()).center())
        return place

    def _ask(self) -> None:
        page = self._chosen[self._gone]
        self._renderer.requestPage(page, self._place(page).size())

    def _on_page_rendered(self, page: int, _size: QSize, drawn: QImage) -> None:
        if self.standing.is_over:
            return
        if self._gone and not self._printer.newPage():
            self._break_off(Standing.BROKE_OFF)
            return
        self._painter.drawImage(self._place(page), on_white(drawn))
        self._gone += 1
        if self._printer.printerState() is QPrinter.PrinterState.Error:
            self._break_off(Standing.BROKE_OFF)
        elif self._gone < len(self._chosen):
            self._count()
            self._ask()
        else:
            self._end()

    def _end(self) -> None:
        is_taken = self._painter.end()
        if not is_taken or self._printer.printerState() is QPrinter.PrinterState.Error:
            self.tell(Standing.BROKE_OFF)
        else:
            self.tell(Standing.SENT)
        self.deleteLater()

    def _break_off(self, standing: Standing) -> None:
        self._printer.abort()
        self._painter.end()
        if self._file:
            # Half a paper is worse than none.
            Path(self._file).unlink(missing_ok=True)
        self.tell(standing)
        self.deleteLater()
