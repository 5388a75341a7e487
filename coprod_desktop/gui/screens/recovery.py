"""Opening the ward with the printed recovery code."""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.gui.places import ToOpenWard, ToWhoIsHere
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.waiting import WaitingScreen
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.model.problem import Problem


class RecoveryScreen(WaitingScreen):
    """Asks for the code. ``open_ward`` is slow and raises Problem for a wrong one."""

    def __init__(
        self,
        stage: Stage,
        open_ward: Callable[[str], object],
        opened: Callable[[object], None],
    ) -> None:
        words = stage.words
        frame = Frame(
            words.text("recovery.title"),
            "code",
            back=ToOpenWard(),
            main=Action(words.text("open_ward.open"), "unlock", self._on_asked_open),
            help=words.text("recovery.help"),
        )
        super().__init__(stage, frame)
        self._open_ward, self._opened = open_ward, opened
        self.code = LineField(
            words.text("set_up.code_back.label"), words.text("set_up.code_back.hint")
        )
        self.code.entered.connect(self._on_asked_open)
        self.body.addWidget(self.code)
        self.body.addStretch(1)

    def left(self) -> None:
        """Leave no code behind."""
        self.code.set_text("")

    def _on_asked_open(self) -> None:
        code = self.code.text()
        if not code.strip():
            self._say_beside_field(self.stage.words.text("recovery.missing"))
            return
        self.wait_for(
            self.stage.words.text("open_ward.opening"),
            lambda: self._open_ward(code),
            self._on_ward_opened,
            self._on_code_refused,
        )

    def _on_ward_opened(self, ward: object) -> None:
        self._opened(ward)
        self.went.emit(ToWhoIsHere())

    def _on_code_refused(self, problem: Problem) -> None:
        self._say_beside_field(self.sentence(problem))

    def _say_beside_field(self, sentence: str) -> None:
        self.code.show_error(sentence)
        self.code.box.selectAll()
        self.code.setFocus()
        self.bring_into_view(self.code.box)
