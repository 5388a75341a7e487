"""Private words that two people opened in an emergency: to read, for a while."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.how_long import TimeWords, how_long
from coprod_desktop.gui.read_card import ReadCard
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.plain import discard, text_label
from coprod_desktop.gui.widgets.statement_card import CardView
from coprod_desktop.gui.widgets.status_line import StatusLine

LEFT = TimeWords("opened_drafts.left_minutes", "opened_drafts.left_seconds")
TICK_MS = 1000


@dataclass(frozen=True, slots=True)
class DraftView:
    """One draft: where it stands, and its words."""

    form: str
    question: str
    card: CardView


@dataclass(frozen=True, slots=True)
class Reading:
    """What is read, for how long, and what ends it."""

    name: str
    drafts: Sequence[DraftView]
    seconds_left: Callable[[], float]
    close: Callable[[], None]
    then: object
    """The place to go to when it is closed."""


class OpenedDraftsScreen(Screen):
    """Nothing can be changed here, and it closes by itself."""

    def __init__(self, stage: Stage, reading: Reading) -> None:
        words = stage.words
        close = Action(words.text("opened_drafts.close"), "lock", self._on_asked_close)
        super().__init__(
            stage,
            Frame(
                words.text("opened_drafts.title"),
                "eye",
                main=close,
                help=words.text("opened_drafts.help"),
            ),
        )
        self._reading = reading
        self.left_over = StatusLine(stage, role="body")
        self._content = QWidget()
        column = QVBoxLayout(self._content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(stage.look.below_px())
        told = Notice(stage, words.text("opened_drafts.told", name=reading.name))
        for part in (told, self.left_over, self._content):
            self.body.addWidget(part)
        self._show(column)
        self.body.addStretch(1)
        self._ticking = QTimer(self)
        self._ticking.setInterval(TICK_MS)
        self._ticking.timeout.connect(self.look_again)
        self._ticking.start()
        self.look_again()

    def left(self) -> None:
        """Close the words, whatever takes this screen's place."""
        self._ticking.stop()
        self._reading.close()

    def look_again(self) -> None:
        """Say how much time is left; take the words away when it is over."""
        seconds = self._reading.seconds_left()
        if seconds > 0:
            said = how_long(self.stage.words, LEFT, seconds)
            self.left_over.show_status(said, "clock")
        elif self._ticking.isActive():
            self._end()

    def _show(self, column: QVBoxLayout) -> None:
        form = ""
        for draft in self._reading.drafts:
            if draft.form != form:
                form = draft.form
                column.addWidget(Heading(form, level=2))
            column.addWidget(text_label(draft.question, "strong"))
            column.addWidget(ReadCard(self.stage, draft.card))
        if not self._reading.drafts:
            column.addWidget(text_label(self.stage.words.text("opened_drafts.none")))

    def _end(self) -> None:
        """Leave nothing of the words on the screen, nor for a screen reader."""
        self.left()
        self.body.removeWidget(self._content)
        discard(self._content)
        self.left_over.show_status(self.stage.words.text("opened_drafts.over"), "lock")
        back = self.stage.words.text("opened_drafts.go_on")
        self.set_main(Action(back, "next", self._on_asked_close))
        self.focus_main()

    def _on_asked_close(self) -> None:
        self.went.emit(self._reading.then)
