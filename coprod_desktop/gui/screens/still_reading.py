"""Some weeks later: is this still how you like to read?"""

from __future__ import annotations

from collections.abc import Callable

from coprod_desktop.gui.going import going
from coprod_desktop.gui.places import ToHome
from coprod_desktop.gui.reading_places import ToFirstQuestion
from coprod_desktop.gui.screen import Action, Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.said_line import SaidLine


class StillReadingScreen(Screen):
    """Everything shows as they chose it; one press says that it is right."""

    def __init__(
        self,
        stage: Stage,
        keeps: str,
        still: Callable[[], object],
        later: Callable[[], object],
    ) -> None:
        """Ask; ``still`` and ``later`` keep what is said and return a place."""
        words = stage.words
        frame = Frame(
            words.text("still_reading.title"),
            "text-size",
            ToHome(),
            main=Action(words.text("still_reading.yes"), "yes", self._keep_still),
            outs=(
                Action(
                    words.text("still_reading.change"),
                    None,
                    going(self, ToFirstQuestion()),
                ),
                Action(words.text("still_reading.later"), None, self._ask_later),
            ),
            help=words.text("still_reading.help"),
        )
        super().__init__(stage, frame)
        self._still, self._later = still, later
        if keeps:
            self.set_where(keeps)
        self.body.addWidget(SaidLine(stage, words.text("text_size.sample"), "read"))
        self.body.addStretch(1)

    def _keep_still(self) -> None:
        self.went.emit(self._still())

    def _ask_later(self) -> None:
        self.went.emit(self._later())
