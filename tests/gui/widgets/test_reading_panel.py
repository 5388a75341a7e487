"""Choosing how one likes to read: everything follows at once, and says what is so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from coprod_desktop.content.themes import theme_ids
from coprod_desktop.gui.computer import Computer, text_pt_for
from coprod_desktop.gui.look_board import LookBoard
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.reading_panel import ReadingPanel
from coprod_desktop.gui.widgets.sample import draw_sample
from coprod_desktop.model.reading import (
    AS_COMPUTER,
    LETTERS_PCT,
    LINES_PCT,
    PICTURES_PCT,
    Reading,
)

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def panel(qtbot: QtBot, stage: Stage) -> ReadingPanel:
    found = ReadingPanel(stage)
    qtbot.addWidget(found)
    found.resize(900, 1200)
    found.show()
    return found


def pick(panel: ReadingPanel, field: str, way: object) -> None:
    buttons = panel.grids[field].buttons()
    QTest.mouseClick(next(one for one in buttons if one.view.id == str(way)), LEFT)


def picked(panel: ReadingPanel, field: str) -> list[str]:
    return [one.view.id for one in panel.grids[field].buttons() if one.isChecked()]


@pytest.mark.parametrize(
    ("field", "way"),
    [
        ("theme", "dark"),
        ("lines_pct", LINES_PCT[-1]),
        ("letters_pct", LETTERS_PCT[-1]),
        ("pictures_pct", PICTURES_PCT[-1]),
    ],
)
def test_what_is_picked_is_put_on_at_once_and_shown_as_picked(
    panel: ReadingPanel, stage: Stage, field: str, way: object
):
    before = stage.look

    pick(panel, field, way)

    assert getattr(stage.board.reading, field) == way
    assert picked(panel, field) == [str(way)]
    assert stage.look != before


def test_all_choices_of_colours_are_there_with_a_picture_of_their_own(
    panel: ReadingPanel, stage: Stage
):
    views = [one.view for one in panel.grids["theme"].buttons()]

    assert [one.id for one in views] == [*theme_ids(), AS_COMPUTER]
    pictures = [draw_sample(str(one.picture), 48, stage.look.theme) for one in views]
    drawn = {bytes(one.toImage().constBits()) for one in pictures}
    assert len(drawn) == len(views)


def test_lines_stand_further_apart_for_whoever_wants_it(qtbot: QtBot, stage: Stage):
    label = text_label("Some words that need more than a line to stand in. " * 4)
    qtbot.addWidget(label)
    before = label.heightForWidth(300)

    stage.board.read_as(stage.board.reading._replace(lines_pct=150))

    assert label.heightForWidth(300) > before * 1.4


def test_letters_stand_further_apart_for_whoever_wants_it(qtbot: QtBot, stage: Stage):
    label = text_label("Some words")
    qtbot.addWidget(label)
    before = label.sizeHint().width()

    stage.board.read_as(stage.board.reading._replace(letters_pct=10))

    assert label.sizeHint().width() > before


@pytest.mark.parametrize(
    ("computer", "theme"),
    [
        (Computer(), "paper"),
        (Computer(is_dark=True), "dark"),
        (Computer(is_dark=True, has_contrast=True), "yellow-on-black"),
        (Computer(has_contrast=True), "white"),
    ],
)
def test_whoever_chose_nothing_reads_as_the_computer_asks(
    stage: Stage, computer, theme
):
    board = LookBoard(computer=computer._replace(text_pt=24))

    assert board.look.theme.id == theme
    assert board.look.text_pt == 24
    assert board.reading == board.usual


def test_what_a_newer_program_knows_is_left_to_the_computer(stage: Stage):
    stage.board.read_as(Reading(theme="moonlight"))

    assert stage.look.theme.id == "paper"


@pytest.mark.parametrize(("times", "text_pt"), [(0.8, 18), (1, 18), (1.5, 27), (9, 48)])
def test_bigger_words_of_the_computer_are_followed(times, text_pt):
    assert text_pt_for(times) == text_pt
