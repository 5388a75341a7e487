"""The screen on which a person finds their own words again."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.screens.find_words import FindWordsScreen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.finding_words import FoundOwn

ONE = FoundOwn(
    "My care plan",
    "What helps",
    "What helps me stay well?",
    "The river",
    datetime(2026, 5, 3, tzinfo=UTC),
    is_shared=True,
)


def labels(screen: FindWordsScreen) -> list[str]:
    return [one.text() for one in screen.findChildren(PlainLabel)]


def told(screen: FindWordsScreen) -> list[str]:
    return [one.words for one in screen.findChildren(Notice) if not one.isHidden()]


def test_enter_finds_and_says_how_many_where_and_when(stage: Stage, qtbot: QtBot):
    asked: list[str] = []

    def find(words: str) -> tuple[FoundOwn, ...]:
        asked.append(words)
        return (ONE,)

    screen = FindWordsScreen(stage, find)
    qtbot.addWidget(screen)
    screen.show()
    screen.focus_first()

    QTest.keyClicks(screen.asked.box, "river")
    QTest.keyClick(screen.asked.box, Qt.Key.Key_Return)

    assert asked == ["river"]
    assert "Answers with that word: 1" in told(screen)
    assert {
        "What helps me stay well?",
        "My care plan. What helps.",
        "Shared on Sunday 3 May 2026",
        "The river",
    } <= set(labels(screen))


def test_nothing_found_and_nothing_asked_are_told(stage: Stage, qtbot: QtBot):
    screen = FindWordsScreen(stage, lambda _: ())
    qtbot.addWidget(screen)
    screen.asked.entered.emit()
    missing = labels(screen)

    screen.asked.set_text("mountain")
    screen.asked.entered.emit()

    assert "Please write a word first." in missing
    assert "That word is not there. Please try another one." in told(screen)


def test_a_file_that_cannot_be_read_is_told(stage: Stage, qtbot: QtBot):
    def find(_: str) -> tuple[FoundOwn, ...]:
        raise Problem("store.database_damaged")

    screen = FindWordsScreen(stage, find)
    qtbot.addWidget(screen)
    screen.asked.set_text("river")
    screen.asked.entered.emit()

    assert told(screen)
