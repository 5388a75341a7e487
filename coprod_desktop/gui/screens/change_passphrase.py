"""Somebody changes their own passphrase: the old one, and the new one twice."""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.gui.passphrase_pair import PassphrasePair
from coprod_desktop.gui.screen import Action, Frame
from coprod_desktop.gui.staff_places import ToOpeners
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.waiting import WaitingScreen
from coprod_desktop.gui.widgets.passphrase import PassphraseField
from coprod_desktop.model.problem import Problem


class ChangePassphraseScreen(WaitingScreen):
    """``change`` takes the old one and the new one; slow, and raises Problem."""

    def __init__(
        self, stage: Stage, name: str, change: Callable[[str, str], None]
    ) -> None:
        words = stage.words
        main = Action(words.text("change_passphrase.keep"), "key", self._on_asked_keep)
        super().__init__(
            stage,
            Frame(
                words.text("change_passphrase.title"),
                "key",
                ToOpeners(),
                main,
                help=words.text("set_up.passphrase.help"),
            ),
        )
        self._change = change
        self.set_where(name)
        self.old = PassphraseField(stage, words.text("change_passphrase.old"))
        self.pair = PassphrasePair(stage, words.text("change_passphrase.new"))
        self.old.entered.connect(self.pair.setFocus)
        self.pair.entered.connect(self._on_asked_keep)
        for part in (self.old, self.pair):
            self.body.addWidget(part)
        self.body.addStretch(1)

    def left(self) -> None:
        """Leave no passphrase behind."""
        self.old.clear()
        self.pair.clear()

    def _on_asked_keep(self) -> None:
        words, old = self.stage.words, self.old.text()
        if not old:
            self.old.show_error(words.text("change_passphrase.old_missing"))
            self.old.setFocus()
            return
        new = self.pair.passphrase()
        if new is not None:
            self.wait_for(
                words.text("change_passphrase.keeping"),
                lambda: self._change(old, new),
                lambda _: self.went.emit(ToOpeners()),
                self._on_change_refused,
            )

    def _on_change_refused(self, problem: Problem) -> None:
        self.old.show_error(self.sentence(problem))
        self.old.setFocus()
        self.bring_into_view(self.old.field.box)
