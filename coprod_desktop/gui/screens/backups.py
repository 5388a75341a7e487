"""Backups: the last good one, where they go, one more now, and putting one back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer

from coprod_desktop.gui.asking import FolderWish
from coprod_desktop.gui.backup_places import ToBackups, ToMend, ToPutBack
from coprod_desktop.gui.going import going
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.staff_places import ToStaff
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.gui.widgets.status_line import StatusLine
from coprod_desktop.model.problem import Problem

LOOK_MS = 300
"""How often the screen looks how far the backup is."""


@dataclass(frozen=True, slots=True)
class BackupNews:
    """How it stands with backups at this moment."""

    line: str
    """The last good one, or how far one is that is being made."""
    picture: str
    problem: Problem | None = None
    """Why the last one could not be made."""


@dataclass(frozen=True, slots=True)
class BackupDesk:
    """What the screen shows, and what can be done from it."""

    place: Path | None
    """Where backups go."""
    is_same_disk: bool
    news: Callable[[], BackupNews]
    check_line: Callable[[], str]
    """How far the record is read over."""
    make: Callable[[], None]
    """Begins one in the background."""
    ask_folder: Callable[[Screen, FolderWish, Callable[[Path], None]], None]
    """Asks for a folder, and goes on with it."""
    choose: Callable[[Path], None]
    """Raises Problem."""


class BackupsScreen(Screen):
    """Says it in words; whoever waits for a backup may go on with something else."""

    def __init__(self, stage: Stage, desk: BackupDesk) -> None:
        words = stage.words
        choose = Action(words.text("backups.choose"), "folder", self._choose)
        make = Action(words.text("backups.make"), "saved", self._make)
        super().__init__(
            stage,
            Frame(
                words.text("backups.title"),
                "safe",
                ToStaff(),
                choose if desk.place is None else make,
                help=words.text("backups.help"),
            ),
        )
        self._desk = desk
        self._problem: Notice | None = None
        self.news = StatusLine(stage, role="strong")
        self.check = StatusLine(stage, role="body")
        self.body.addWidget(self.news)
        self._show_place()
        self.body.addWidget(SaidLine(stage, words.text("backups.when"), "clock"))
        self.body.addWidget(self.check)
        put_back, mend = going(self, ToPutBack()), going(self, ToMend())
        buttons = [
            BigButton(stage, words.text("backups.put_back"), "undo", run=put_back),
            BigButton(stage, words.text("backups.mend"), "mend", run=mend),
        ]
        if desk.place is not None:
            other = words.text("backups.choose_other")
            buttons.append(BigButton(stage, other, "folder", run=self._choose))
        self.body.addLayout(in_a_row(*buttons))
        self.body.addStretch(1)
        self._look()
        timer = QTimer(self)
        timer.setInterval(LOOK_MS)
        timer.timeout.connect(self._look)
        timer.start()

    def _show_place(self) -> None:
        words, desk = self.stage.words, self._desk
        if desk.place is None:
            self.body.addWidget(Notice(self.stage, words.text("backups.no_place")))
            return
        place = words.text("backups.place", folder=str(desk.place))
        self.body.addWidget(SaidLine(self.stage, place, "folder"))
        if desk.is_same_disk:
            self.body.addWidget(Notice(self.stage, words.text("backups.same_disk")))

    def _look(self) -> None:
        news = self._desk.news()
        self.news.show_status(news.line, news.picture)
        check = self._desk.check_line()
        self.check.show_status(check, "search")
        self.check.setVisible(bool(check))
        sentence = "" if news.problem is None else self.sentence(news.problem)
        shown = "" if self._problem is None else self._problem.words
        if sentence == shown:
            return
        if self._problem is not None:
            self.body.removeWidget(self._problem)
            self._problem.deleteLater()
            self._problem = None
        if sentence:
            # Beside the news and without taking the focus: it may come at any time.
            self._problem = Notice(self.stage, sentence, "problem")
            self.body.insertWidget(0, self._problem)

    def _make(self) -> None:
        self._desk.make()
        self._look()

    def _choose(self) -> None:
        title = self.stage.words.text("backups.choose_title")
        wish = FolderWish(title, is_to_be_written=True)
        self._desk.ask_folder(self, wish, self._keep_there)

    def _keep_there(self, folder: Path) -> None:
        try:
            self._desk.choose(folder)
        except Problem as problem:
            self.show_problem(problem)
            return
        self.went.emit(ToBackups())
