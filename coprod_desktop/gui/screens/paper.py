"""Paper: see it, print it, keep it as a file."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QWidget

from coprod_desktop.gui.asking import Asking
from coprod_desktop.gui.going import going
from coprod_desktop.gui.page_picture import PagePicture
from coprod_desktop.gui.paper_source import PaperSource
from coprod_desktop.gui.password_panel import PasswordPanel
from coprod_desktop.gui.print_desk import PrintDesk
from coprod_desktop.gui.printing import PdfPages
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.waiting import WaitingScreen
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.notice import Notice, NoticeKind
from coprod_desktop.gui.widgets.plain import discard, text_label
from coprod_desktop.gui.widgets.status_line import StatusLine
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.problem import Problem

SHARES = (0.4, 0.6, 0.8, 1.0)
"""How much of the width a page takes, from smaller to bigger."""


class PaperScreen(WaitingScreen):
    """The finished pages, and what can be done with them."""

    def __init__(self, stage: Stage, source: PaperSource, asking: Asking) -> None:
        words = stage.words
        self._source = source
        self._asking = asking
        super().__init__(
            stage,
            Frame(
                source.title,
                "paper",
                source.back,
                main=Action(words.text("paper.print"), "print", self._print),
                outs=tuple(self._ways_to_keep(stage, source)),
                help=source.help,
            ),
        )
        self._page = 0
        self._size = 1
        self._told: Notice | None = None
        self.pages: PdfPages | None = None
        self.picture: PagePicture | None = None
        self.panel: PasswordPanel | None = None
        self.desk = PrintDesk(self, source, asking, self._tell)
        self.wait_for(
            words.text("paper.making"),
            source.pdf,
            self._show_pages,
            self.show_problem,
        )

    def _ways_to_keep(self, stage: Stage, source: PaperSource) -> Iterator[Action]:
        text = stage.words.text
        yield Action(text("paper.save"), "folder", self._save)
        if source.keep_locked is not None:
            yield Action(text("paper.save_locked"), "lock", self._ask_password)

    def left(self) -> None:
        """Leave no password behind."""
        if self.panel is not None:
            self.panel.pair.clear()

    def sentence(self, problem: Problem) -> str:
        """Return a problem as a sentence."""
        return self._source.sentence(problem)

    # --- Seeing ---------------------------------------------------------------------

    def _show_pages(self, pdf: bytes) -> None:
        try:
            self.pages = PdfPages(pdf)
        except Problem as problem:
            self.show_problem(problem)
            return
        words = self.stage.words
        self.where = StatusLine(self.stage)
        self.before, self.after, self.smaller, self.bigger = (
            BigButton(self.stage, words.text(f"paper.{key}"), picture, "quiet", run)
            for key, picture, run in (
                ("page_before", "back", lambda: self._turn(-1)),
                ("next_page", "next", lambda: self._turn(1)),
                ("smaller", None, lambda: self._resize(-1)),
                ("bigger", "search", lambda: self._resize(1)),
            )
        )
        row = QWidget()
        wrap = WrapLayout(row)
        steps = (self.before, self.after, self.smaller, self.bigger)
        for one in (*steps, *self._another()):
            wrap.addWidget(one)
        self.picture = PagePicture(self.stage, self.pages)
        self.picture.turned.connect(self._turn)
        self.picture.resized.connect(self._resize)
        which = [text_label(self._source.which, "strong")] if self._source.which else []
        for widget in (*which, row, self.where, self.picture):
            self.body.addWidget(widget)
            # A layout shows it a moment later, and nothing hidden takes the focus.
            widget.show()
        self.body.addStretch(1)
        self._show_page()
        self.desk.show_what_waits()
        self.focus_first()

    def _another(self) -> Iterator[BigButton]:
        """Yield the way to another paper, where there is one."""
        place = self._source.choose
        if place is not None:
            said = self.stage.words.text("paper.another")
            yield BigButton(self.stage, said, "paper", "quiet", going(self, place))

    def _show_page(self) -> None:
        if self.pages is None or self.picture is None:
            return
        words = self.stage.words
        number, count = self._page + 1, self.pages.count
        self.where.show_status(
            words.text("paper.page", number=number, count=count), "paper"
        )
        said = words.text(self._source.page_said, number=number, count=count)
        self.picture.setAccessibleName(said)
        self.picture.show_page(self._page, SHARES[self._size])
        self.before.setEnabled(self._page > 0)
        self.after.setEnabled(number < count)
        self.smaller.setEnabled(self._size > 0)
        self.bigger.setEnabled(self._size < len(SHARES) - 1)

    def _turn(self, by: int) -> None:
        last = self.pages.count - 1 if self.pages else 0
        self._page = min(max(self._page + by, 0), last)
        self._show_page()
        self._keep_focus(self.before, self.after)

    def _resize(self, by: int) -> None:
        self._size = min(max(self._size + by, 0), len(SHARES) - 1)
        self._show_page()
        self._keep_focus(self.smaller, self.bigger)

    def _keep_focus(self, one: BigButton, other: BigButton) -> None:
        """Keep the focus beside a button that has come to its end."""
        if self.picture is not None and self.picture.hasFocus():
            return
        if not one.isEnabled():
            other.setFocus()
        elif not other.isEnabled():
            one.setFocus()

    # --- Printing and keeping -------------------------------------------------------

    def _print(self) -> None:
        if self.pages is not None:
            self._forget_told()
            self.desk.print_out(self.pages, self._page)

    def _ask_password(self) -> None:
        """Show where a password is typed, above the pages."""
        if self.pages is None:
            return
        self._forget_panel()
        self.panel = PasswordPanel(self.stage, self._source.suggest)
        self.panel.chosen.connect(self._save)
        self.body.insertWidget(0, self.panel)
        self.panel.show()
        self.panel.pair.setFocus()
        self.bring_into_view(self.panel)

    def _forget_panel(self) -> None:
        if self.panel is not None:
            self.panel.pair.clear()
            self.body.removeWidget(self.panel)
            discard(self.panel)
            self.panel = None

    def _save(self, password: str = "") -> None:
        self._asking.save_somewhere(
            self,
            self.stage.words.text("paper.save_title"),
            self._source.file_name(),
            lambda file: self._save_at(file, password),
        )

    def _save_at(self, file: Path, password: str) -> None:
        words = self.stage.words
        if file.suffix.lower() != ".pdf":
            file = file.with_name(f"{file.name}.pdf")
        try:
            saved = self._kept(file, password)
        except Problem as problem:
            self.show_problem(problem)
            return
        self._forget_panel()
        who = "paper.who_has_password" if password else "paper.who_can_open"
        told = words.text("paper.saved", file=saved.name)
        self._tell(self._with_looks(f"{told} {words.text(who)}"))

    def _kept(self, file: Path, password: str) -> Path:
        source = self._source
        if password and source.keep_locked is not None:
            return source.keep_locked(file, password)
        return source.keep(file)

    def _with_looks(self, sentence: str) -> str:
        """Add that it could not be written down who saw the words, where so."""
        problem = self._source.untold()
        return f"{sentence} {self.sentence(problem)}" if problem else sentence

    def _tell(self, sentence: str, kind: NoticeKind = "good") -> None:
        """Say what came of it, where the focus goes."""
        self._forget_told()
        self._told = Notice(self.stage, sentence, kind)
        self.body.insertWidget(0, self._told)
        self._told.show()
        self._told.setFocus()
        self.area.show_whole(self._told)

    def _forget_told(self) -> None:
        self.hide_notice()
        if self._told is not None:
            self.body.removeWidget(self._told)
            discard(self._told)
            self._told = None
