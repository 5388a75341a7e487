"""What becomes of a paper at the printer, in words, and a way to take it back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from coprod_desktop.gui.print_news import PrintNews, under_way
from coprod_desktop.gui.print_queue import Standing
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.notice import Notice, NoticeKind
from coprod_desktop.gui.widgets.plain import discard
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.problem import Problem


class PrintPanel(QWidget):
    """One sentence that changes; each change is announced.

    Where the focus stands in it, it goes to the new sentence, since not every screen
    reader speaks what is only announced.
    """

    heard = Signal()
    """The focus went to another sentence."""

    def __init__(self, stage: Stage, news: PrintNews, also: str = "") -> None:
        super().__init__()
        self._stage = stage
        self._also = also
        """What is said besides, whatever becomes of it."""
        self._news = news
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        words = stage.words.text("printing.take_back")
        self.back = BigButton(stage, words, "undo", "quiet", self._take_back)
        row = WrapLayout()
        row.addWidget(self.back)
        self._column.addLayout(row)
        self.notice = self._said(news.standing)
        news.changed.connect(self._on_standing_changed)
        news.went_on.connect(self._on_print_went_on)
        news.refused.connect(self._on_job_refused)

    def _take_back(self) -> None:
        self.back.setEnabled(False)
        self.notice.setFocus(Qt.FocusReason.OtherFocusReason)
        self._news.unwanted.emit()

    def _on_standing_changed(self, standing: Standing) -> None:
        self._show_notice(self._said(standing))
        if standing.is_over:
            self.back.hide()

    def _on_print_went_on(self) -> None:
        # Read when somebody looks; a screen reader need not tell each page.
        self.notice.show_words(self._words(self._news.standing))

    def _on_job_refused(self, problem: Problem) -> None:
        self.back.setEnabled(True)
        said = self._stage.words.text(problem.key)
        self._show_notice(self._placed(Notice(self._stage, said, "problem")))

    def _said(self, standing: Standing) -> Notice:
        kind: NoticeKind = "problem" if standing.is_trouble else "calm"
        if standing in {Standing.PRINTED, Standing.SENT, Standing.TAKEN_BACK}:
            kind = "good"
        return self._placed(Notice(self._stage, self._words(standing), kind))

    def _words(self, standing: Standing) -> str:
        said = self._stage.words.text(f"printing.{standing}", **self._news.fields)
        return f"{said} {self._also}".strip()

    def _placed(self, notice: Notice) -> Notice:
        self._column.insertWidget(0, notice)
        # A layout shows it a moment later, and nothing hidden takes the focus.
        notice.show()
        return notice

    def _show_notice(self, notice: Notice) -> None:
        before, self.notice = self.notice, notice
        is_here = self.isAncestorOf(QApplication.focusWidget() or self.window())
        if is_here:
            notice.setFocus(Qt.FocusReason.OtherFocusReason)
            self.heard.emit()
        elif self.isVisible():
            event = QAccessibleAnnouncementEvent(notice, notice.words)
            QAccessible.updateAccessibility(event)
        self._column.removeWidget(before)
        discard(before)


def all_under_way(stage: Stage) -> list[PrintPanel]:
    """Return what is told of every paper that is not out of the printer yet."""
    before = stage.words.text("printing.before")
    return [PrintPanel(stage, one, before) for one in under_way(stage.background)]
