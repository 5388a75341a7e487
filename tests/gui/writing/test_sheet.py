"""Typing in words from a sheet of paper: first its code, then its questions."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import ToQuestion, ToSheet
from coprod_desktop.gui.screens.parts import PartsScreen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.screens.sheet import SheetScreen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.model.authored_text import Attribution, Mode
from coprod_desktop.pdf.sheet_code import SheetCode, sheet_tag
from coprod_desktop.workspace.ward import Ward
from tests.workspace.wards import Cast


def code_of(opened: Opened, ward: Ward, first: int, prompts: int) -> str:
    form = opened.document.form.template
    ward_id = next(iter(ward.store.record.entries())).unsigned.ward
    tag = sheet_tag(ward_id, opened.document.id, form.id, form.version)
    return str(SheetCode(tag, first, prompts))


@pytest.fixture
def screen(stage: Stage, opened: Opened, qtbot: QtBot) -> SheetScreen:
    found = SheetScreen(stage, opened)
    qtbot.addWidget(found)
    found.show()
    return found


def find(screen: SheetScreen, qtbot: QtBot, typed: str) -> None:
    screen.field.set_text(typed)
    qtbot.mouseClick(screen._bar.first(), Qt.MouseButton.LeftButton)


def labels(screen: SheetScreen) -> list[str]:
    return [one.text() for one in screen.findChildren(PlainLabel)]


def test_the_code_leads_to_its_questions_with_the_pen_that_copies(
    screen: SheetScreen, opened: Opened, ward: Ward, cast: Cast, qtbot: QtBot
):
    went: list[object] = []
    screen.went.connect(went.append)
    asked = [one.id for one in opened.document.form.template.questions()]

    find(screen, qtbot, code_of(opened, ward, 2, 2).lower())
    titles = [one.view.title for one in screen.tiles]
    screen.tiles[1].click()

    assert titles == [opened.prompt(one) for one in asked[1:3]]
    assert went == [ToQuestion(asked[2])]
    copied = Attribution(cast.sam, cast.priya, Mode.COPIED_FROM_PAPER)
    assert opened.document.pen == copied


def test_a_slip_is_told_beside_the_line_and_no_question_shows(
    screen: SheetScreen, opened: Opened, ward: Ward, qtbot: QtBot
):
    find(screen, qtbot, code_of(opened, ward, 2, 1))
    assert len(screen.tiles) == 1

    find(screen, qtbot, "7F3K9-QWD2M")

    assert screen.tiles == []
    told = "A sign is wrong or missing. Nothing was changed. Look at the sheet again."
    assert told in labels(screen)


def test_whoever_copies_is_chosen_where_more_than_one_can(
    screen: SheetScreen, opened: Opened, ward: Ward, cast: Cast, qtbot: QtBot
):
    assert screen.writers is not None
    find(screen, qtbot, code_of(opened, ward, 1, 1))

    (jo,) = [one for one in screen.writers.buttons() if one.view.id == cast.jo]
    jo.click()
    screen.tiles[0].click()

    copied = Attribution(cast.sam, cast.jo, Mode.COPIED_FROM_PAPER)
    assert opened.document.pen == copied


def test_the_question_says_who_is_copying(
    stage: Stage, opened: Opened, cast: Cast, qtbot: QtBot
):
    copied = Attribution(cast.sam, cast.priya, Mode.COPIED_FROM_PAPER)
    opened.document.take_pen(copied)

    question = QuestionScreen(stage, opened, "went-well")
    qtbot.addWidget(question)

    told = " ".join(one.text() for one in question.findChildren(PlainLabel))
    priya, sam = (opened.name(one) for one in (cast.priya, cast.sam))
    assert f"{priya} is copying what {sam} wrote on paper" in told
    buttons = {one.accessibleName() for one in question.findChildren(BigButton)}
    assert stage.words.text("pen.to_word_for_word") in buttons


def test_the_parts_lead_to_it_where_somebody_can_copy(
    stage: Stage, opened: Opened, qtbot: QtBot
):
    parts = PartsScreen(stage, opened)
    qtbot.addWidget(parts)
    went: list[object] = []
    parts.went.connect(went.append)
    said = stage.words.text("sheet.open")

    (button,) = [
        one for one in parts.findChildren(BigButton) if one.accessibleName() == said
    ]
    button.click()

    assert went == [ToSheet()]
