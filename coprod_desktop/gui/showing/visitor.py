"""Somebody who uses the window with keys and the mouse, and takes pictures of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QDeadlineTimer, QEventLoop, QPoint, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.gui.program import Program
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.showing.cut_words import cut_words
from coprod_desktop.gui.showing.scenes import file_name
from coprod_desktop.gui.showing.within_reach import out_of_reach
from coprod_desktop.gui.widgets.pressable import Pressable

LONGEST_MS = 30_000
STEP_MS = 5

Kind = TypeVar("Kind", bound=Screen)


class NothingThere(LookupError):  # noqa: N818 - what happened
    """What the visitor looked for is not on the screen, or did not come."""


class Visitor:
    """Uses the program in the window as a person does."""

    def __init__(
        self,
        program: Program,
        folder: Path,
        also: Callable[[Visitor, str], None] | None = None,
    ) -> None:
        """Come to a program. ``also`` looks at each scene when its picture is taken."""
        self.program = program
        self.folder = folder
        self._also = also
        self.taken: list[Path] = []
        self.cut: list[str] = []
        """What was cut off or out of reach in the pictures: scene, widget, and how."""
        self.screens: set[type[Screen]] = set()
        """Which kinds of screen were in them."""
        self.headings: dict[str, str] = {}
        """What the heading of each scene said."""

    @property
    def words(self) -> Callable[..., str]:
        """The catalogue's sentences."""
        return self.program.stage.words.text

    @property
    def screen(self) -> Screen:
        """The screen that is showing."""
        return self.program.window.screen_now

    def on(self, kind: type[Kind]) -> Kind:
        """Wait until a screen of this kind is showing, and return it."""
        self.until(lambda: isinstance(self.screen, kind))
        found = self.screen
        if not isinstance(found, kind):
            raise NothingThere(kind.__name__)
        return found

    def press(self, words: str) -> None:
        """Click the button that says these words."""
        self.click(self.button(words))

    def button(self, words: str) -> Pressable:
        """Return the button that says these words.

        Raises:
            NothingThere: No such button can be seen.
        """
        window = self.program.window
        for one in window.findChildren(Pressable):
            if one.isVisibleTo(window) and one.accessibleName() == words:
                return one
        raise NothingThere(words)

    def click(self, widget: QWidget) -> None:
        """Scroll to a widget and click its middle."""
        self.settle()
        area = self.screen.area
        if area.isAncestorOf(widget):
            area.show_whole(widget)
        self.settle()
        middle = QPoint(widget.width() // 2, min(widget.height() // 2, 40))
        none = Qt.KeyboardModifier.NoModifier
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, none, middle)
        self.settle()

    def write(self, words: str) -> None:
        """Type into whatever has the focus."""
        QTest.keyClicks(self.focus(), words)
        self.settle()

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
        """Press one key."""
        held = modifier or Qt.KeyboardModifier.NoModifier
        QTest.keyClick(self.focus(), key, held)
        self.settle()

    def focus(self) -> QWidget:
        """Return what has the focus.

        Raises:
            NothingThere: Nothing has it.
        """
        found = QApplication.focusWidget()
        if found is None:
            raise NothingThere("focus")
        return found

    def picture(self, scene: str) -> Path:
        """Take a picture of the window."""
        self.settle()
        place = self.folder / file_name(scene)
        self.program.window.grab().save(str(place))
        self.taken.append(place)
        self.headings[scene] = self.screen.heading.text()
        self.screens.add(type(self.screen))
        self.cut += [f"{scene}: {one}" for one in self.faults()]
        if self._also is not None:
            self._also(self, scene)
        return place

    def faults(self) -> list[str]:
        """Return what is cut off or out of reach on the screen that shows."""
        window = self.program.window
        return [*cut_words(window), *out_of_reach(window)]

    def settle(self) -> None:
        """Let Qt lay out and paint what is due."""
        for _ in range(4):
            QApplication.processEvents()

    def until(self, is_so: Callable[[], bool]) -> None:
        """Wait until something is so.

        Raises:
            NothingThere: It did not come within half a minute.
        """
        loop, end, look = QEventLoop(), QDeadlineTimer(LONGEST_MS), QTimer()
        look.timeout.connect(
            lambda: loop.quit() if is_so() or end.hasExpired() else None
        )
        look.start(STEP_MS)
        loop.exec()
        look.stop()
        if not is_so():
            raise NothingThere("it did not come in time")
        self.settle()
