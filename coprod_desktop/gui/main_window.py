"""The one window: which screen is showing, and what is always at hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from coprod_desktop.gui.first_window import MADE_FOR_PX
from coprod_desktop.gui.places import GoBack, ToHelp, ToLock, ToOpenWard
from coprod_desktop.gui.problems import sentence_for
from coprod_desktop.gui.routes import Routes, ToTextSize
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.text_size import step_text_size
from coprod_desktop.gui.widgets.top_bar import TopBar
from coprod_desktop.model.problem import Problem


class MainWindow(QWidget):
    """Shows one screen at a time. Help and Text size open over it and leave it be."""

    arrived = Signal(object)
    """A place is showing now."""

    def __init__(self, stage: Stage, routes: Routes) -> None:
        super().__init__()
        self.setObjectName("screen")
        self._stage = stage
        self._routes = routes
        self._place: object = None
        self._covered: QWidget | None = None
        """What had the focus below Help or Text size."""
        self._may_close_unsaved = False
        self.top_bar = TopBar(stage, stage.words.text("app.name"))
        self._stack = QStackedWidget()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self._stack, 1)
        self.resize(*MADE_FOR_PX)
        self._listen()
        # Qt's shortcuts cost 3 ms, and nobody presses one before the first paint.
        QTimer.singleShot(0, self, self._add_shortcuts)

    @property
    def screen_now(self) -> Screen:
        """The screen that is showing.

        Raises:
            LookupError: None was shown yet.
        """
        found = self._stack.currentWidget()
        if not isinstance(found, Screen):
            raise LookupError("no screen is showing")
        return found

    @property
    def place(self) -> object:
        """Where the person is; what Help covers, while Help is open."""
        return self._place

    def go(self, place: object) -> None:
        """Go to a place. Where words cannot be kept, the screen stays and says so."""
        if isinstance(place, GoBack):
            self._uncover()
        elif isinstance(place, ToLock):
            self.lock()
        elif isinstance(place, ToHelp | ToTextSize):
            self._cover(place)
        else:
            self._replace(place)

    def lock(self) -> None:
        """Save, close the ward, forget everybody, and show the door."""
        self._uncover()
        if self._stack.count() and not self._try_to(self.screen_now.left):
            return
        if not self._try_to(self._routes.lock):
            return
        clipboard = QGuiApplication.clipboard()
        if clipboard.ownsClipboard():
            clipboard.clear()
        self._show_instead(ToOpenWard())

    def put_in_place(self, screen: Screen) -> None:
        """Show a screen that no place leads to, such as the crash page."""
        while self._stack.count():
            self._drop(self._stack.widget(0))
        self._add(screen)

    def may_close(self) -> bool:
        """Save and close the ward; whether the window may go.

        Words that cannot be saved hold it open once, and the screen says so.
        """
        may_close = self._may_close_unsaved or self._try_to(self._close_ward)
        self._may_close_unsaved = True
        return may_close

    def closeEvent(self, event: QCloseEvent) -> None:
        event.setAccepted(self.may_close())

    def _listen(self) -> None:
        self.top_bar.text_size_asked.connect(lambda: self.go(ToTextSize()))
        self.top_bar.help_asked.connect(lambda: self.go(ToHelp()))
        self.top_bar.lock_asked.connect(lambda: self.go(ToLock()))

    def _add_shortcuts(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut  # noqa: PLC0415

        for keys, steps in (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda by=steps: step_text_size(self._stage, by))
        help_key = QShortcut(QKeySequence(QKeySequence.StandardKey.HelpContents), self)
        help_key.activated.connect(lambda: self.go(ToHelp()))

    def _replace(self, place: object) -> None:
        self._uncover()
        if self._stack.count() and not self._try_to(self.screen_now.left):
            return
        self._show_instead(place)

    def _show_instead(self, place: object) -> None:
        before: QWidget | None = self._stack.currentWidget()
        made: list[Screen] = []
        if not self._try_to(lambda: made.append(self._routes.screen_for(place))):
            return
        self._place = place
        self._drop(before)
        self._add(made[0])
        self.arrived.emit(place)

    def _add(self, screen: Screen) -> None:
        screen.went.connect(self.go)
        self._stack.addWidget(screen)
        self._stack.setCurrentWidget(screen)
        self._show_titles(screen)
        screen.focus_first()

    def _drop(self, screen: QWidget | None) -> None:
        """Let go of a screen: nothing of the last person stays behind it."""
        if screen is None:
            return
        self._stack.removeWidget(screen)
        screen.hide()
        screen.setParent(None)
        screen.deleteLater()

    def _cover(self, place: object) -> None:
        if self._stack.count() > 1:
            self._uncover()
        self._covered = self.focusWidget()
        self._add(self._routes.screen_for(place))

    def _uncover(self) -> None:
        if self._stack.count() < 2:
            return
        self._drop(self._stack.currentWidget())
        self._show_titles(self.screen_now)
        if self._covered is not None:
            self._covered.setFocus(Qt.FocusReason.OtherFocusReason)
            self._covered = None

    def _show_titles(self, screen: Screen) -> None:
        words, session = self._stage.words, self._routes.session
        self.top_bar.show_title(self._routes.bar_title(self._place))
        self.top_bar.set_open(is_open=session.has_ward)
        # A window's title is seen in lists of windows: a form's name, nobody's.
        title = screen.frame.title
        if session.opened is not None:
            title = session.opened.document.words.title
        self.setWindowTitle(words.text("app.window_title", title=title))

    def _close_ward(self) -> None:
        if self._stack.count():
            self.screen_now.left()
        self._routes.lock()

    def _try_to(self, act: Callable[[], object]) -> bool:
        """Do something that may meet a problem, and tell about it on this screen."""
        try:
            act()
        except Problem as problem:
            self._tell(problem)
            return False
        return True

    def _tell(self, problem: Problem) -> None:
        sentence = sentence_for(problem, self._stage.words, self._routes.people_name)
        if self._stack.count():
            self.screen_now.show_notice(sentence)
