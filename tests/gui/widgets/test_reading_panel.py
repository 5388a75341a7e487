"""Choosing how one likes to read: everything follows at once, and says what is so."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QRawFont
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
    PARAGRAPHS_PCT,
    PICTURES_PCT,
    WORDS_PCT,
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
        ("words_pct", WORDS_PCT[-1]),
        ("paragraphs_pct", PARAGRAPHS_PCT[-1]),
        ("font", "lexend"),
        ("font", "opendyslexic"),
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


@pytest.mark.parametrize(
    ("field", "way"),
    [("waits_times", 5), ("print_size", "large_print"), ("tone", "deeper")],
)
def test_what_does_not_show_here_is_chosen_all_the_same(
    panel: ReadingPanel, stage: Stage, field: str, way: object
):
    before = stage.look

    pick(panel, field, way)

    assert getattr(stage.board.reading, field) == way
    assert picked(panel, field) == [str(way)]
    assert stage.look == before


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

    stage.board.read_as(stage.board.reading._replace(letters_pct=12))

    assert label.sizeHint().width() > before


def test_words_stand_further_apart_by_as_much_as_was_asked(qtbot: QtBot, stage: Stage):
    one, two = text_label("Some"), text_label("Some some")
    for label in (one, two):
        qtbot.addWidget(label)
    before = two.sizeHint().width()
    alone = one.sizeHint().width()

    stage.board.read_as(stage.board.reading._replace(words_pct=16))

    wanted = stage.look.text_px * 0.16
    assert two.sizeHint().width() - before >= round(wanted) - 1
    assert one.sizeHint().width() == alone


def test_paragraphs_stand_apart_by_twice_the_size_of_words(qtbot: QtBot, stage: Stage):
    label = text_label("One.\nTwo.")
    qtbot.addWidget(label)
    before = label.heightForWidth(300)

    stage.board.read_as(stage.board.reading._replace(paragraphs_pct=200))

    assert label.heightForWidth(300) == before + 2 * stage.look.text_px
    assert stage.look.below_px() >= 2 * stage.look.text_px


@pytest.mark.parametrize(
    ("font", "family"), [("lexend", "Lexend"), ("opendyslexic", "OpenDyslexic")]
)
def test_the_letters_that_were_chosen_are_our_own_file(
    qtbot: QtBot, stage: Stage, font: str, family: str
):
    label = text_label("Llŷn, zażółć")
    qtbot.addWidget(label)
    label.ensurePolished()

    stage.board.read_as(stage.board.reading._replace(font=font))
    label.ensurePolished()

    shown = QRawFont.fromFont(label.font())
    assert shown.familyName() == family
    assert all(shown.supportsCharacter(ord(sign)) for sign in "ŵŷżółćę")


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
