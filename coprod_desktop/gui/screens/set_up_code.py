"""Setting up: the recovery code, to print or to write down."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QPagedPaintDevice
from PySide6.QtWidgets import QWidget

from coprod_desktop.gui.asking import Asking, PrintWish
from coprod_desktop.gui.recovery_sheet import print_sheet, recovery_sheet, save_sheet
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.set_up import SetUp, SetUpStep, ToSetUpStep
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.status_line import StatusLine
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout
from coprod_desktop.model.problem import Problem


class SetUpCodeScreen(Screen):
    """Shows the recovery code in groups of four."""

    def __init__(self, stage: Stage, set_up: SetUp, asking: Asking) -> None:
        words = stage.words
        frame = Frame(
            words.text("set_up.code.title"),
            "code",
            back=ToSetUpStep(SetUpStep.PASSPHRASE),
            main=Action(words.text("set_up.next"), "next", self._on_asked_on),
            help=words.text("set_up.code.help"),
        )
        super().__init__(stage, frame)
        self._asking = asking
        if not set_up.answers.code:
            set_up.note(code=set_up.new_code())
        answers = set_up.answers
        self._sheet = recovery_sheet(words, answers.ward, answers.code)
        self.status = StatusLine(stage)
        for line in self._sheet.code_lines:
            self.body.addWidget(text_label(line, "part"))
        self.body.addWidget(text_label(words.text("set_up.code.keep")))
        self.body.addWidget(self._ways_to_keep())
        self.body.addWidget(self.status)
        self.body.addStretch(1)

    @property
    def code(self) -> str:
        """The code as it is shown."""
        return self._sheet.code

    def _ways_to_keep(self) -> QWidget:
        words, row = self.stage.words, QWidget()
        wrapped = WrapLayout(row)
        self.print = BigButton(
            self.stage,
            words.text("set_up.code.print"),
            "print",
            run=self._on_print_pressed,
        )
        self.save = BigButton(
            self.stage,
            words.text("set_up.code.save"),
            "export",
            run=self._on_save_pressed,
        )
        wrapped.addWidget(self.print)
        wrapped.addWidget(self.save)
        return row

    def _on_print_pressed(self) -> None:
        if not self._asking.has_printer():
            self.show_problem(Problem("paper.no_printer"))
            return
        wish = PrintWish(self.stage.words.text("set_up.code.print"))
        self._asking.print_somehow(self, wish, self._print_on)

    def _print_on(self, printer: QPagedPaintDevice | None) -> None:
        if printer is None:
            return
        try:
            print_sheet(self._sheet, printer, self.stage.look)
        except Problem as problem:
            self.show_problem(problem)
            return
        self._show_kept("set_up.code.printed")

    def _on_save_pressed(self) -> None:
        words = self.stage.words
        self._asking.save_somewhere(
            self,
            words.text("set_up.code.file_title"),
            words.text("set_up.code.file"),
            self._save_at,
        )

    def _save_at(self, place: Path) -> None:
        try:
            save_sheet(self._sheet, place)
        except Problem as problem:
            self.show_problem(problem)
            return
        self._show_kept("set_up.code.saved")

    def _show_kept(self, key: str) -> None:
        self.hide_notice()
        self.status.show_status(self.stage.words.text(key), "saved")

    def _on_asked_on(self) -> None:
        self.went.emit(ToSetUpStep(SetUpStep.CODE_BACK))
