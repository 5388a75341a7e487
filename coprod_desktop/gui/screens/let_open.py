"""Somebody gets a passphrase of their own, or not now."""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.gui.passphrase_pair import PassphrasePair
from coprod_desktop.gui.places import ToWhoIsHere
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.waiting import WaitingScreen


class LetOpenScreen(WaitingScreen):
    """Asks whoever will use it to choose a passphrase themselves.

    ``let_open`` is slow and raises Problem.
    """

    def __init__(
        self,
        stage: Stage,
        name: str,
        let_open: Callable[[str], None],
        then: object = None,
    ) -> None:
        """Ask ``name``; ``then`` is the place to go to, else who is here."""
        words = stage.words
        not_now = Action(words.text("let_open.not_now"), None, self._go_on)
        frame = Frame(
            words.text("let_open.title", name=name),
            "key",
            main=Action(words.text("let_open.keep"), None, self._on_asked_to_keep),
            outs=(not_now,),
            help=words.text("set_up.passphrase.help"),
        )
        super().__init__(stage, frame)
        self._let_open = let_open
        self._then = then or ToWhoIsHere()
        self.pair = PassphrasePair(stage)
        self.pair.entered.connect(self._on_asked_to_keep)
        self.body.addWidget(self.pair)
        self.body.addStretch(1)

    def left(self) -> None:
        """Leave no passphrase behind."""
        self.pair.clear()

    def _on_asked_to_keep(self) -> None:
        passphrase = self.pair.passphrase()
        if passphrase is not None:
            self.wait_for(
                self.stage.words.text("let_open.keeping"),
                lambda: self._let_open(passphrase),
                lambda _: self._go_on(),
                self.show_problem,
            )

    def _go_on(self) -> None:
        self.went.emit(self._then)
