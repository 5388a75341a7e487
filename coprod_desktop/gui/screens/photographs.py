"""The photographs of a form's sheets that are kept, one at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import ToParts, ToQuestion
from coprod_desktop.gui.screen import Frame, Screen
from coprod_desktop.gui.sheet_views import brought_by, photograph_said, picture_of
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.plain import discard, text_label
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout


class PhotographsScreen(Screen):
    """Nothing can be changed here: what is kept is kept as it came."""

    def __init__(self, stage: Stage, opened: Opened, question: str = "") -> None:
        text = stage.words.text
        super().__init__(
            stage,
            Frame(
                text("photograph.all_title"),
                "camera",
                ToQuestion(question) if question else ToParts(),
                help=text("photograph.all_help"),
            ),
        )
        self._opened = opened
        photographs = opened.document.sheets.photographs
        self._kept = (
            photographs.of_question(question) if question else photographs.kept()
        )
        self._at = 0
        self._shown: QWidget | None = None
        self.before = BigButton(
            stage, text("photograph.before"), "back", "quiet", lambda: self._turn(-1)
        )
        self.after = BigButton(
            stage, text("photograph.next"), "next", "quiet", lambda: self._turn(1)
        )
        if len(self._kept) > 1:
            row = QWidget()
            wrap = WrapLayout(row)
            wrap.addWidget(self.before)
            wrap.addWidget(self.after)
            self.body.addWidget(row)
        self._place = QVBoxLayout()
        self.body.addLayout(self._place)
        self.body.addStretch(1)
        if self._kept:
            self._show()

    def _turn(self, by: int) -> None:
        self._at += by
        self._show()
        # The focus stays beside a button that has come to its end.
        for one, other in ((self.before, self.after), (self.after, self.before)):
            if not one.isEnabled():
                other.setFocus()

    def _on_view_shown(self) -> None:
        # Until then there was nothing else to stand on.
        now = QApplication.focusWidget()
        if now is None or self._bar.isAncestorOf(now):
            self.focus_first()

    def _show(self) -> None:
        if self._shown is not None:
            self._place.removeWidget(self._shown)
            discard(self._shown)
        words, kept = self.stage.words, self._kept[self._at]
        number, count = self._at + 1, len(self._kept)
        self._shown = QWidget()
        column = QVBoxLayout(self._shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.stage.look.gap_px)
        if count > 1:
            where = words.text("photograph.number", number=number, count=count)
            column.addWidget(Heading(where, 2))
        said = photograph_said(words, kept)
        self.view = picture_of(self.stage, self._opened, kept, said)
        self.view.shown.connect(self._on_view_shown)
        column.addWidget(self.view)
        column.addWidget(text_label(brought_by(words, self._opened, kept)))
        column.addWidget(Heading(words.text("sheet.found"), 2))
        for question in kept.questions:
            column.addWidget(text_label(self._opened.prompt(question)))
        self._place.addWidget(self._shown)
        self._shown.show()
        self.before.setEnabled(self._at > 0)
        self.after.setEnabled(number < count)
