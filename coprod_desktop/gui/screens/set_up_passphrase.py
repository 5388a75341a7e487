"""Setting up: the passphrase of the first member of staff."""

from __future__ import annotations

from coprod_desktop.gui.passphrase_pair import PassphrasePair
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.set_up import SetUp, SetUpStep, ToSetUpStep
from coprod_desktop.gui.stage import Stage


class SetUpPassphraseScreen(Screen):
    """Asks for a passphrase, twice."""

    def __init__(self, stage: Stage, set_up: SetUp) -> None:
        words = stage.words
        frame = Frame(
            words.text("set_up.passphrase.title"),
            "key",
            back=ToSetUpStep(SetUpStep.STAFF),
            main=Action(words.text("set_up.next"), "next", self._on_asked_on),
            help=words.text("set_up.passphrase.help"),
        )
        super().__init__(stage, frame)
        self._set_up = set_up
        self.pair = PassphrasePair(stage)
        self.pair.entered.connect(self._on_asked_on)
        self.body.addWidget(self.pair)
        self.body.addStretch(1)

    def _on_asked_on(self) -> None:
        passphrase = self.pair.passphrase()
        if passphrase is not None:
            self._set_up.note(passphrase=passphrase)
            self.went.emit(ToSetUpStep(SetUpStep.CODE))
