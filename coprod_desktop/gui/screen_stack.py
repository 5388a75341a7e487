"""The screens of a window: one that shows, what it covers, and what is set aside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.widgets.plain import discard


@dataclass(slots=True)
class Aside:
    """Screens that somebody will want back, while others stand in their place."""

    screens: list[Screen]
    """From the lowest to the one that covered the others."""
    covered: list[QWidget | None]
    focused: QWidget | None
    place: object
    asked: object = None
    """Where one of them asked to go meanwhile; None where none did."""


class ScreenStack(QStackedWidget):
    """Nothing of a screen stays behind it when it has gone."""

    went = Signal(object)
    """The screen that is showing asks to go to a place."""
    shown = Signal(object)
    """Another screen is showing."""

    def __init__(self) -> None:
        super().__init__()
        self._covered: list[QWidget | None] = []
        """What had the focus below each screen that covers another."""
        self._aside: Aside | None = None

    @property
    def now(self) -> Screen:
        """The screen that is showing.

        Raises:
            LookupError: None was shown yet.
        """
        found = self.currentWidget()
        if not isinstance(found, Screen):
            raise LookupError("no screen is showing")
        return found

    @property
    def kept(self) -> Screen | None:
        """The screen whose words would be lost: set aside, or showing."""
        if self._aside is not None:
            return self._aside.screens[0]
        return next(iter(self._screens()), None)

    @property
    def is_covering(self) -> bool:
        """Whether the screen that is showing covers another."""
        return bool(self._covered)

    @property
    def has_aside(self) -> bool:
        """Whether screens were set aside."""
        return self._aside is not None

    def show_only(self, screen: Screen, *, is_forgetting: bool = False) -> None:
        """Show a screen in the place of all that are here; what is aside stays.

        One ``is_forgetting`` who was here leaves nothing of them in the window, not
        even hidden until Qt is at rest. It takes Qt some time.
        """
        self._covered.clear()
        if is_forgetting:
            self._take_all_out()
        for one in self._screens():
            self._drop(one)
        self._add(screen)

    def cover(self, screen: Screen) -> None:
        """Show a screen over the one that is showing, which is left as it is."""
        self._covered.append(self.focusWidget())
        self._add(screen)

    def uncover(self) -> None:
        """Take away the screen that covers another, if one does."""
        if not self._covered:
            return
        self._drop(self.now)
        self.setCurrentIndex(self.count() - 1)
        self.shown.emit(self.now)
        _focus(self.now, self._covered.pop())

    def uncover_all(self) -> None:
        """Take away everything that covers another screen."""
        while self._covered:
            self.uncover()

    def set_aside(self, place: object) -> None:
        """Take the screens out of the window, to be put back as they are.

        A hidden child would still be read by assistive technology.
        """
        focused, screens = self.focusWidget(), self._screens()
        self._take_all_out(but=screens)
        for screen in screens:
            self.removeWidget(screen)
            screen.hide()
            screen.setParent(None)
        self._aside = Aside(screens, self._covered, focused, place)
        self._covered = []

    def put_back(self) -> Aside:
        """Show again what was set aside, and tell what it was.

        Raises:
            LookupError: Nothing was.
        """
        aside = self._aside
        if aside is None:
            raise LookupError("nothing was set aside")
        self._aside = None
        for one in self._screens():
            self._drop(one)
        for screen in aside.screens:
            self.addWidget(screen)
        self._covered = aside.covered
        self.setCurrentWidget(aside.screens[-1])
        self.shown.emit(self.now)
        _focus(self.now, aside.focused)
        return aside

    def drop_aside(self) -> None:
        """Let go of what was set aside."""
        aside, self._aside = self._aside, None
        for screen in aside.screens if aside else ():
            screen.deleteLater()

    def _add(self, screen: Screen) -> None:
        screen.went.connect(self._on_screen_went)
        # Qt would lay it out in some other size first, as soon as it is put in.
        screen.setGeometry(self.contentsRect())
        self.addWidget(screen)
        self.setCurrentWidget(screen)
        self.shown.emit(screen)
        screen.focus_first()

    def _screens(self) -> list[Screen]:
        found = [self.widget(at) for at in range(self.count())]
        return [one for one in found if isinstance(one, Screen)]

    def _drop(self, screen: Screen) -> None:
        self.removeWidget(screen)
        discard(screen)

    def _take_all_out(self, but: Sequence[Screen] = ()) -> None:
        """Leave no screen in the window, also none that waits until Qt is at rest."""
        for screen in self.findChildren(Screen):
            if screen not in but:
                self.removeWidget(screen)
                screen.hide()
                screen.setParent(None)
                screen.deleteLater()

    @Slot(object)
    def _on_screen_went(self, place: object) -> None:
        aside = self._aside
        if aside is not None and self.sender() in aside.screens:
            # What began before it was set aside has ended.
            aside.asked = place
        else:
            self.went.emit(place)


def _focus(screen: Screen, focused: QWidget | None) -> None:
    """Put the focus back to where it was, if that is there still."""
    is_there = any(one is focused for one in screen.findChildren(QWidget))
    if focused is not None and is_there:
        focused.setFocus(Qt.FocusReason.OtherFocusReason)
    else:
        screen.focus_first()
