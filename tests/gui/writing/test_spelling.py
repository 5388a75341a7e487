"""Spelling help on the screen: only when asked, one word at a time, by keys too."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.aloud.passages import passages
from coprod_desktop.gui.asking import Asking
from coprod_desktop.gui.chosen_places import ToSpelling
from coprod_desktop.gui.form_routes import form_screen
from coprod_desktop.gui.known_names import known_names
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import ToQuestion
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.screens.spelling import AROUND, SpellingScreen
from coprod_desktop.gui.spelling_routes import kept_in_form
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.model.change import Change
from coprod_desktop.model.ward_words import ToldIn
from coprod_desktop.spelling.speller import Speller
from coprod_desktop.workspace.ward_words import WardWords
from tests.fakes import FakeSpeller
from tests.spelling.needs import real_speller
from tests.workspace.wards import Cast, own, scribe, text_of

ASKED = "went-well"
SAYS = "I was tierd becuase I woke."
LONGEST_MS = 60_000
Show = Callable[..., SpellingScreen]


def speller() -> FakeSpeller:
    like = {"tierd": ("tired", "tiers", "tied"), "becuase": ("because",)}
    return FakeSpeller("i was woke tired because", **like)


def say(opened: Opened, words: str = SAYS) -> None:
    opened.document.writing.change(ASKED, Change(0, 0, words))


@pytest.fixture
def show(stage: Stage, opened: Opened, qtbot: QtBot) -> Show:
    """Shows the screen, with the dictionary found."""

    def show_one(found: Speller | None = None) -> SpellingScreen:
        spelling = opened.document.spelling(ASKED, known_names(opened))
        kept = kept_in_form(opened, ASKED)
        screen = SpellingScreen(stage, kept, spelling, lambda _: found)
        qtbot.addWidget(screen)
        screen.resize(1366, 700)
        screen.show()
        screen.activateWindow()
        qtbot.waitUntil(lambda: stage.background.is_idle, timeout=LONGEST_MS)
        return screen

    return show_one


def titles(screen: SpellingScreen) -> list[str]:
    return [one.view.title for one in screen.tiles]


def sees(screen: SpellingScreen, words: str) -> bool:
    return any(words in one.text() for one in screen.findChildren(PlainLabel))


def button(screen: SpellingScreen, words: str) -> QAbstractButton:
    buttons = screen.findChildren(QAbstractButton)
    return next(one for one in buttons if one.accessibleName() == words)


def with_focus() -> QWidget:
    found = QApplication.focusWidget()
    assert found is not None
    return found


def focused() -> str:
    return with_focus().accessibleName()


def test_the_word_stands_in_its_sentence_and_leaving_it_comes_first(
    show: Show, opened: Opened
):
    say(opened)

    screen = show(speller())

    assert titles(screen) == ["Leave it as it is", "tired", "tiers", "tied"]
    assert screen.tiles[0].view.summary == "tierd"
    assert focused() == "Leave it as it is"
    pointed = [one.pointed_out for one in screen.findChildren(PlainLabel)]
    assert [one for one in pointed if one] == ["tierd"]
    assert text_of(opened.document, ASKED) == SAYS


def test_keys_alone_leave_one_take_one_and_take_it_back(show: Show, opened: Opened):
    say(opened)
    screen = show(speller())
    QTest.keyClick(with_focus(), Qt.Key.Key_Return)
    assert titles(screen)[1:] == ["because"]
    QTest.keyClick(with_focus(), Qt.Key.Key_Tab)
    assert focused() == "because"
    QTest.keyClick(with_focus(), Qt.Key.Key_Return)
    taken = text_of(opened.document, ASKED)
    end = sees(screen, "There are no more words to look at.")

    assert taken == SAYS.replace("becuase", "because")
    assert end
    assert focused() == "Undo"
    QTest.keyClick(with_focus(), Qt.Key.Key_Return)

    assert text_of(opened.document, ASKED) == SAYS
    assert titles(screen)[1:] == ["because"]


def test_what_is_taken_is_the_persons_own_and_kept(
    show: Show, opened: Opened, cast: Cast
):
    say(opened)
    screen = show(speller())

    screen.tiles[1].click()
    screen.left()

    card = opened.document.cards(ASKED)[0]
    assert card.said.text.text == SAYS.replace("tierd", "tired")
    assert card.said.attributions == {own(cast.sam)}
    assert opened.document.save_state.problem is None


def test_stopping_leaves_the_other_words_and_gives_the_dictionary_back(
    show: Show, opened: Opened
):
    say(opened)
    found = speller()
    screen = show(found)
    went: list[object] = []
    screen.went.connect(went.append)

    button(screen, "Stop").click()
    screen.left()

    assert went == [ToQuestion(ASKED)]
    assert text_of(opened.document, ASKED) == SAYS
    assert found.is_closed


def test_after_the_program_was_locked_it_goes_on_with_the_dictionary_found_anew(
    show: Show, opened: Opened, stage: Stage, qtbot: QtBot
):
    say(opened)
    screen = show(speller())
    screen.left()

    screen.tiles[0].click()
    qtbot.waitUntil(lambda: stage.background.is_idle, timeout=LONGEST_MS)

    assert titles(screen)[1:] == ["because"]


def test_a_computer_without_a_dictionary_says_so(show: Show, opened: Opened):
    say(opened)

    screen = show(None)

    assert screen.tiles == ()
    assert sees(screen, "no spelling help in this language: English")
    assert text_of(opened.document, ASKED) == SAYS


def test_a_word_that_nothing_is_like_can_only_be_left(show: Show, opened: Opened):
    say(opened, "xqzvvkp")

    screen = show(speller())

    assert titles(screen) == ["Leave it as it is"]
    assert sees(screen, "There is no other word like it.")


def test_of_a_long_answer_the_words_around_are_shown(show: Show, opened: Opened):
    long = "was " * 40
    say(opened, f"{long}tierd {long}\nwoke")

    screen = show(speller())

    [shown] = [one for one in screen.findChildren(PlainLabel) if one.pointed_out]
    assert len(shown.text()) <= 2 * AROUND + len("tierd")
    assert shown.text().startswith("was ")
    assert shown.pointed_out == "tierd"


def test_everything_has_a_name_and_is_read_aloud(show: Show, opened: Opened):
    say(opened)
    screen = show(speller())

    heard = [one.words for one in passages(screen.area.widget())]

    assert "tired" in heard
    assert SAYS in heard
    for tile in screen.tiles:
        spoken = QAccessible.queryAccessibleInterface(tile)
        assert spoken is not None
        assert spoken.role() is QAccessible.Role.Button
        assert spoken.text(QAccessible.Text.Name) == tile.view.title
    first = QAccessible.queryAccessibleInterface(screen.tiles[0])
    assert first is not None
    assert "tierd" in first.text(QAccessible.Text.Description)


def test_the_words_are_never_in_the_title_of_the_window(show: Show, opened: Opened):
    say(opened)

    assert "tierd" not in show(speller()).windowTitle()


def test_names_and_words_of_the_ward_are_not_called_wrong(show: Show, opened: Opened):
    WardWords(opened.ward).add(ToldIn("en", "becuase", "A word of this ward."))
    say(opened, "Priya was becuase, Sam’s CPA, Alex")

    screen = show(speller())

    assert screen.tiles[0].view.summary == "Alex"


def test_help_is_offered_for_ones_own_words_alone(
    stage: Stage, opened: Opened, qtbot: QtBot, cast: Cast
):
    offered, went = [], list[object]()
    for question, pen in (
        (ASKED, own(cast.sam)),
        (ASKED, own(cast.priya)),
        (ASKED, scribe(cast.sam, cast.priya)),
        ("topics", own(cast.sam)),
        ("topics", scribe(cast.sam, cast.priya)),
    ):
        opened.document.take_pen(pen)
        screen = QuestionScreen(stage, opened, question)
        qtbot.addWidget(screen)
        screen.went.connect(went.append)
        found = [
            one
            for one in screen.cards.findChildren(QAbstractButton)
            if one.accessibleName() == "Check my spelling"
        ]
        offered.append(len(found))
        for one in found:
            one.click()

    assert offered == [1, 1, 0, 1, 0]
    assert went == [ToSpelling(ASKED), ToSpelling(ASKED), ToSpelling("topics")]


def test_beside_faces_help_is_offered_once_there_are_words(
    stage: Stage, opened: Opened, qtbot: QtBot
):
    screen = QuestionScreen(stage, opened, "my-week")
    qtbot.addWidget(screen)
    screen.show()
    [box] = screen.findChildren(AnswerEditor)

    def is_offered() -> bool:
        buttons = screen.cards.findChildren(QAbstractButton)
        names = [one.accessibleName() for one in buttons if one.isVisible()]
        return "Check my spelling" in names

    screen.activateWindow()
    box.setFocus()
    before = is_offered()
    QTest.keyClicks(box, "tierd")
    qtbot.waitUntil(is_offered, timeout=LONGEST_MS)
    for _ in range(5):
        QTest.keyClick(box, Qt.Key.Key_Backspace)

    qtbot.waitUntil(lambda: not is_offered(), timeout=LONGEST_MS)
    assert not before
    assert QApplication.focusWidget() is box


def test_what_cannot_be_taken_is_told(show: Show, opened: Opened, cast: Cast):
    say(opened)
    screen = show(speller())
    opened.document.take_pen(scribe(cast.sam, cast.priya))

    screen.tiles[1].click()

    assert any("Sam Example" in one.words for one in screen.findChildren(Notice))
    assert text_of(opened.document, ASKED) == SAYS


def test_what_cannot_be_taken_back_is_told(show: Show, opened: Opened, cast: Cast):
    say(opened)
    screen = show(speller())
    screen.tiles[1].click()
    opened.document.take_pen(scribe(cast.sam, cast.priya))

    button(screen, "Undo").click()

    assert any("Sam Example" in one.words for one in screen.findChildren(Notice))


def test_a_real_dictionary_finds_the_word_that_was_meant(
    stage: Stage, opened: Opened, qtbot: QtBot
):
    real_speller("en").close()
    say(opened, "I need my medicashun, Priya.")
    asking = Asking()
    screen = form_screen(stage, opened, asking, ToSpelling(ASKED))
    assert isinstance(screen, SpellingScreen)
    qtbot.addWidget(screen)
    screen.show()
    qtbot.waitUntil(lambda: bool(screen.tiles), timeout=LONGEST_MS)

    next(one for one in screen.tiles if one.view.title == "medication").click()

    assert text_of(opened.document, ASKED) == "I need my medication, Priya."
    assert sees(screen, "There are no more words to look at.")
    screen.left()


def test_nothing_is_marked_in_the_box_and_no_dictionary_is_loaded_unasked(
    stage: Stage, opened: Opened, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
):
    for name in ("enchant", "coprod_desktop.spelling.with_enchant"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    say(opened)
    screen = QuestionScreen(stage, opened, ASKED)
    qtbot.addWidget(screen)
    screen.show()

    [box] = screen.findChildren(AnswerEditor)

    assert box.toPlainText() == SAYS
    assert box.extraSelections() == []
    assert "enchant" not in sys.modules
    assert "coprod_desktop.spelling.with_enchant" not in sys.modules
