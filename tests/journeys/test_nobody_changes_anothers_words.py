"""Another voice's words stay as they are, whichever way somebody tries."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import (
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QInputMethodEvent,
    QTextCursor,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.gui.read_card import ReadCard
from tests.journeys.driver import WardComputer
from tests.journeys.stories import open_form
from tests.journeys.test_written_for_the_patient import sit_down_together

WORDS = "I want to go home at weekends."
REFUSAL = "These are Sam’s words. Only Sam can change them."


@pytest.fixture
def scribe(pc: WardComputer) -> WardComputer:
    """Sam has written with their own hand; Priya takes the pen to write for Sam."""
    sit_down_together(pc)
    open_form(pc, "My care plan")
    pc.press("Next")
    pc.write(WORDS)
    pc.press("Priya writes for Sam")
    pc.hands.reach(pc.box)
    return pc


def at(pc: WardComputer, start: int, stop: int) -> None:
    """Put the selection from one place to another."""
    cursor = pc.box.textCursor()
    cursor.setPosition(start)
    cursor.setPosition(stop, QTextCursor.MoveMode.KeepAnchor)
    pc.box.setTextCursor(cursor)


def drop_onto(widget: QWidget, words: str, where: QPoint) -> None:
    """Drop text at a place in a widget, as from another program."""
    mime = QMimeData()
    mime.setText(words)
    place = QPointF(where)
    held = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    action = Qt.DropAction.CopyAction
    QApplication.sendEvent(
        widget, QDragEnterEvent(place.toPoint(), action, mime, *held)
    )
    QApplication.sendEvent(widget, QDropEvent(place, action, mime, *held))


def type_inside(pc: WardComputer) -> None:
    at(pc, 6, 6)
    QTest.keyClicks(pc.box, "x")


def rub_out(pc: WardComputer) -> None:
    at(pc, 6, 6)
    QTest.keyClick(pc.box, Qt.Key.Key_Backspace)


def write_over_all(pc: WardComputer) -> None:
    QTest.keyClick(pc.box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(pc.box, "x")


def cut(pc: WardComputer) -> None:
    at(pc, 0, 6)
    QTest.keyClick(pc.box, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)


def paste(pc: WardComputer) -> None:
    QGuiApplication.clipboard().setText("do not ")
    at(pc, 2, 2)
    QTest.keyClick(pc.box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def drop(pc: WardComputer) -> None:
    at(pc, 2, 2)
    drop_onto(pc.box.viewport(), "do not ", pc.box.cursorRect().center())


def by_input_method(pc: WardComputer) -> None:
    at(pc, 2, 6)
    event = QInputMethodEvent()
    event.setCommitString("ŵŷ")
    QApplication.sendEvent(pc.box, event)


def undo(pc: WardComputer) -> None:
    QTest.keyClick(pc.box, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)


WAYS = (
    type_inside,
    rub_out,
    write_over_all,
    cut,
    paste,
    drop,
    by_input_method,
    undo,
)


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_a_scribe_cannot_change_what_the_patient_wrote(
    scribe: WardComputer, way: Callable[[WardComputer], None]
):
    way(scribe)
    scribe.rest()

    assert scribe.box.words == WORDS
    assert scribe.question.work.text.text == WORDS
    assert scribe.notice == REFUSAL


def test_the_refusal_goes_when_the_next_words_are_the_pens_own(scribe: WardComputer):
    type_inside(scribe)
    at(scribe, len(WORDS), len(WORDS))

    QTest.keyClicks(scribe.box, " Sam also says: soon.")
    scribe.rest()

    assert scribe.box.words == f"{WORDS} Sam also says: soon."
    # The line about who can see this is back in its place.
    assert "until you share it" in scribe.notice


@pytest.fixture
def reader(pc: WardComputer) -> WardComputer:
    """Sam has written; Priya has the pen for her own words and looks at Sam's card."""
    sit_down_together(pc)
    open_form(pc, "My care plan")
    pc.press("Next")
    pc.write(WORDS)
    pc.press("Priya, Nurse")
    card = pc.card("Sam’s words")
    card.setFocus()
    pc.rest()
    return pc


def type_on_it(card: ReadCard) -> None:
    QTest.keyClicks(card, "x")


def rub_it_out(card: ReadCard) -> None:
    QTest.keyClick(card, Qt.Key.Key_Delete)


def paste_on_it(card: ReadCard) -> None:
    QTest.keyClick(card, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def cut_it(card: ReadCard) -> None:
    QTest.keyClick(card, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)


def click_it(card: ReadCard) -> None:
    QTest.mouseClick(card, Qt.MouseButton.LeftButton)


def drop_on_it(card: ReadCard) -> None:
    drop_onto(card, "do not ", card.rect().center())


def write_on_it_by_input_method(card: ReadCard) -> None:
    event = QInputMethodEvent()
    event.setCommitString("ŵ")
    QApplication.sendEvent(card, event)


@pytest.mark.parametrize(
    "way",
    [
        type_on_it,
        rub_it_out,
        paste_on_it,
        cut_it,
        click_it,
        drop_on_it,
        write_on_it_by_input_method,
    ],
    ids=lambda way: way.__name__,
)
def test_a_card_that_is_read_says_whose_words_they_are(
    reader: WardComputer, way: Callable[[ReadCard], None]
):
    card = reader.card("Sam’s words")
    assert isinstance(card, ReadCard)

    way(card)
    reader.rest()

    assert reader.notice == REFUSAL
    assert reader.card("Sam’s words").view.words == WORDS


def test_reading_keys_on_a_card_are_no_writing(reader: WardComputer):
    card = reader.card("Sam’s words")

    QTest.keyClick(card, Qt.Key.Key_Down)
    QTest.keyClick(card, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    reader.rest()

    assert "until you share it" in reader.notice


def test_words_from_outside_are_told_as_pasted(pc: WardComputer):
    sit_down_together(pc)
    open_form(pc, "My care plan")
    pc.press("Next")
    pc.hands.reach(pc.box)
    QGuiApplication.clipboard().setText("From a letter.")

    QTest.keyClick(pc.box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    pc.rest()

    modes = {one.mode.value for one in pc.question.work.card.said.attributions}
    assert modes == {"pasted"}


def test_words_that_move_inside_the_program_stay_typed(pc: WardComputer):
    sit_down_together(pc)
    open_form(pc, "My care plan")
    pc.press("Next")
    pc.write("My own words.")
    QTest.keyClick(pc.box, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(pc.box, Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier)
    pc.press("Next")
    pc.hands.reach(pc.box)

    QTest.keyClick(pc.box, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    pc.rest()

    modes = {one.mode.value for one in pc.question.work.card.said.attributions}
    assert pc.box.words == "My own words."
    assert modes == {"typed"}


def test_a_list_line_of_the_patient_is_not_moved_or_removed_by_a_scribe(
    pc: WardComputer,
):
    sit_down_together(pc)
    open_form(pc, "My ward round")
    while pc.heading != "What do I want to talk about, in my order?":
        pc.press("Next")
    for topic in ("Leave", "Food"):
        pc.fill("Write one topic", topic)
        pc.press("Add to my list")

    pc.press("Priya writes for Sam")
    pc.press("Remove")

    assert pc.notice == REFUSAL
    items = pc.question.work.card.said.items
    assert [one.words.text for one in items] == ["Leave", "Food"]
