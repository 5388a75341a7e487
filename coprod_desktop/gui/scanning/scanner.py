"""Moves the frame over the screen that shows, and presses what it stands on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QAbstractButton, QScrollBar, QWidget
from shiboken6 import isValid

from coprod_desktop.gui.main_window import MainWindow
from coprod_desktop.gui.scanning.frame import ScanFrame
from coprod_desktop.gui.scanning.letter_board import BoardKey
from coprod_desktop.gui.scanning.targets import (
    Row,
    come_into_sight,
    is_box,
    place_of,
    read_on,
    rows_of,
)
from coprod_desktop.gui.scanning.walk import Walk
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.whose_words import names_in_a_row
from coprod_desktop.gui.widgets.pin_pad import PinKey

GUARD_S = 0.4
"""A press so soon after the screen became another was meant for the one before."""


class Scanner(QObject):
    """Begins anew on each screen. ``monotonic`` gives seconds that never run back."""

    box_pressed = Signal(object)
    """The switch pressed a box to write in."""

    def __init__(
        self, window: MainWindow, stage: Stage, monotonic: Callable[[], float]
    ) -> None:
        super().__init__(window)
        self._window = window
        self._stage = stage
        self._monotonic = monotonic
        self._frame = ScanFrame(stage, window)
        self._screen: Screen | None = None
        self._rows: tuple[Row, ...] = ()
        self._walk: Walk | None = None
        self._since = monotonic()
        self._said = ""

    @property
    def framed(self) -> Row:
        """What the frame lies round: a row, or one thing of it."""
        if self._walk is None:
            return ()
        row = self._rows[self._walk.row]
        return row if self._walk.item is None else (row[self._walk.item],)

    @property
    def frame(self) -> QWidget:
        """The frame itself."""
        return self._frame

    @property
    def names(self) -> str:
        """What the frame lies round, in words."""
        return names_in_a_row(
            self._stage.words, (self._name(one) for one in self.framed)
        )

    def begin(self) -> None:
        """Begin on the screen that shows, at the first row of its body."""
        self._screen, self._walk = self._window.screen_now, None
        self._since = self._monotonic()
        self.look_again()

    def stop(self) -> None:
        """Take the frame away."""
        self._screen, self._walk, self._rows = None, None, ()
        self._frame.hide()

    def step(self) -> None:
        """Move the frame on, over what is there now."""
        is_where_it_was = self.look_again()
        if self._walk is not None and is_where_it_was:
            self._walk.step()
            self._show()

    def press(self) -> None:
        """Go into the row, or press what is framed.

        Nothing happens where the screen, or what is framed, has just become another.
        """
        is_where_it_was = self.look_again()
        now = self._monotonic()
        guard_s = GUARD_S * self._stage.board.reading.waits_times
        if self._walk is None or not is_where_it_was or now - self._since < guard_s:
            return
        self._since = now
        row = self._rows[self._walk.row]
        pressed = self._walk.press()
        if pressed is None:
            self._show()
            return
        if any(isinstance(one, PinKey | BoardKey) for one in row):
            # A frame that stays would show where the sign was.
            self._walk.begin()
        self._act_on(row[pressed])

    def look_again(self) -> bool:
        """Look what can be pressed now; whether the frame is where it was."""
        if self._screen is not self._window.screen_now:
            if self._screen is not None:
                self.begin()
            return False
        found = rows_of(self._window)
        if found.rows == self._rows and self._walk is not None:
            self.follow()
            return True
        framed, is_in_row = self.framed, self._is_in_row
        self._rows = found.rows
        if not self._rows:
            self._walk = None
            self._frame.hide()
            return False
        self._walk = Walk([len(row) for row in self._rows], found.first)
        stays = _same_row(self._rows, framed)
        if stays is not None:
            self._walk.begin(stays)
            if is_in_row:
                self._walk.press()
                for _ in range(self._rows[stays].index(framed[0])):
                    self._walk.step()
        self._show()
        return stays is not None

    def follow(self) -> None:
        """Lay the frame where the framed things are now.

        Where one has gone by itself, the frame begins anew, as on another screen.
        """
        if not all(map(isValid, self.framed)):
            self._since = self._monotonic()
            self.look_again()
        elif self._walk is not None and self._screen is self._window.screen_now:
            place = place_of(self._window, self.framed)
            self._frame.lie_round(place, is_row=self._walk.item is None)

    @property
    def _is_in_row(self) -> bool:
        return self._walk is not None and self._walk.item is not None

    def _show(self) -> None:
        come_into_sight(self._window, self.framed)
        self.follow()
        said = self.names
        if said != self._said and QAccessible.isActive():
            QAccessible.updateAccessibility(
                QAccessibleAnnouncementEvent(self._window, said)
            )
        self._said = said

    def _name(self, widget: QWidget) -> str:
        if isinstance(widget, QScrollBar):
            return self._stage.words.text("scanning.read_on")
        return widget.accessibleName()

    def _act_on(self, widget: QWidget) -> None:
        if isinstance(widget, QScrollBar):
            read_on(widget)
        elif isinstance(widget, QAbstractButton):
            if widget.focusPolicy() & Qt.FocusPolicy.ClickFocus:
                widget.setFocus(Qt.FocusReason.MouseFocusReason)
            # Whatever is pressed may be gone afterwards, and its screen with it.
            widget.click()
        elif is_box(widget):
            widget.setFocus(Qt.FocusReason.MouseFocusReason)
            self.box_pressed.emit(widget)
        self.look_again()


def _same_row(rows: tuple[Row, ...], framed: Row) -> int | None:
    """Return the row in which all that was framed still stands; None where none has."""
    for number, row in enumerate(rows):
        if framed and all(any(one is other for other in row) for one in framed):
            return number
    return None
