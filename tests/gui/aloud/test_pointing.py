"""The word that is heard is shown where it stands, and nothing else is changed."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.aloud.passages import Passage
from coprod_desktop.gui.aloud.player import Player
from coprod_desktop.gui.aloud.pointing import pointing_on
from coprod_desktop.gui.aloud.speaker import PlayedVoice
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.line_field import LineField
from coprod_desktop.model.authored_text import AuthoredText
from tests.fakes import FakeSound, FakeVoice

WORDS = "A walk 😀 outside. And tea."


@pytest.fixture
def box(stage: Stage, qtbot: QtBot) -> AnswerEditor:
    box = AnswerEditor(stage, lines=2)
    qtbot.addWidget(box)
    box.resize(600, box.height())
    box.setPlainText(WORDS)
    box.show()
    return box


@pytest.fixture
def tile(stage: Stage, qtbot: QtBot) -> BigButton:
    tile = BigButton(stage, "Tea")
    qtbot.addWidget(tile)
    tile.resize(tile.sizeHint())
    tile.show()
    return tile


def highlight(widget: QWidget) -> QColor:
    return widget.palette().color(QPalette.ColorRole.Highlight)


def amount(image: QImage, colour: QColor) -> int:
    """How many points of a picture have the colour."""
    points = (
        (x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)
    )
    return sum(image.pixel(x, y) == colour.rgb() for x, y in points)


def reading(*passages: Passage) -> tuple[Player, FakeSound]:
    sound = FakeSound()
    player = Player(PlayedVoice(FakeVoice("en"), sound))
    player.read(passages, "en", 100)
    return player, sound


def test_a_word_in_a_box_is_pointed_out_and_the_words_stay(box: AnswerEditor):
    player, sound = reading(Passage(WORDS, box))
    sound.play_to(1_600)
    player.point_out()

    (mark,) = box.extraSelections()
    assert mark.cursor.selectedText() == "outside."
    assert amount(box.grab().toImage(), highlight(box)) > 20
    assert box.toPlainText() == WORDS
    assert not box.textCursor().hasSelection()


def test_the_line_that_is_read_in_a_box_is_where_it_stands(box: AnswerEditor):
    box.setPlainText("one\ntwo\nthree")
    pointing = pointing_on(box)
    assert pointing is not None

    pointing.point_out(0, 3)
    first = pointing.lines
    pointing.point_out(8, 13)
    third = pointing.lines

    assert third[0] >= first[1] + (first[1] - first[0]) // 2


def test_what_is_written_meanwhile_takes_the_mark_away(box: AnswerEditor):
    player, _ = reading(Passage(WORDS, box))
    player.point_out()
    was_marked = bool(box.extraSelections())

    box.show_words(AuthoredText())
    player.point_out()

    assert was_marked
    assert box.extraSelections() == []


def test_stopping_takes_the_mark_out_of_a_box(box: AnswerEditor):
    player, _ = reading(Passage(WORDS, box))
    player.point_out()

    player.stop()

    assert box.extraSelections() == []
    assert amount(box.grab().toImage(), highlight(box)) == 0


def test_what_can_be_chosen_has_a_rim_while_it_is_said(tile: BigButton):
    before = tile.grab().toImage()
    player, sound = reading(Passage("Tea", tile))
    player.point_out()
    while_said = amount(tile.grab().toImage(), highlight(tile))

    sound.play_out()

    assert while_said > amount(before, highlight(tile)) + 50
    assert tile.grab().toImage() == before


def test_a_tile_with_a_rim_can_be_pressed(tile: BigButton, qtbot: QtBot):
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    player, _ = reading(Passage("Tea", tile))
    player.point_out()

    with qtbot.waitSignal(tile.clicked):
        child = tile.childAt(tile.rect().center()) or tile
        QTest.mouseClick(child, Qt.MouseButton.LeftButton)


def test_a_tile_that_went_is_left_alone(tile: BigButton, stage: Stage, qtbot: QtBot):
    from shiboken6 import delete

    other = BigButton(stage, "Water")
    player, sound = reading(Passage("Water", other), Passage("Tea", tile))
    player.point_out()
    delete(other)

    player.point_out()
    sound.play_out()
    player.point_out()

    assert player.is_reading


def test_nothing_points_on_what_says_nothing_in_words(qtbot: QtBot):
    field = LineField("Passphrase")
    qtbot.addWidget(field)

    assert pointing_on(field) is None
