"""Which backup to put back: those in the usual place, or in another folder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.asking import FolderWish
from coprod_desktop.gui.backup_places import ToPutBackOne
from coprod_desktop.gui.going import going
from coprod_desktop.gui.progress import ProgressScreen
from coprod_desktop.gui.screen import Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.person_row import PersonRow, RowAction
from coprod_desktop.gui.widgets.plain import discard, text_label
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress


@dataclass(frozen=True, slots=True)
class BackupRow:
    """One backup to choose."""

    folder: Path
    name: str
    """Its number, and its day where that is known."""
    about: str = ""
    """How much is in it."""


@dataclass(frozen=True, slots=True)
class BackupChoice:
    """What is there to choose from."""

    rows: Sequence[BackupRow]
    problem: Problem | None
    """Why the usual place cannot be looked into."""
    back: object
    ask_folder: Callable[[Screen, FolderWish, Callable[[Path], None]], None]
    """Asks for a folder, and goes on with it."""
    look_in: Callable[[Path], Sequence[BackupRow]]
    """The backups in a folder, or the one that it is. Raises Problem."""
    check: Callable[[Path, Progress], int] | None
    """Tries whether a backup of the open ward can be put back; returns how many entries
    it holds. Slow; raises Problem. None where no ward is open to hold it against."""


class PutBackScreen(ProgressScreen):
    """A list, the newest first. Choosing one changes nothing yet."""

    def __init__(self, stage: Stage, choice: BackupChoice) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("put_back.title"),
                "undo",
                choice.back,
                help=words.text("put_back.help"),
            ),
        )
        self._choice = choice
        self.rows: Sequence[BackupRow] = ()
        self.body.addWidget(SaidLine(stage, words.text("put_back.kept"), "safe"))
        self._rows = QWidget()
        self._list = QVBoxLayout(self._rows)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(stage.look.below_px())
        self.body.addWidget(self._rows)
        look = words.text("put_back.look")
        self.body.addLayout(
            in_a_row(BigButton(stage, look, "folder", run=self._look_elsewhere))
        )
        self.body.addStretch(1)
        self._show(choice.rows)
        if choice.problem is not None:
            self.show_problem(choice.problem)

    def _show(self, rows: Sequence[BackupRow]) -> None:
        self.rows = rows
        while self._list.count():
            item = self._list.takeAt(0)
            widget = None if item is None else item.widget()
            if widget is not None:
                discard(widget)
        words = self.stage.words
        for row in rows:
            go = going(self, ToPutBackOne(str(row.folder)))
            actions = [self._action("put_back.this", row, go)]
            if self._choice.check is not None:
                check = partial(self._check, row, self._choice.check)
                actions.append(self._action("put_back.check", row, check))
            self._list.addWidget(
                PersonRow(self.stage, row.name, row.about, "saved", tuple(actions))
            )
        if not rows:
            self._list.addWidget(text_label(words.text("put_back.none"), "quiet"))

    def _action(self, key: str, row: BackupRow, run: Callable[[], None]) -> RowAction:
        words = self.stage.words
        what = words.text(key)
        spoken = words.text("openers.about", what=what, name=row.name)
        return RowAction(what, spoken, run)

    def _check(self, row: BackupRow, check: Callable[[Path, Progress], int]) -> None:
        self.wait_long_for(
            "put_back_one.going",
            lambda step: check(row.folder, step),
            lambda entries: self._tell_whole(row.name, entries),
            self.show_problem,
        )

    def _tell_whole(self, name: str, entries: int) -> None:
        told = self.stage.words.text("put_back.whole", name=name, entries=entries)
        self.show_notice(told, "good")

    def _look_elsewhere(self) -> None:
        title = self.stage.words.text("put_back.look_title")
        self._choice.ask_folder(self, FolderWish(title), self._look_in)

    def _look_in(self, folder: Path) -> None:
        self.hide_notice()
        try:
            self._show(self._choice.look_in(folder))
        except Problem as problem:
            self.show_problem(problem)
