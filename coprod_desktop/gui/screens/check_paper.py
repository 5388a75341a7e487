"""Checking a printed page by its code, or a PDF file: are these our words?"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.progress import ProgressScreen
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.passphrase import PassphraseField
from coprod_desktop.gui.widgets.plain import discard, text_label
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.progress import Progress
from coprod_desktop.workspace.paper_checking import Answer

LONGEST_CODE = 40
"""Room for a code with spaces between all its signs, and for a slip."""
MOST_PLACES = 12
"""So many places at which a file differs are told; then that there are more."""


class CheckDesk(NamedTuple):
    """How a page is checked."""

    back: object
    code: Callable[[str, Progress], Answer]
    """Looks for a code. Slow; raises Problem."""
    file: Callable[[Path, str], Answer]
    """Checks a file, with a password or none. Slow; raises Problem."""
    ask_file: Callable[[Screen, str, Callable[[Path], None]], None]
    """Asks for a file, and goes on with it."""


class CheckPaperScreen(ProgressScreen):
    """The code is typed in big signs; a file is chosen. Looking changes nothing."""

    def __init__(self, stage: Stage, desk: CheckDesk) -> None:
        text = stage.words.text
        super().__init__(
            stage,
            Frame(
                text("check_paper.title"),
                "search",
                desk.back,
                Action(text("check_paper.check"), "search", self._on_code_entered),
                (Action(text("check_paper.choose"), "folder", self._on_file_asked),),
                help=text("check_paper.help"),
            ),
        )
        self._desk = desk
        self._has_stopped = False
        self._file: Path | None = None
        self._told: QWidget | None = None
        self.code = LineField(
            text("check_paper.code"), text("check_paper.code_help"), LONGEST_CODE
        )
        self.code.box.setProperty("role", "code")
        # A code is the same in every language, and starts at the left.
        self.code.box.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.code.entered.connect(self._on_code_entered)
        self.body.addWidget(self.code)
        self.password = PassphraseField(stage, text("check_paper.password"))
        self.password.entered.connect(self._on_password_entered)
        self.open_with = BigButton(
            stage, text("check_paper.open"), "unlock", run=self._on_password_entered
        )
        self._lock = QWidget()
        column = QVBoxLayout(self._lock)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.password)
        column.addLayout(in_a_row(self.open_with))
        self.body.addWidget(self._lock)
        self._lock.hide()
        self.body.addStretch(1)

    def left(self) -> None:
        """Leave no password behind."""
        self.password.clear()

    def go_back(self) -> None:
        """Go back; while a code is looked for, stop looking first."""
        self._has_stopped = True
        super().go_back()

    # --- A code ---------------------------------------------------------------------

    def _on_code_entered(self) -> None:
        self._begin()
        self._lock.hide()
        if not self.code.text().strip():
            self._refuse_code(self.stage.words.text("check_paper.code_missing"))
            return
        typed = self.code.text()
        self.wait_long_for(
            "check_paper.looking",
            lambda step: self._desk.code(typed, self._unless_stopped(step)),
            self._tell,
            self._on_code_failed,
        )

    def _unless_stopped(self, step: Progress) -> Progress:
        def tell(done: int, of: int) -> None:
            if self._has_stopped:
                raise Problem("check_paper.stopped")
            step(done, of)

        return tell

    def _on_code_failed(self, problem: Problem) -> None:
        if problem.key.startswith("pdf.problem.code_"):
            self._refuse_code(self.sentence(problem))
        else:
            self.show_problem(problem)

    def _refuse_code(self, sentence: str) -> None:
        self.code.show_error(sentence)
        self.code.box.selectAll()
        self.code.setFocus()

    # --- A file ---------------------------------------------------------------------

    def _on_file_asked(self) -> None:
        title = self.stage.words.text("check_paper.choose")
        self._desk.ask_file(self, title, self._on_file_chosen)

    def _on_file_chosen(self, file: Path) -> None:
        self._file = file
        self._check_file(file, "")

    def _on_password_entered(self) -> None:
        if self._file is not None and self.password.text():
            self._check_file(self._file, self.password.text())

    def _check_file(self, file: Path, password: str) -> None:
        self._begin()
        self.wait_for(
            self.stage.words.text("check_paper.reading"),
            lambda: self._desk.file(file, password),
            self._on_file_told,
            self._on_file_failed,
        )

    def _on_file_told(self, answer: Answer) -> None:
        self._lock.hide()
        self.left()
        self._tell(answer)

    def _on_file_failed(self, problem: Problem) -> None:
        if problem.key not in ("pdf.problem.locked", "pdf.problem.wrong_password"):
            self._lock.hide()
            self.show_problem(problem)
            return
        self._lock.show()
        self.password.clear()
        self.password.show_error(self.sentence(problem))
        self.password.setFocus()
        self.bring_into_view(self._lock)

    # --- What came of it ------------------------------------------------------------

    def _begin(self) -> None:
        self._has_stopped = False
        self.hide_notice()
        self.code.show_error("")
        if self._told is not None:
            self.body.removeWidget(self._told)
            discard(self._told)
            self._told = None

    def _tell(self, answer: Answer) -> None:
        words = self.stage.words
        told = QWidget()
        column = QVBoxLayout(told)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.stage.look.gap_px)
        first = Notice(self.stage, answer.says, answer.mood)
        column.addWidget(first)
        for line in answer.where[:MOST_PLACES]:
            column.addWidget(SaidLine(self.stage, line, "eye"))
        if len(answer.where) > MOST_PLACES:
            column.addWidget(text_label(words.text("check_paper.more")))
        if answer.careful:
            column.addWidget(SaidLine(self.stage, answer.careful, "idea"))
        self.body.insertWidget(0, told)
        told.show()
        self._told = told
        first.setFocus()
        self.bring_into_view(first)
