"""Making a PIN: once, and the same once more."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.waiting import WaitingScreen
from coprod_desktop.gui.widgets.pin_pad import PinPad
from coprod_desktop.model.pins import checked_pin
from coprod_desktop.model.problem import Problem


@dataclass(frozen=True, slots=True)
class PinMaking:
    """Whose PIN is made, and where that leads."""

    name: str
    figures: int
    back: object
    """The place where a way to sign in is chosen."""
    make: Callable[[str], object]
    """Keeps the PIN; slow. Raises Problem."""
    made: Callable[[], object]
    """Returns the place to go to when it is kept."""


class MakePinScreen(WaitingScreen):
    """One pad, used twice. An easy PIN is refused before it is asked for again."""

    def __init__(self, stage: Stage, making: PinMaking) -> None:
        words = stage.words
        self._making = making
        self._first = ""
        main = Action(words.text("make_pin.next"), "next", self._on_asked_on)
        super().__init__(
            stage,
            Frame(
                words.text("make_pin.title"),
                "code",
                making.back,
                main,
                help=words.text("make_pin.help", figures=making.figures),
            ),
        )
        self.set_where(making.name)
        self.once = PinPad(stage, words.text("make_pin.new"), making.figures)
        self.again = PinPad(stage, words.text("make_pin.again"), making.figures)
        for pad in (self.once, self.again):
            pad.entered.connect(self._on_asked_on)
            self.body.addWidget(pad)
        self.body.addStretch(1)
        self.again.hide()

    @property
    def pad(self) -> PinPad:
        """The pad that is showing."""
        return self.again if self._first else self.once

    def focus_first(self) -> None:
        """Stand where the PIN is typed."""
        self.pad.setFocus()

    def left(self) -> None:
        """Leave no PIN behind."""
        self._begin()

    def go_back(self) -> None:
        """Go back to typing it for the first time, else to where Back leads."""
        if self._first and not self.is_waiting:
            self._begin()
            self.focus_first()
        else:
            super().go_back()

    def _begin(self) -> None:
        self._first = ""
        self.once.clear()
        self.again.clear()
        self.again.hide()
        self.once.show()

    def _on_asked_on(self) -> None:
        pin, words = self.pad.pin(), self.stage.words
        if not self.pad.is_whole:
            self.pad.ask_for_rest()
        elif not self._first:
            self._ask_again(pin)
        elif pin != self._first:
            self._begin()
            self.once.show_error(words.text("make_pin.differ"))
            self.focus_first()
        else:
            self._keep(pin)

    def _ask_again(self, pin: str) -> None:
        try:
            self._first = checked_pin(pin, self._making.figures)
        except Problem as problem:
            self.once.clear()
            self.once.show_error(self.sentence(problem))
            self.once.setFocus()
            return
        self.once.hide()
        self.again.show()
        self.again.setFocus()

    def _keep(self, pin: str) -> None:
        self.wait_for(
            self.stage.words.text("make_pin.keeping"),
            lambda: self._making.make(pin),
            lambda _: self.went.emit(self._making.made()),
            self._on_pin_refused,
        )

    def _on_pin_refused(self, problem: Problem) -> None:
        self._begin()
        self.show_problem(problem)
