"""For hands that shake: a second press that comes too soon does nothing.

Only where somebody asked for longer waits. What is typed into a box is never held back,
nor is one switch, which has a wait of its own.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent

from coprod_desktop.gui.scanning.one_switch import is_writing
from coprod_desktop.gui.scanning.scanner import GUARD_S
from coprod_desktop.model.reading import NO_SWITCH, Reading

_PRESSING = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
_BEGINS = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick}
_ENDS = {QEvent.Type.MouseButtonRelease, QEvent.Type.KeyRelease}


class SecondPress:
    """Looks at presses of the mouse and of the keys that press buttons."""

    def __init__(
        self, reading: Callable[[], Reading], monotonic: Callable[[], float]
    ) -> None:
        """Ask how somebody reads at each press; ``monotonic`` never runs back."""
        self._reading = reading
        self._monotonic = monotonic
        self._last: float | None = None
        self._keeps_end = False

    def take(self, _: QObject, event: QEvent) -> bool:
        """Whether an event is a second press, or its end, and is told to nobody."""
        reading = self._reading()
        if reading.waits_times == 1 or reading.switch != NO_SWITCH:
            return False
        if not _is_a_press(event):
            return False
        if event.type() in _ENDS:
            keeps, self._keeps_end = self._keeps_end, False
            return keeps
        now, wait_s = self._monotonic(), GUARD_S * reading.waits_times
        self._keeps_end = self._last is not None and now - self._last < wait_s
        if not self._keeps_end:
            self._last = now
        return self._keeps_end


def _is_a_press(event: QEvent) -> bool:
    if isinstance(event, QMouseEvent):
        return event.type() in _BEGINS | _ENDS
    is_key = isinstance(event, QKeyEvent) and Qt.Key(event.key()) in _PRESSING
    return is_key and not is_writing()
