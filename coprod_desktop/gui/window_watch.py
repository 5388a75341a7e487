"""Sees every key, click and touch before any widget does, and may keep them.

It stands before the program's windows as the system gives them, not before the
program's widgets: those get far more events than a person makes, and each would cost
time (Qt hands a window's events on to its widgets).
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QMouseEvent, QWindow

from coprod_desktop.gui.widgets.presence import SOMEBODY_ACTED

HIDE_KEY = Qt.Key.Key_F8
"""Covers the screen at once, and uncovers it.

One key, with no other: for whoever shakes, or writes with one hand. F8, for what it
does not do anywhere else: as far as we know no screen reader takes it by itself, and
browsers do nothing with it. Of the others F1 is help, F10 opens menus, Escape goes
back, browsers have F3, F5, F6, F7, F9, F11 and F12, and F2 and F4 change names and
close windows. On most keyboards it stands before a gap, where a finger finds it.
"""

LEAST_MOVE_PX = 4
"""A mouse that trembles on a desk touches nothing."""

_KEYS = {QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride}
_TOUCHES = _KEYS | {
    QEvent.Type.KeyRelease,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
    QEvent.Type.TouchUpdate,
    QEvent.Type.TouchEnd,
    QEvent.Type.TabletPress,
    QEvent.Type.TabletMove,
    QEvent.Type.TabletRelease,
}
_ENDINGS = {
    QEvent.Type.KeyRelease,
    QEvent.Type.MouseButtonRelease,
    QEvent.Type.TouchEnd,
    QEvent.Type.TabletRelease,
}


class WindowWatch(QObject):
    """Watches whichever window of the program has the focus, and had it before."""

    touched = Signal()
    """Somebody used a key, the mouse or a finger."""
    moved = Signal()
    """Somebody moved the mouse, and pressed nothing."""
    acted = Signal()
    """Somebody pressed or wrote, by whatever means: also assistive technology."""
    hide_asked = Signal()
    """Somebody pressed the key that covers the screen."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.keeps_all = False
        """Whether whatever is pressed goes no further than here."""
        self.takes: list[Callable[[QObject, QEvent], bool]] = []
        """Asked in turn for what is not kept here; each tells whether it keeps it."""
        self._keeps_ending = False
        self._mouse = QPointF()
        app = QGuiApplication.instance()
        if not isinstance(app, QGuiApplication):
            raise TypeError("a WindowWatch needs a QGuiApplication")
        app.focusWindowChanged.connect(self.watch)
        self.watch(app.focusWindow())

    def watch(self, window: QWindow | None) -> None:
        """Watch a window; watching it twice changes nothing."""
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind is QEvent.Type.MouseMove and isinstance(event, QMouseEvent):
            return self._on_mouse_moved(event)
        if kind is SOMEBODY_ACTED:
            self.acted.emit()
            return True
        if kind not in _TOUCHES:
            return False
        if self._is_hide_key(event):
            if kind is QEvent.Type.KeyPress:
                self.hide_asked.emit()
            event.accept()
            return True
        keeps = self.keeps_all or (self._keeps_ending and kind in _ENDINGS)
        if kind in _ENDINGS:
            self._keeps_ending = False
        if keeps:
            # A key that is kept is no shortcut either.
            event.accept()
            self._keeps_ending = kind not in _ENDINGS
        if kind is QEvent.Type.ShortcutOverride:
            return keeps
        self.touched.emit()
        return keeps or any(take(watched, event) for take in self.takes)

    def _on_mouse_moved(self, event: QMouseEvent) -> bool:
        place = event.globalPosition()
        if (place - self._mouse).manhattanLength() >= LEAST_MOVE_PX:
            self._mouse = place
            self.moved.emit()
        return False

    def _is_hide_key(self, event: QEvent) -> bool:
        if not isinstance(event, QKeyEvent) or event.key() != HIDE_KEY:
            return False
        return not event.isAutoRepeat() and event.type() in _KEYS
