"""Printing a paper from its screen: asks how, sends it, and says what becomes of it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtPrintSupport import QPrinter

from coprod_desktop.gui.asking import Asking, PrintWish
from coprod_desktop.gui.drawn_print import DrawnPrint
from coprod_desktop.gui.paper_source import PaperSource
from coprod_desktop.gui.print_news import PrintNews, under_way_of
from coprod_desktop.gui.print_order import order_for
from coprod_desktop.gui.print_panel import PrintPanel
from coprod_desktop.gui.print_queue import PrintJob, PrintOrder, send
from coprod_desktop.gui.print_watch import PrintWatch
from coprod_desktop.gui.printing import PdfPages, ready_printer
from coprod_desktop.gui.waiting import WaitingScreen
from coprod_desktop.gui.widgets.notice import NoticeKind
from coprod_desktop.gui.widgets.plain import discard
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.papers import some_pages


class PrintDesk:
    """Prints the pages that a screen shows. ``tell`` says a sentence on that screen."""

    def __init__(
        self,
        screen: WaitingScreen,
        source: PaperSource,
        asking: Asking,
        tell: Callable[[str, NoticeKind], None],
    ) -> None:
        self._screen = screen
        self._source = source
        self._asking = asking
        self._tell = tell
        self.panel: PrintPanel | None = None

    def print_out(self, pages: PdfPages, page: int = 0) -> None:
        """Ask for a printer, and send it what was asked for.

        ``page`` is the one that is shown, counted from 0.
        """
        screen, text = self._screen, self._screen.stage.words.text
        if not self._asking.has_printer():
            screen.show_problem(Problem("paper.no_printer"))
            return
        wish = PrintWish(text("paper.job_title"), pages.count, page)
        self._asking.print_somehow(
            screen, wish, lambda printer: self._print_on(printer, pages, wish.title)
        )

    def _print_on(
        self, printer: QPagedPaintDevice | None, pages: PdfPages, title: str
    ) -> None:
        if printer is None:
            self._tell(self._screen.stage.words.text("printing.not_wanted"), "calm")
        elif isinstance(printer, QPrinter):
            try:
                self._print(pages, printer, title)
            except Problem as problem:
                self._screen.show_problem(problem)

    def show_what_waits(self) -> None:
        """Say what becomes of a paper of theirs that was sent before, if it waits."""
        stage = self._screen.stage
        news = under_way_of(stage.background, self._source.whose)
        if news is not None:
            self._show(PrintPanel(stage, news, stage.words.text("printing.before")))

    def _print(self, pages: PdfPages, printer: QPrinter, title: str) -> None:
        order = order_for(printer, title, pages.count)
        if order is not None:
            self._send(pages.pdf, order)
            return
        ready_printer(printer, title)
        background, whose = self._screen.stage.background, self._source.whose
        drawn = DrawnPrint(background, whose, pages.pdf, printer)
        drawn.begin()
        self._follow(drawn)

    def _send(self, pdf: bytes, order: PrintOrder) -> None:
        screen, background = self._screen, self._screen.stage.background

        def send_it() -> PrintJob:
            return send(some_pages(pdf, order.only) if order.only else pdf, order)

        screen.wait_for(
            screen.stage.words.text("printing.sending"),
            send_it,
            lambda job: self._follow(PrintWatch(background, self._source.whose, job)),
            screen.show_problem,
        )

    def _follow(self, news: PrintNews) -> None:
        """Show what becomes of it, in the place of what became of the one before."""
        self._source.was_printed()
        panel = PrintPanel(self._screen.stage, news, self._untold())
        self._show(panel)
        panel.notice.setFocus()

    def _show(self, panel: PrintPanel) -> None:
        if self.panel is not None:
            self._screen.body.removeWidget(self.panel)
            discard(self.panel)
        self.panel = panel
        self._screen.body.insertWidget(0, panel)
        panel.show()
        panel.heard.connect(lambda: self._screen.bring_into_view(panel.notice))
        self._screen.bring_into_view(panel.notice)

    def _untold(self) -> str:
        """Why it could not be written down who saw the words; empty where it was."""
        problem = self._source.untold()
        return self._source.sentence(problem) if problem else ""
