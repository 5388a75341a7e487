"""Answering a question in words with pictures."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.asking import Asking
from coprod_desktop.gui.chosen_places import ChosenPlace, ToPhrases
from coprod_desktop.gui.chosen_routes import chosen_screen
from coprod_desktop.gui.form_routes import form_screen
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import ToQuestion
from coprod_desktop.gui.screens.phrases import PhrasesScreen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.model.authored_text import Mode
from tests.workspace.wards import Cast, own, scribe, text_of

ASKED = "went-well"


@pytest.fixture
def screen(stage: Stage, opened: Opened, qtbot: QtBot) -> PhrasesScreen:
    made = PhrasesScreen(stage, opened, ASKED)
    qtbot.addWidget(made)
    made.resize(1366, 700)
    made.show()
    return made


def press(grid: ChoiceGrid, words: str) -> None:
    next(one for one in grid.buttons() if one.view.words == words).click()


def test_a_question_in_words_offers_pictures_and_others_do_not(
    stage: Stage, opened: Opened, qtbot: QtBot
):
    went: list[object] = []
    said = stage.words.text("question.choose_pictures")
    offered = []
    for question in (ASKED, "my-week"):
        screen = QuestionScreen(stage, opened, question)
        qtbot.addWidget(screen)
        screen.went.connect(went.append)
        buttons = screen.cards.findChildren(QAbstractButton)
        found = [one for one in buttons if one.accessibleName() == said]
        offered.append(len(found))
        for one in found:
            one.click()

    assert offered == [1, 0]
    assert went == [ToPhrases(ASKED)]


def test_a_scribe_who_has_not_read_back_yet_can_go_on_choosing(
    stage: Stage, opened: Opened, qtbot: QtBot, cast: Cast
):
    opened.document.take_pen(scribe(cast.sam, cast.priya))
    opened.document.phrasing.say(ASKED, "My meals")
    screen = QuestionScreen(stage, opened, ASKED)
    qtbot.addWidget(screen)
    went: list[object] = []
    screen.went.connect(went.append)

    screen.cards.left_for.emit(ToPhrases(ASKED))

    assert went == [ToPhrases(ASKED)]


def test_pictures_are_chosen_and_taken_back_and_the_answer_says_so(
    screen: PhrasesScreen, opened: Opened
):
    press(screen.many, "My sleep")
    press(screen.many, "My meals")
    press(screen.many, "My sleep")

    picked = [one.view.words for one in screen.many.buttons() if one.isChecked()]
    assert picked == ["My meals"]
    assert text_of(opened.document, ASKED) == "My meals"
    assert screen.said.text() == "My meals"


def test_of_five_faces_one_can_be_chosen(screen: PhrasesScreen, opened: Opened):
    faces = screen.one_of[0]
    press(faces, "I feel good")
    press(faces, "I feel OK")

    assert text_of(opened.document, ASKED) == "I feel OK"
    assert [one.isChecked() for one in faces.buttons()].count(True) == 1


def test_yes_no_and_not_sure_stand_apart_from_the_faces(
    screen: PhrasesScreen, opened: Opened
):
    press(screen.one_of[0], "I feel good")
    press(screen.one_of[1], "No")

    assert text_of(opened.document, ASKED) == "I feel good\nNo"


def test_the_keyboard_chooses_and_every_picture_has_words(screen: PhrasesScreen):
    screen.activateWindow()
    screen.focus_first()

    QTest.keyClick(screen.many.buttons()[0], Qt.Key.Key_Space)

    assert screen.many.buttons()[0].isChecked()
    assert all(one.accessibleName() for one in screen.findChildren(QAbstractButton))


def test_what_the_person_chose_a_scribe_is_told_that_they_cannot_take_back(
    stage: Stage, opened: Opened, qtbot: QtBot, cast: Cast
):
    opened.document.phrasing.say(ASKED, "My sleep")
    opened.document.take_pen(scribe(cast.sam, cast.priya))
    screen = PhrasesScreen(stage, opened, ASKED)
    qtbot.addWidget(screen)

    press(screen.many, "My sleep")
    told = [one.words for one in screen.findChildren(Notice)]
    press(screen.many, "My meals")

    run = opened.document.cards(ASKED)[0].said.text.runs[-1]
    assert any("Sam Example" in words for words in told)
    assert text_of(opened.document, ASKED) == "My sleep\nMy meals"
    assert (run.attribution.writer, run.attribution.mode) == (cast.priya, Mode.CHOSEN)


def test_what_was_chosen_is_kept_on_leaving(
    screen: PhrasesScreen, opened: Opened, cast: Cast
):
    went: list[object] = []
    screen.went.connect(went.append)
    press(screen.many, "My sleep")

    screen.left()
    screen.go_back()

    kept = opened.ward.store.drafts.of(opened.document.id, [cast.sam])
    assert [one.said.text.text for one in kept] == ["My sleep"]
    assert opened.document.pen == own(cast.sam)
    assert went == [ToQuestion(ASKED)]


def test_the_routes_know_the_screen_and_refuse_what_is_no_place(
    stage: Stage, opened: Opened, qtbot: QtBot
):
    made = form_screen(stage, opened, Asking(), ToPhrases(ASKED))
    qtbot.addWidget(made)

    assert isinstance(made, PhrasesScreen)
    with pytest.raises(LookupError):
        chosen_screen(stage, opened, ChosenPlace())
