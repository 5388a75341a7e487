"""Whatever is pressed, pasted or composed: the model's words are the box's words."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt
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
from coprod_desktop.model.authored_text import AuthoredText
from coprod_desktop.model.text_policy import to_utf16
from tests.gui.widgets.writing import BY_PRIYA, BY_SAM, FOR_SAM, Owner, drop

SEEDS = range(20)
STEPS = 150
PIECES = (
    *(
        "a",
        "é",
        " ",
        "\n",
        "ŵ",
        "🙂",
        "👨‍👩‍👧",
        "🇬🇧",
        "👍🏽",
        "e\u0301",
        "اكتب",
        "你好",
    ),
    *("\u00a0", "\u200d", "\u2028", "\u2029", "tea and toast", "\r\n", "\x00", "aaaa"),
)
KEYS = Qt.KeyboardModifier
MOVES = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)


class Fingers:
    """Somebody who does anything at all to a box."""

    def __init__(self, owner: Owner, chance: random.Random) -> None:
        self.owner = owner
        self.box = owner.editor
        self.chance = chance
        self.ways: tuple[Callable[[], None], ...] = (
            self.type_letters,
            self.type_letters,
            self.type_sign,
            self.delete,
            self.delete,
            self.select,
            self.move,
            self.paste,
            self.drop,
            self.cut,
            self.compose,
            self.replace_by_input_method,
        )

    def press(self, key: Qt.Key, with_keys: Qt.KeyboardModifier) -> None:
        QTest.keyClick(self.box, key, with_keys)

    def type_letters(self) -> None:
        QTest.keyClicks(self.box, self.chance.choice(("a", "aa", "I am", "o ")))

    def type_sign(self) -> None:
        text = self.chance.choice(PIECES)
        event = QKeyEvent(
            QKeyEvent.Type.KeyPress, Qt.Key.Key_unknown, KEYS.NoModifier, text
        )
        QApplication.sendEvent(self.box, event)

    def delete(self) -> None:
        key = self.chance.choice((Qt.Key.Key_Backspace, Qt.Key.Key_Delete))
        self.press(key, self.chance.choice((KEYS.NoModifier, KEYS.ControlModifier)))

    def select(self) -> None:
        words = self.box.words
        cursor = self.box.textCursor()
        at = self.chance.randint(0, len(words))
        cursor.setPosition(to_utf16(words, at))
        if self.chance.random() < 0.5:
            stop = max(0, min(len(words), at + self.chance.randint(-6, 6)))
            keep = QTextCursor.MoveMode.KeepAnchor
            cursor.setPosition(to_utf16(words, stop), keep)
        self.box.setTextCursor(cursor)

    def move(self) -> None:
        with_keys = self.chance.choice(
            (KEYS.NoModifier, KEYS.ShiftModifier, KEYS.ControlModifier)
        )
        self.press(self.chance.choice(MOVES), with_keys)

    def paste(self) -> None:
        QGuiApplication.clipboard().setText(self.chance.choice(PIECES))
        self.press(Qt.Key.Key_V, KEYS.ControlModifier)

    def drop(self) -> None:
        what = QMimeData()
        what.setText(self.chance.choice(PIECES))
        drop(
            self.box,
            what,
            QPoint(self.chance.randint(0, 500), self.chance.randint(0, 150)),
        )

    def cut(self) -> None:
        self.press(Qt.Key.Key_X, KEYS.ControlModifier)

    def compose(self) -> None:
        QApplication.sendEvent(self.box, QInputMethodEvent("^", []))
        assert self.owner.is_one_with_the_box
        event = QInputMethodEvent()
        event.setCommitString(self.chance.choice(PIECES))
        QApplication.sendEvent(self.box, event)

    def replace_by_input_method(self) -> None:
        before = self.box.textCursor().positionInBlock()
        # Counted as Qt counts: it may well take half a sign with it.
        length = self.chance.randint(0, min(3, before))
        event = QInputMethodEvent("", [])
        event.setCommitString(self.chance.choice(PIECES), -length, length)
        QApplication.sendEvent(self.box, event)


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_s_words_change_hands_whatever_is_pressed(
    qtbot: QtBot, stage: Stage, seed: int
) -> None:
    editor = AnswerEditor(stage)
    qtbot.addWidget(editor)
    editor.resize(500, 200)
    editor.show()
    chance = random.Random(seed)
    start = (
        AuthoredText.by(BY_SAM, "I miss my dog 🐕. ")
        + AuthoredText.by(BY_PRIYA, "Mae'r cynllun yn glir 🏴󠁧󠁢󠁷󠁬󠁳󠁿. اكتب ")
        + AuthoredText.by(FOR_SAM, "He\u00a0waits\u2029at home.")
    )
    owner = Owner(editor, start)
    fingers = Fingers(owner, chance)

    for step in range(STEPS):
        if step % 15 == 0:
            owner.pen = chance.choice((BY_SAM, BY_PRIYA, FOR_SAM))
        locked = owner.locked()
        chance.choice(fingers.ways)()
        assert owner.locked() == locked
        assert owner.is_one_with_the_box

    assert owner.accepted
    assert owner.refused
    while owner.done:
        QTest.keyClick(editor, Qt.Key.Key_Z, KEYS.ControlModifier)
    assert owner.text == start
    assert owner.is_one_with_the_box
