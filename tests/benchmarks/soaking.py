"""What a soak is made of: keys, refusals, new screens, questions of a screen reader."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from itertools import cycle

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.background import Background
from coprod_desktop.gui.look import load_fonts
from coprod_desktop.gui.look_board import LookBoard
from coprod_desktop.gui.screen import Frame, Screen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.tongue import Tongue
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid, OptionView
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.picture import shelf_for
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.model.reading import Reading
from tests.gui.widgets.writing import BY_PRIYA, BY_SAM, Owner

ROUND = 100
"""Calls and keys before the box is filled anew."""


class Bath:
    """A screen that is used without a pause."""

    def __init__(self, app: QApplication) -> None:
        load_fonts()
        self._app = app
        self._background = Background()
        board = LookBoard(Reading(theme="paper"))
        board.dress(app)
        self._stage = Stage(
            Tongue(read_catalogue("en")),
            board,
            shelf_for(board),
            self._background,
            lambda: datetime(2026, 3, 2, tzinfo=UTC),
        )
        self._editor = AnswerEditor(self._stage)
        self._owner = Owner(self._editor, AuthoredText())
        self._editor.resize(600, 300)
        self._editor.show()
        self._ways = cycle(self._each())

    def run(self, calls: int) -> int:
        """Do at least so many calls and keys; give how many it were."""
        done = 0
        while done < calls:
            if done % ROUND == 0:
                self._start_anew()
            next(self._ways)()
            done += 1
            if done % 20 == 0:
                self._app.processEvents()
        return done

    def close(self) -> None:
        """Take everything down."""
        self._editor.close()
        self._background.close()

    def _each(self) -> tuple[Callable[[], None], ...]:
        editor = self._editor
        return (
            lambda: QTest.keyClick(editor, Qt.Key.Key_A),
            lambda: QTest.keyClick(editor, Qt.Key.Key_Left),
            lambda: QTest.keyClick(editor, Qt.Key.Key_Backspace),
            self._compose,
            self._ask_as_a_screen_reader,
            lambda: editor.show_words(self._owner.text, 0),
            lambda: QTest.keyClick(editor, Qt.Key.Key_Delete),
            lambda: QTest.keyClick(editor, Qt.Key.Key_Z, _CONTROL),
        )

    def _compose(self) -> None:
        event = QInputMethodEvent()
        event.setCommitString("ŵ")
        QApplication.sendEvent(self._editor, event)

    def _ask_as_a_screen_reader(self) -> None:
        spoken = QAccessible.queryAccessibleInterface(self._editor)
        if spoken is None:
            raise AssertionError("the box cannot be spoken of")
        spoken.text(QAccessible.Text.Name)
        spoken.role()

    def _start_anew(self) -> None:
        """Fill the box as it was at the start."""
        theirs = AuthoredText.by(BY_PRIYA, "We can ask. ")
        self._owner.done.clear()
        self._owner.undone.clear()
        self._owner.text = theirs + AuthoredText.by(BY_SAM, "I miss my dog. " * 3)
        self._editor.show_words(self._owner.text, len(theirs))

    def change_screens(self, times: int) -> None:
        """Make screens and drop them, as going from question to question does."""
        for _ in range(times):
            self._change_screen()

    def _change_screen(self) -> None:
        screen = Screen(self._stage, Frame("How are you?", "talk"))
        option = OptionView("good", "Good", "face-good")
        screen.body.addWidget(ChoiceGrid(self._stage, (option,)))
        part = Heading("Today", 2)
        screen.body.addWidget(part)
        QAccessible.queryAccessibleInterface(part)
        screen.deleteLater()
        self._app.sendPostedEvents(screen, QEvent.Type.DeferredDelete)


_CONTROL = Qt.KeyboardModifier.ControlModifier
