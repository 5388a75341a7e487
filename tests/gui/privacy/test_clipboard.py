"""What was copied here goes when the computer is left; what others copied stays."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QClipboard, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.lock_places import ToCloseWard, ToHandOver
from coprod_desktop.gui.places import ToLock
from coprod_desktop.gui.widgets.our_copy import HINTS, MARK, forget_copies, marked_copy
from coprod_desktop.gui.widgets.word_line import WordLine
from tests.gui.privacy.desk import CANARY, Desk

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(autouse=True)
def clipboard(qapp) -> Iterator[QClipboard]:
    """The system's clipboard, empty before and after."""
    found = QGuiApplication.clipboard()
    found.clear()
    yield found
    found.clear()


def copied_from_the_box(desk: Desk) -> None:
    desk.type(CANARY)
    desk.box.selectAll()
    QTest.keyClick(desk.box, Qt.Key.Key_C, CTRL)


@pytest.mark.parametrize("place", [ToLock(), ToHandOver(), ToCloseWard()], ids=repr)
def test_words_that_were_copied_go_when_the_computer_is_left(
    desk: Desk, clipboard: QClipboard, place: object
):
    copied_from_the_box(desk)
    before = clipboard.text()

    desk.program.window.go(place)

    assert before == CANARY
    assert clipboard.text() == ""


def test_words_that_were_copied_go_when_the_window_closes(
    desk: Desk, clipboard: QClipboard
):
    copied_from_the_box(desk)

    assert desk.program.window.may_close()

    assert clipboard.text() == ""


def test_what_another_program_copied_stays(desk: Desk, clipboard: QClipboard):
    copied_from_the_box(desk)
    clipboard.setText("a recipe")

    desk.program.window.lock()

    assert clipboard.text() == "a recipe"


def test_an_empty_clipboard_stays_empty(clipboard: QClipboard):
    forget_copies()

    assert clipboard.text() == ""


@pytest.mark.parametrize("take", [Qt.Key.Key_C, Qt.Key.Key_X])
def test_what_is_taken_from_a_line_is_marked_as_ours(
    qtbot: QtBot, clipboard: QClipboard, take: Qt.Key
):
    line = WordLine()
    qtbot.addWidget(line)
    line.setText("Going home")
    line.selectAll()

    QTest.keyClick(line, take, CTRL)

    assert clipboard.text() == "Going home"
    assert clipboard.mimeData().hasFormat(MARK)


def test_a_line_gives_nothing_where_nothing_is_selected_or_dots_hide_it(
    qtbot: QtBot, clipboard: QClipboard
):
    line = WordLine()
    qtbot.addWidget(line)
    line.setText("a quiet green kettle")

    QTest.keyClick(line, Qt.Key.Key_C, CTRL)
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_C, CTRL)

    assert clipboard.text() == ""


def test_histories_of_the_clipboard_are_asked_not_to_keep_our_words():
    copy = marked_copy("mine")

    assert copy.text() == "mine"
    assert {name: bytes(copy.data(name).data()) for name in HINTS} == HINTS


class TwoClipboards:
    """A system that also has what is selected, for the middle button (X11)."""

    def __init__(self, owned: QClipboard.Mode | None) -> None:
        self.cleared: list[QClipboard.Mode] = []
        self._owned = owned

    def ownsClipboard(self) -> bool:
        return self._owned is QClipboard.Mode.Clipboard

    def ownsSelection(self) -> bool:
        return self._owned is QClipboard.Mode.Selection

    def supportsSelection(self) -> bool:
        return True

    def mimeData(self, mode: QClipboard.Mode) -> QMimeData:
        return QMimeData()

    def clear(self, mode: QClipboard.Mode) -> None:
        self.cleared.append(mode)


@pytest.mark.parametrize("owned", [*list(QClipboard.Mode)[:2], None], ids=str)
def test_what_is_selected_for_the_middle_button_goes_too_where_it_is_ours(
    monkeypatch: pytest.MonkeyPatch, owned: QClipboard.Mode | None
):
    system = TwoClipboards(owned)
    given: Callable[[], TwoClipboards] = lambda: system  # noqa: E731
    monkeypatch.setattr(QGuiApplication, "clipboard", given)

    forget_copies()

    assert system.cleared == ([] if owned is None else [owned])
