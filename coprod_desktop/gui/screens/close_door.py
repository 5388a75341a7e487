"""Closing somebody's door to the ward for good: what ends, and what stays."""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.staff_places import ToOpeners
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.waiting import WaitingScreen
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.in_a_row import in_a_row
from coprod_desktop.gui.widgets.said_line import SaidLine


class CloseDoorScreen(WaitingScreen):
    """Asks once. ``close`` raises Problem where the door must stay."""

    def __init__(self, stage: Stage, name: str, close: Callable[[], None]) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("close_door.title"),
                "lock",
                ToOpeners(),
                main=Action(words.text("close_door.keep"), None, self.go_back),
            ),
        )
        self._close = close
        self.set_where(name)
        for key, picture in (
            ("ends", "lock"),
            ("words_stay", "saved"),
            ("name_stays", "paper"),
            ("for_good", "warning-calm"),
        ):
            said = words.text(f"close_door.{key}", name=name)
            self.body.addWidget(SaidLine(stage, said, picture))
        self.now = BigButton(
            stage, words.text("close_door.now"), "lock", "plain", self._on_asked_close
        )
        self.body.addLayout(in_a_row(self.now))
        self.body.addStretch(1)

    def focus_first(self) -> None:
        """Stand on the main action, which closes nothing."""
        self.focus_main()

    def _on_asked_close(self) -> None:
        self.wait_for(
            self.stage.words.text("close_door.closing"),
            self._close,
            lambda _: self.went.emit(ToOpeners()),
            self.show_problem,
        )
