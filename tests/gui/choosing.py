"""A window in which a screen asks for files, with places that a test made up."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.choosing import ChoosingScreen
from coprod_desktop.gui.places import GoBack
from coprod_desktop.gui.screen import Frame, Screen
from coprod_desktop.gui.screen_stack import ScreenStack
from coprod_desktop.gui.spots import Spot, SpotKind
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.pressable import Pressable

LONG_MS = 60_000


class Asked:
    """A screen that asks, and what it was told."""

    def __init__(self, stage: Stage, qtbot: QtBot, folder: Path) -> None:
        self._bot = qtbot
        self.folder = folder
        self.documents = folder / "documents"
        self.documents.mkdir()
        self.spots = [Spot(SpotKind.DOCUMENTS, self.documents)]
        self.looked_for: list[object] = []
        self.chosen: list[Path] = []
        self.stack = ScreenStack()
        self.stack.resize(1100, 800)
        qtbot.addWidget(self.stack)
        self.stack.went.connect(self._on_stack_went)
        self.asks = Screen(stage, Frame("Paper"))
        self.stack.show_only(self.asks)
        self.stack.show()
        self.stack.activateWindow()
        qtbot.waitUntil(self.stack.isActiveWindow, timeout=LONG_MS)

    def find(self, kinds: object) -> tuple[Spot, ...]:
        """Return the places that the test made up."""
        self.looked_for.append(kinds)
        return tuple(self.spots)

    @property
    def screen(self) -> ChoosingScreen:
        """The screen on which a file or a folder is chosen."""
        found = self.stack.now
        assert isinstance(found, ChoosingScreen)
        return found

    @property
    def is_looking(self) -> bool:
        """Whether an answer is still to come."""
        found = self.stack.now
        return isinstance(found, ChoosingScreen) and found.is_looking

    @property
    def is_over(self) -> bool:
        """Whether the screen that asked is seen again."""
        return self.stack.now is self.asks

    def press(self, words: str) -> None:
        """Press what says this, and wait until there is an answer."""
        self.button(words).click()
        self.rest()

    def back(self) -> None:
        """Go back, and wait until there is an answer."""
        self.stack.now.go_back()
        self.rest()

    def rest(self) -> None:
        """Wait until nothing is looked for."""
        self._bot.waitUntil(lambda: not self.is_looking, timeout=LONG_MS)
        QApplication.processEvents()

    def button(self, words: str) -> Pressable:
        """Return the button that says this."""
        found = {one.accessibleName().strip("\u2068\u2069"): one for one in self._all()}
        assert words in found, f"nothing says {words!r}, but: {list(found)}"
        return found[words]

    def says(self, words: str) -> bool:
        """Whether these words stand anywhere, whatever isolates are between them."""
        return any(words in one for one in self.all_words())

    def all_words(self) -> list[str]:
        """Return all that is seen, without isolates."""
        said = [
            *(one.text() for one in self.stack.findChildren(QLabel) if one.isVisible()),
            *(one.accessibleName() for one in self._all()),
            *(one.accessibleDescription() for one in self._all()),
        ]
        return [one.replace("\u2068", "").replace("\u2069", "") for one in said]

    def _all(self) -> list[Pressable]:
        found = self.stack.findChildren(Pressable)
        return [one for one in found if one.isVisible()]

    def _on_stack_went(self, place: object) -> None:
        assert isinstance(place, GoBack)
        self.stack.uncover()
