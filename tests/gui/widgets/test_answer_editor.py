"""What is typed, pasted, dropped or composed is told once, and refused exactly."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import (
    QGuiApplication,
    QInputMethodEvent,
    QKeyEvent,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.box_text import text_in
from coprod_desktop.model.authored_text import AuthoredText, Mode
from coprod_desktop.model.change import Change
from tests.gui.widgets.writing import BY_PRIYA, BY_SAM, FOR_SAM, SAM, Owner, drop

FAMILY = "👨‍👩‍👧"
FLAG = "🏴󠁧󠁢󠁷󠁬󠁳󠁿"
KEYS = Qt.KeyboardModifier


@pytest.fixture
def editor(qtbot: QtBot, stage: Stage) -> AnswerEditor:
    box = AnswerEditor(stage)
    qtbot.addWidget(box)
    box.resize(600, 200)
    box.show()
    box.setFocus()
    return box


@pytest.fixture
def told(editor: AnswerEditor) -> list[tuple[str, Change]]:
    found: list[tuple[str, Change]] = []
    editor.changed.connect(lambda change: found.append(("changed", change)))
    editor.pasted.connect(lambda change: found.append(("pasted", change)))
    return found


def place(editor: AnswerEditor, at: int, anchor: int | None = None) -> None:
    """Put the caret somewhere, counted as Qt counts."""
    cursor = editor.textCursor()
    cursor.setPosition(at if anchor is None else anchor)
    cursor.setPosition(at, QTextCursor.MoveMode.KeepAnchor)
    editor.setTextCursor(cursor)


def mime(text: str) -> QMimeData:
    found = QMimeData()
    found.setText(text)
    return found


def commit(editor: AnswerEditor, text: str, start: int = 0, length: int = 0) -> None:
    event = QInputMethodEvent()
    event.setCommitString(text, start, length)
    QApplication.sendEvent(editor, event)


def test_a_key_is_told_once_with_where_it_was_typed(
    editor: AnswerEditor, told: list[tuple[str, Change]]
) -> None:
    editor.show_words(AuthoredText.by(BY_SAM, "I 🙂 home"))
    place(editor, 4)  # after the face, which Qt counts twice

    QTest.keyClick(editor, Qt.Key.Key_X)

    assert told == [("changed", Change(3, 0, "x"))]


def test_a_repeated_letter_lands_where_it_was_typed(
    editor: AnswerEditor, told: list[tuple[str, Change]]
) -> None:
    editor.show_words(AuthoredText.by(BY_SAM, "aaa"))
    place(editor, 1)

    QTest.keyClick(editor, Qt.Key.Key_A)

    assert told == [("changed", Change(1, 0, "a"))]


def test_what_is_pasted_is_told_as_pasted_and_exactly(
    editor: AnswerEditor, told: list[tuple[str, Change]]
) -> None:
    editor.show_words(AuthoredText.by(BY_SAM, "abcd"))
    place(editor, 3, anchor=1)
    QGuiApplication.clipboard().setText("b\u00a0c\u2028d")

    QTest.keyClick(editor, Qt.Key.Key_V, KEYS.ControlModifier)

    assert told == [("pasted", Change(1, 2, "b\u00a0c\u2028d"))]
    assert editor.words == "ab\u00a0c\u2028dd"


def test_a_paragraph_separator_from_outside_reaches_the_model_as_it_is(
    editor: AnswerEditor, told: list[tuple[str, Change]]
) -> None:
    editor.insertFromMimeData(mime("a\u2029b"))

    assert told == [("pasted", Change(0, 0, "a\u2029b"))]
    assert editor.words == "a\nb"


def test_what_no_file_can_hold_becomes_visible_and_is_counted(
    editor: AnswerEditor, told: list[tuple[str, Change]]
) -> None:
    editor.insertFromMimeData(mime("a\x00b\x07"))

    assert told == [("pasted", Change(0, 0, "a␀b␇"))]
    assert editor.made_visible == 2


def test_an_unfit_sign_that_comes_by_another_way_becomes_visible_too(
    editor: AnswerEditor, told: list[tuple[str, Change]]
) -> None:
    editor.show_words(AuthoredText.by(BY_SAM, "ab"))
    place(editor, 1)

    editor.insertPlainText("x\x07y")

    assert told == [("changed", Change(1, 0, "x␇y"))]
    assert text_in(editor.document()) == "ax␇yb"
    assert editor.made_visible == 1


def test_what_is_dropped_is_pasted_where_it_falls_and_stays_where_it_came_from(
    editor: AnswerEditor, told: list[tuple[str, Change]]
) -> None:
    editor.show_words(AuthoredText.by(BY_SAM, "home"))
    place(editor, 0)

    event = drop(editor, mime("go "), editor.cursorRect().center())

    assert told == [("pasted", Change(0, 0, "go "))]
    assert event.dropAction() == Qt.DropAction.CopyAction


def test_only_text_can_be_dropped(
    editor: AnswerEditor, told: list[tuple[str, Change]]
) -> None:
    picture = QMimeData()
    picture.setHtml("<img src='file:///nowhere'>")
    address = QMimeData()
    address.setData("application/octet-stream", b"words")

    assert not editor.canInsertFromMimeData(picture)
    assert not editor.canInsertFromMimeData(address)
    drop(editor, address, QPoint(5, 5))

    assert told == []


def test_marked_up_text_comes_in_as_its_plain_words(
    editor: AnswerEditor, told: list[tuple[str, Change]]
) -> None:
    both = mime("bold")
    both.setHtml("<b>bold</b>")
    both.setUrls([QUrl("file:///nowhere")])

    editor.insertFromMimeData(both)

    assert editor.words == "bold"


def test_pressing_inside_a_selection_never_drags_words_away(
    editor: AnswerEditor, told: list[tuple[str, Change]]
) -> None:
    editor.show_words(AuthoredText.by(BY_SAM, "words to keep"))
    editor.selectAll()
    inside = editor.cursorRect().center()
    inside.setX(20)

    QTest.mousePress(editor.viewport(), Qt.MouseButton.LeftButton, pos=inside)

    assert not editor.textCursor().hasSelection()
    assert told == []


def test_composing_is_told_only_when_it_is_finished(
    editor: AnswerEditor, told: list[tuple[str, Change]]
) -> None:
    editor.show_words(AuthoredText.by(BY_SAM, "dr"))
    place(editor, 1)
    QApplication.sendEvent(
        editor,
        QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Dead_Circumflex, KEYS.NoModifier),
    )
    QApplication.sendEvent(editor, QInputMethodEvent("^", []))
    assert told == []

    commit(editor, "ŵ")

    assert told == [("changed", Change(1, 0, "ŵ"))]


def test_an_input_method_may_replace_what_it_wrote_before(
    editor: AnswerEditor, told: list[tuple[str, Change]]
) -> None:
    editor.show_words(AuthoredText.by(BY_SAM, "ni hao"))
    place(editor, 6)

    commit(editor, "你好", -6, 6)

    assert told == [("changed", Change(0, 6, "你好"))]


@pytest.mark.parametrize("sign", ["🙂", FAMILY, FLAG, "é", "اكتب"])
def test_what_is_typed_into_words_of_somebody_else_is_put_back_exactly(
    editor: AnswerEditor, sign: str
) -> None:
    owner = Owner(editor, AuthoredText.by(BY_PRIYA, f"We {FAMILY} can {FLAG} ask"))
    before = owner.text
    place(editor, 3)

    commit(editor, sign)

    assert owner.refused
    assert owner.text == before
    assert owner.is_one_with_the_box
    assert editor.textCursor().position() == 3


def test_a_refused_deletion_leaves_the_selection_as_it_was(
    editor: AnswerEditor,
) -> None:
    theirs = AuthoredText.by(BY_PRIYA, "We can ask.")
    owner = Owner(editor, theirs + AuthoredText.by(BY_SAM, " Thank you."))
    place(editor, 3, anchor=18)

    QTest.keyClick(editor, Qt.Key.Key_Delete)

    cursor = editor.textCursor()
    assert (cursor.anchor(), cursor.position()) == (18, 3)
    assert owner.is_one_with_the_box
    assert owner.refused == ["priya"]


def test_a_refusal_loses_nothing_that_was_typed_elsewhere(
    editor: AnswerEditor,
) -> None:
    theirs = AuthoredText.by(BY_PRIYA, "We can ask.")
    owner = Owner(editor, theirs)
    place(editor, len(theirs))
    QTest.keyClicks(editor, " yes")
    place(editor, 4)

    QTest.keyClicks(editor, "no")

    assert owner.text.text == "We can ask. yes"
    assert owner.is_one_with_the_box


def test_pasting_over_words_of_somebody_else_changes_nothing(
    editor: AnswerEditor,
) -> None:
    owner = Owner(editor, AuthoredText.by(BY_PRIYA, "We can ask."))
    editor.selectAll()
    QGuiApplication.clipboard().setText("I never said that")

    QTest.keyClick(editor, Qt.Key.Key_V, KEYS.ControlModifier)

    assert owner.text.text == "We can ask."
    assert owner.is_one_with_the_box


def test_cutting_words_of_somebody_else_changes_nothing(editor: AnswerEditor) -> None:
    owner = Owner(editor, AuthoredText.by(BY_PRIYA, "We can ask."))
    editor.selectAll()

    QTest.keyClick(editor, Qt.Key.Key_X, KEYS.ControlModifier)

    assert owner.text.text == "We can ask."
    assert owner.is_one_with_the_box


def test_words_written_down_for_somebody_are_theirs_to_change(
    editor: AnswerEditor,
) -> None:
    owner = Owner(editor, AuthoredText.by(FOR_SAM, "I like tea."))
    place(editor, 10)

    QTest.keyClicks(editor, "!")

    assert owner.text.voices == {SAM}
    assert owner.text.text == "I like tea!."


def test_undo_keys_ask_the_model_and_give_words_back_to_their_author(
    editor: AnswerEditor,
) -> None:
    owner = Owner(editor, AuthoredText.by(FOR_SAM, "tea"))
    editor.selectAll()
    QTest.keyClick(editor, Qt.Key.Key_Delete)
    QTest.keyClicks(editor, "x")

    QTest.keyClick(editor, Qt.Key.Key_Z, KEYS.ControlModifier)
    QTest.keyClick(editor, Qt.Key.Key_Z, KEYS.ControlModifier)

    assert owner.text == AuthoredText.by(FOR_SAM, "tea")
    assert owner.is_one_with_the_box
    QTest.keyClick(editor, Qt.Key.Key_Z, KEYS.ControlModifier | KEYS.ShiftModifier)
    assert owner.text.text == ""


def test_qt_keeps_no_undo_of_its_own(editor: AnswerEditor) -> None:
    QTest.keyClicks(editor, "secret")
    editor.show_words(AuthoredText())

    editor.undo()

    assert text_in(editor.document()) == ""
    assert not editor.document().isUndoAvailable()


def test_shift_and_enter_is_a_line_end_like_any_other(editor: AnswerEditor) -> None:
    QTest.keyClicks(editor, "a")
    QTest.keyClick(editor, Qt.Key.Key_Return, KEYS.ShiftModifier)
    QTest.keyClicks(editor, "b")

    assert editor.words == "a\nb"


@pytest.mark.parametrize("sign", [FAMILY, FLAG, "👍🏽", "e\u0301", "🇬🇧"])
def test_the_caret_steps_over_a_whole_sign(editor: AnswerEditor, sign: str) -> None:
    editor.show_words(AuthoredText.by(BY_SAM, f"a{sign}b"))
    place(editor, 1)

    QTest.keyClick(editor, Qt.Key.Key_Right)

    assert editor.caret() == 1 + len(sign)


def test_showing_words_moves_the_caret_only_when_told(editor: AnswerEditor) -> None:
    editor.show_words(AuthoredText.by(BY_SAM, "I miss my dog"))
    place(editor, 6)

    editor.show_words(AuthoredText.by(BY_SAM, "Oh, I miss my dog"))
    kept = editor.caret()
    editor.show_words(AuthoredText.by(BY_SAM, "Oh, I miss my dog"), caret=2)

    assert kept == 10
    assert editor.caret() == 2


def test_copying_keeps_no_break_spaces(editor: AnswerEditor) -> None:
    editor.show_words(AuthoredText.by(BY_SAM, "ten\u00a0mg\nat night"))
    editor.selectAll()

    copied = editor.createMimeDataFromSelection()

    assert copied.text() == "ten\u00a0mg\nat night"
    assert not copied.hasHtml()


def test_the_box_grows_with_its_words_and_never_scrolls_inside(
    editor: AnswerEditor, qtbot: QtBot
) -> None:
    small = editor.height()

    editor.show_words(AuthoredText.by(BY_SAM, "one line\n" * 20))

    assert editor.height() > small
    qtbot.waitUntil(lambda: editor.verticalScrollBar().maximum() == 0)


def test_tab_leaves_the_box(editor: AnswerEditor) -> None:
    assert editor.tabChangesFocus()


def test_pasting_says_so_in_the_mode(editor: AnswerEditor) -> None:
    owner = Owner(editor, AuthoredText())

    editor.insertFromMimeData(mime("from a letter"))

    assert owner.text.runs[0].attribution.mode is Mode.PASTED


def test_half_a_sign_never_stays_and_its_loss_is_told(editor: AnswerEditor) -> None:
    owner = Owner(editor, AuthoredText.by(BY_SAM, "a🙂b"))
    place(editor, 3)

    commit(editor, "x", -1, 1)  # takes the second half of the face

    assert owner.text.text == "axb"
    assert owner.is_one_with_the_box
