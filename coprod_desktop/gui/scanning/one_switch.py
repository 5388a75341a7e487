"""The switch itself: a key or a mouse button, and the time between two steps."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent, QWindow
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit

from coprod_desktop.gui.main_window import MainWindow
from coprod_desktop.gui.scanning.letter_board import LetterBoardScreen
from coprod_desktop.gui.scanning.scanner import Scanner
from coprod_desktop.gui.scanning.targets import is_box
from coprod_desktop.gui.scanning.typing_keys import rub_out
from coprod_desktop.gui.screen_stack import ScreenStack
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.window_watch import WindowWatch
from coprod_desktop.model.reading import AUTOMATIC, NO_SWITCH, STEP, Reading

HOLD_MS = 3_000
"""Whoever holds the space bar so long wants the frame."""

TYPING_S = 3.0
"""So long after another key in a box, the switch's key writes what it always writes."""

FOLLOW_EVERY_MS = 100

_SPACE = frozenset({Qt.Key.Key_Space})
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_BUTTONS = {
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.MouseButtonRelease,
}


class OneSwitch(QObject):
    """Takes the switch's keys and buttons before any widget, and no others.

    Whoever uses a keyboard beside it goes on as ever, with every other key.
    """

    def __init__(
        self,
        window: MainWindow,
        stage: Stage,
        watch: WindowWatch,
        monotonic: Callable[[], float],
        pace: QTimer | None = None,
    ) -> None:
        """Listen for as long as the window is there; ``pace`` moves the frame."""
        super().__init__(window)
        self._window = window
        self._stage, self._board = stage, stage.board
        self._monotonic = monotonic
        self._typed = monotonic() - TYPING_S
        self._mode = ""
        self._is_held = False
        self.scanner = Scanner(window, stage, monotonic)
        self.pace = pace or QTimer(self)
        self.pace.timeout.connect(self.scanner.step)
        self._following = QTimer(self)
        self._following.timeout.connect(self.scanner.follow)
        self.hold = QTimer(self)
        self.hold.setSingleShot(True)
        self.hold.setInterval(HOLD_MS)
        self.hold.timeout.connect(self._on_space_held)
        watch.takes.append(self.take)
        stage.board.changed.connect(self._on_board_changed)
        self.scanner.box_pressed.connect(self._on_box_pressed)
        [self._stack] = window.findChildren(ScreenStack)
        self._stack.shown.connect(self._on_screen_shown)
        self._on_board_changed()

    def take(self, watched: QObject, event: QEvent) -> bool:
        """Whether an event is the switch's, which is then told to nobody else."""
        if not isinstance(watched, QWindow) or watched is not self._system_window():
            return False
        if isinstance(event, QKeyEvent):
            return self._take_key(event)
        if self._is_on and event.type() in _BUTTONS and isinstance(event, QMouseEvent):
            return self._take_button(event)
        return False

    @property
    def _is_on(self) -> bool:
        return self._mode != NO_SWITCH

    @property
    def _reading(self) -> Reading:
        return self._board.reading

    def _system_window(self) -> QWindow | None:
        return self._window.window().windowHandle()

    def _take_key(self, event: QKeyEvent) -> bool:
        key, is_down = Qt.Key(event.key()), event.type() is QEvent.Type.KeyPress
        if not self._is_on:
            return self._take_hold(event)
        is_space = self._reading.switch_key == "space"
        presses, steps = (_SPACE, _ENTER) if is_space else (_ENTER, _SPACE)
        is_step = self._mode == STEP and key in steps
        if event.modifiers() not in _PLAIN or not (key in presses or is_step):
            if is_down and event.text() and is_writing():
                self._typed = self._monotonic()
            return False
        if is_writing() and self._monotonic() - self._typed < TYPING_S:
            # Somebody types with a keyboard: theirs is a space, or a new line.
            self._typed = self._monotonic()
            return False
        if is_down and not event.isAutoRepeat():
            self._act(is_step=is_step)
        return True

    def _take_hold(self, event: QKeyEvent) -> bool:
        if Qt.Key(event.key()) not in _SPACE or event.modifiers() not in _PLAIN:
            self.hold.stop()
            return False
        if event.isAutoRepeat():
            # Held for the frame, or by a hand that rests: it writes one space.
            return True
        if event.type() is QEvent.Type.KeyPress:
            self.hold.start()
        else:
            self.hold.stop()
        return False

    def _take_button(self, event: QMouseEvent) -> bool:
        if event.type() is not QEvent.Type.MouseButtonRelease:
            is_right = event.button() is Qt.MouseButton.RightButton
            self._act(is_step=is_right and self._mode == STEP)
        return True

    def _act(self, *, is_step: bool) -> None:
        if is_step:
            self.scanner.step()
            return
        self.scanner.press()
        self._begin_pace()

    def _begin_pace(self) -> None:
        """Let what is framed now stay its whole time."""
        if self._mode == AUTOMATIC:
            self.pace.start(self._reading.switch_ms)

    def _on_space_held(self) -> None:
        """Begin, and take back what the key had begun to do where it was held."""
        focused = QApplication.focusWidget()
        if isinstance(focused, QAbstractButton):
            focused.setDown(False)
        elif focused is not None and is_box(focused):
            rub_out(focused)
        self._board.read_as(self._reading._replace(switch=AUTOMATIC))

    def _on_board_changed(self) -> None:
        if self._mode == self._reading.switch:
            self._begin_pace()
            return
        self._mode = self._reading.switch
        # What has just begun, or ended, is not begun again by the same long press.
        self.hold.stop()
        if self._is_on:
            if self._stack.count():
                self.scanner.begin()
            self._following.start(FOLLOW_EVERY_MS)
            self.pace.stop()
            self._begin_pace()
        else:
            self.pace.stop()
            self._following.stop()
            self.scanner.stop()

    def _on_box_pressed(self, box: QLineEdit | AnswerEditor) -> None:
        self._stack.cover(LetterBoardScreen(self._stage, box))

    def _on_screen_shown(self) -> None:
        if self._is_on:
            self.scanner.begin()
            self._begin_pace()


def is_writing() -> bool:
    """Whether a box to write in has the focus."""
    focused = QApplication.focusWidget()
    return focused is not None and is_box(focused)
