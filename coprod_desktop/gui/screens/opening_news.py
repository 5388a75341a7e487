"""What staff are told first after opening: what was put right, or cannot be written."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from coprod_desktop.gui.places import ToWhoIsHere
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.notice import Notice


class OpeningNewsScreen(Screen):
    """One panel a thing; the first has the focus, so it is the first that is heard."""

    def __init__(
        self, stage: Stage, sentences: Sequence[str], was_read: Callable[[], None]
    ) -> None:
        words = stage.words
        super().__init__(
            stage,
            Frame(
                words.text("opening_news.title"),
                "warning-calm",
                main=Action(words.text("opening_news.go_on"), "next", self._go_on),
                help=words.text("opening_news.help"),
            ),
        )
        self._was_read = was_read
        for sentence in sentences:
            self.body.addWidget(Notice(stage, sentence))
        self.body.addStretch(1)

    def _go_on(self) -> None:
        self._was_read()
        self.went.emit(ToWhoIsHere())
