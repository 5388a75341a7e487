"""Choosing a paper: how big its words are, whose copy it is, in which language."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.paper_source import paper_of_form
from coprod_desktop.gui.places import ToChoosePaper, ToPaper
from coprod_desktop.gui.screens.choose_paper import ChoosePaperScreen
from coprod_desktop.gui.screens.paper import PaperScreen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.model.reading import LARGE_PRINT, Reading
from coprod_desktop.workspace.paper_wishes import (
    USUAL_WISH,
    Copy,
    PaperChoice,
    PaperKind,
    PaperWish,
)
from tests.journeys.driver import Answers
from tests.workspace.wards import Cast

WISHED = PaperWish(PaperChoice(PaperKind.LARGE_PRINT, Copy.MEETING), "cy")


def pick(grid: ChoiceGrid, words: str) -> None:
    (button,) = [one for one in grid.buttons() if one.view.words == words]
    button.click()


def picked(grid: ChoiceGrid) -> list[str]:
    return [one.view.words for one in grid.buttons() if one.view.is_picked]


def test_three_choices_lead_to_the_paper_that_was_chosen(stage: Stage, qtbot: QtBot):
    screen = ChoosePaperScreen(stage, USUAL_WISH, "en")
    qtbot.addWidget(screen)
    went: list[object] = []
    screen.went.connect(went.append)

    pick(screen.kinds, "Large print")
    pick(screen.copies, "The meeting's copy")
    pick(screen.languages, "Cymraeg")
    qtbot.mouseClick(screen._bar.first(), Qt.MouseButton.LeftButton)

    assert picked(screen.kinds) == ["Large print"]
    assert picked(screen.copies) == ["The meeting's copy"]
    assert picked(screen.languages) == ["Cymraeg"]
    assert went == [ToPaper(WISHED)]


def test_welsh_and_english_stand_side_by_side_where_both_are_chosen(
    stage: Stage, opened: Opened, qtbot: QtBot
):
    screen = ChoosePaperScreen(stage, USUAL_WISH, "en")
    qtbot.addWidget(screen)
    both = "Cymraeg a Saesneg / Welsh and English"

    pick(screen.languages, both)

    wish = USUAL_WISH.in_language("cy", "en")
    assert picked(screen.languages) == [both]
    assert screen.wish == wish
    told = paper_of_form(stage, opened, wish).which
    assert told == f"Clear print. My copy. {both}."

    pick(screen.languages, "Cymraeg")

    assert screen.wish == USUAL_WISH.in_language("cy")


def test_what_was_looked_at_is_chosen_at_first(stage: Stage, qtbot: QtBot):
    screen = ChoosePaperScreen(stage, WISHED.in_language(""), "en")
    qtbot.addWidget(screen)

    assert picked(screen.kinds) == ["Large print"]
    assert picked(screen.languages) == ["English"]
    assert screen.frame.back == ToPaper(WISHED.in_language(""))


def test_the_paper_says_which_it_is_and_leads_to_another(
    stage: Stage, opened: Opened, tmp_path: Path, qtbot: QtBot
):
    source = paper_of_form(stage, opened, WISHED)
    screen = PaperScreen(stage, source, Answers(tmp_path))
    qtbot.addWidget(screen)
    went: list[object] = []
    screen.went.connect(went.append)
    qtbot.waitUntil(lambda: screen.pages is not None, timeout=30_000)

    told = [one.text() for one in screen.findChildren(PlainLabel)]
    buttons = screen.findChildren(BigButton)
    (other,) = [
        one for one in buttons if one.accessibleName() == "Choose another paper"
    ]
    other.click()

    assert "Large print. The meeting's copy. Cymraeg." in told
    assert went == [ToChoosePaper(WISHED)]


def test_somebody_who_reads_large_print_is_shown_it_first(
    stage: Stage, opened: Opened, cast: Cast
):
    opened.ward.reading.keep(cast.sam, Reading(print_size=LARGE_PRINT))

    source = paper_of_form(stage, opened)

    assert source.choose == ToChoosePaper(USUAL_WISH.of_kind(PaperKind.LARGE_PRINT))
    assert source.which == "Large print. My copy. English."


def test_a_blank_form_says_that_nobody_s_words_are_on_it(stage: Stage, opened: Opened):
    source = paper_of_form(stage, opened, USUAL_WISH.as_copy(Copy.BLANK))

    assert source.help == "Nobody's words are on it."
    assert source.page_said == "paper.blank_picture_of"
