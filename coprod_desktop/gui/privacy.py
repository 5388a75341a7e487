"""What keeps words from whoever comes by: the idle lock, and the covered screen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog

from coprod_desktop.gui.idle import IdleClock, Stillness
from coprod_desktop.gui.lock_places import ToStillThere
from coprod_desktop.gui.main_window import MainWindow
from coprod_desktop.gui.places import GoBack
from coprod_desktop.gui.session import Session
from coprod_desktop.gui.window_watch import WindowWatch
from coprod_desktop.model.reading import Reading, idle_s_for

LOOK_EVERY_MS = 1_000


class Privacy(QObject):
    """Watches one window. ``monotonic`` gives seconds, also those of a sleep."""

    def __init__(
        self,
        window: MainWindow,
        session: Session,
        monotonic: Callable[[], float],
        reading: Callable[[], Reading] = Reading,
    ) -> None:
        """Watch; ``reading`` tells how whoever is here reads, and is waited for."""
        super().__init__(window)
        self._window = window
        self._session = session
        self._clock = IdleClock(
            monotonic, lambda: idle_s_for(reading(), session.idle_s)
        )
        self._warned = False
        self.watch = WindowWatch(self)
        self.watch.watch(window.window().windowHandle())
        self.watch.touched.connect(self._on_watch_touched)
        self.watch.moved.connect(self._on_somebody_moved)
        self.watch.acted.connect(self._on_somebody_moved)
        self.watch.hide_asked.connect(self._on_watch_asked_to_hide)
        window.arrived.connect(self._on_window_arrived)
        # Dictation and input methods send words, and no keys.
        self._input = QGuiApplication.inputMethod()
        self._input.cursorRectangleChanged.connect(self._on_somebody_moved)
        self._looking = QTimer(self)
        self._looking.timeout.connect(self.look)
        self._looking.start(LOOK_EVERY_MS)

    def look(self) -> None:
        """Warn or lock, if it is time to."""
        is_seen = self._session.has_ward and not self._session.is_locked
        if not is_seen and not self._window.is_covered:
            self._clock.touch()
            return
        match self._clock.stillness:
            case Stillness.WARNING if is_seen and not self._warned:
                self._warn()
            case Stillness.OVER:
                self._lock()

    def _warn(self) -> None:
        self._warned = self.watch.keeps_all = True
        self._window.go(ToStillThere())

    def _lock(self) -> None:
        self._end_warning()
        self._clock.touch()
        when_dialogs_closed(self._window.lock)

    def _on_watch_touched(self) -> None:
        self._clock.touch()
        if self._warned:
            self._window.go(GoBack())

    def _on_somebody_moved(self) -> None:
        """Take note that somebody is here, but answer the warning for nobody.

        Whoever moves the mouse to its button would else press what lies below; when
        the warning takes the focus, the caret goes; and what assistive technology
        presses on it leads on by itself.
        """
        if not self._warned:
            self._clock.touch()

    def _on_window_arrived(self) -> None:
        self._clock.touch()
        self._end_warning()

    def _on_watch_asked_to_hide(self) -> None:
        self._on_watch_touched()
        close_dialogs()
        self._window.cover_or_uncover()

    def _end_warning(self) -> None:
        self._warned = self.watch.keeps_all = False


def close_dialogs() -> bool:
    """Turn down every window that asks something; whether there was one."""
    asking = [
        one
        for one in QApplication.topLevelWidgets()
        if isinstance(one, QDialog) and one.isVisible()
    ]
    for dialog in asking:
        dialog.reject()
    return bool(asking)


def when_dialogs_closed(act: Callable[[], object]) -> None:
    """Turn down what asks something, and act when whoever asked has gone on.

    They wait in a loop of events inside the outer one, and their screen must not go
    before they do.
    """
    if not close_dialogs():
        act()
        return
    level = QThread.currentThread().loopLevel()

    def try_to() -> None:
        if QThread.currentThread().loopLevel() < level:
            act()
        else:
            QTimer.singleShot(0, try_to)

    try_to()
