"""Each kind of question has its editor, and each can take own words too."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from coprod_desktop.gui.answers.answer import Answer, WordsAnswer
from coprod_desktop.gui.answers.choice_answer import ChoiceAnswer
from coprod_desktop.gui.answers.date_answer import DateAnswer
from coprod_desktop.gui.answers.kinds import answer_for
from coprod_desktop.gui.answers.list_answer import ListAnswer
from coprod_desktop.gui.answers.paste_watch import PasteWatch
from coprod_desktop.gui.answers.pen_work import PenWork
from coprod_desktop.gui.answers.words_box import WordsBox
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import ChoiceGrid
from coprod_desktop.gui.widgets.item_list import ItemList
from coprod_desktop.model.problem import NotYourWords, Problem
from tests.workspace.wards import Cast, own, scribe

KINDS = {
    "my-week": ChoiceAnswer,
    "went-well": WordsAnswer,
    "people-in-room": ListAnswer,
    "taking-part": ChoiceAnswer,
    "topics": ListAnswer,
    "do-i-agree": ChoiceAnswer,
    "next-one": DateAnswer,
}


class Desk:
    """One answer on the desk, with what was refused."""

    def __init__(self, stage: Stage, opened: Opened, question: str) -> None:
        self.work = PenWork(opened, opened.question(question))
        self.answer = answer_for(stage, self.work)
        self.refused: list[Problem] = []
        self.work.refused.connect(self.refused.append)
        self.work.changed.connect(self.answer.show_answer)

    @property
    def items(self) -> list[str]:
        return [one.words.text for one in self.work.card.said.items]

    @property
    def chosen(self) -> list[str]:
        return [one.option for one in self.work.card.said.chosen]


def part(answer: Answer, kind: type) -> object:
    found = answer.part
    assert isinstance(found, kind)
    return found


@pytest.mark.parametrize(("question", "kind"), KINDS.items())
def test_each_kind_of_question_has_its_editor_and_a_box_for_own_words(
    stage: Stage, opened: Opened, question: str, kind: type
):
    desk = Desk(stage, opened, question)

    QTest.keyClicks(desk.answer.box.editor, "My own words.")

    assert isinstance(desk.answer, kind)
    assert desk.work.text.text == "My own words."


def test_choosing_again_takes_the_choice_back(stage: Stage, opened: Opened):
    desk = Desk(stage, opened, "taking-part")
    grid = part(desk.answer, ChoiceGrid)
    assert isinstance(grid, ChoiceGrid)

    grid.buttons()[1].click()
    first = desk.chosen
    grid.buttons()[1].click()

    assert (first, desk.chosen) == (["by-phone"], [])


def test_one_choice_takes_the_place_of_another(stage: Stage, opened: Opened):
    desk = Desk(stage, opened, "my-week")
    grid = part(desk.answer, ChoiceGrid)
    assert isinstance(grid, ChoiceGrid)

    grid.buttons()[0].click()
    grid.buttons()[4].click()

    assert desk.chosen == ["very_hard"]
    assert [one.isChecked() for one in grid.buttons()] == [False] * 4 + [True]


def test_a_line_that_was_not_added_yet_is_added_before_leaving(
    stage: Stage, opened: Opened
):
    desk = Desk(stage, opened, "topics")
    lines = part(desk.answer, ItemList)
    assert isinstance(lines, ItemList)
    QTest.keyClicks(lines.adding.box, "Going home")

    desk.answer.finish()

    assert desk.items == ["Going home"]


def test_lines_are_changed_moved_marked_and_removed(stage: Stage, opened: Opened):
    desk = Desk(stage, opened, "people-in-room")
    lines = part(desk.answer, ItemList)
    assert isinstance(lines, ItemList)
    for name in ("Robin", "Casey"):
        lines.added.emit(name)

    lines.moved.emit(1, -1)
    lines.marked.emit(0, "want")
    QTest.keyClicks(lines.rows()[1].editor, " too")
    lines.removed.emit(0)

    assert desk.items == ["Robin too"]


def test_marking_again_takes_the_mark_off(stage: Stage, opened: Opened):
    desk = Desk(stage, opened, "people-in-room")
    lines = part(desk.answer, ItemList)
    assert isinstance(lines, ItemList)
    lines.added.emit("Robin")

    lines.marked.emit(0, "want")
    lines.marked.emit(0, "want")

    assert desk.work.card.said.items[0].mark is None


def test_a_day_is_shown_after_it_was_picked(stage: Stage, opened: Opened):
    desk = Desk(stage, opened, "next-one")
    assert isinstance(desk.answer, DateAnswer)

    desk.work.choose("2026-11-26")

    assert desk.chosen == ["2026-11-26"]
    assert desk.answer._choice.day is not None
    assert desk.answer._choice.day.isoformat() == "2026-11-26"


def test_what_a_scribe_may_not_unpick_stays_picked_and_is_refused(
    stage: Stage, opened: Opened, cast: Cast
):
    opened.document.take_pen(own(cast.sam))
    Desk(stage, opened, "my-week").work.choose("good")
    opened.document.take_pen(scribe(cast.sam, cast.priya))

    desk = Desk(stage, opened, "my-week")
    desk.work.turn("hard")

    assert desk.chosen == ["good"]
    assert [type(one) for one in desk.refused] == [NotYourWords]


def test_undo_and_redo_go_through_the_model(stage: Stage, opened: Opened):
    desk = Desk(stage, opened, "went-well")
    QTest.keyClicks(desk.answer.box.editor, "Sunday")

    desk.work.undo()
    before = desk.answer.box.editor.words
    desk.work.redo()

    assert (before, desk.answer.box.editor.words) == ("", "Sunday")


def test_signs_that_cannot_be_kept_are_told(stage: Stage, opened: Opened):
    desk = Desk(stage, opened, "went-well")

    desk.work.tell_made_visible(2)
    desk.work.tell_made_visible(0)

    assert [one.key for one in desk.refused] == ["question.made_visible"]


def test_a_box_is_named_after_its_person_and_question(stage: Stage, opened: Opened):
    work = PenWork(opened, opened.question("went-well"))

    box = WordsBox(stage, work)

    name = box.editor.accessibleName()
    assert name == "Sam Example’s answer: What went well?"


@pytest.fixture
def line(qtbot) -> QLineEdit:
    found = QLineEdit()
    qtbot.addWidget(found)
    return found


def test_typing_into_a_line_is_no_pasting(line: QLineEdit):
    watch = PasteWatch(line)

    QTest.keyClicks(line, "Robin")

    assert not watch.taken()


def test_pasting_into_a_line_is_noticed_once(line: QLineEdit):
    watch = PasteWatch(line)
    QGuiApplication.clipboard().setText("Robin")

    QTest.keyClick(line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    assert line.text() == "Robin"
    assert watch.taken()
    assert not watch.taken()


def test_a_drop_or_a_middle_click_may_have_brought_words(line: QLineEdit):
    watch = PasteWatch(line)

    QTest.mouseClick(line, Qt.MouseButton.MiddleButton)
    clicked = watch.taken()
    watch.eventFilter(line, QEvent(QEvent.Type.Drop))

    assert clicked
    assert watch.taken()
