"""Talk cards: one picture and its words at a time, and what came of them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.chosen_places import (
    ChosenPlace,
    ToTalk,
    ToTalkCard,
    ToTalkEnd,
)
from coprod_desktop.gui.chosen_routes import chosen_screen
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.places import ToCheck, ToParts
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.screens.parts import PartsScreen
from coprod_desktop.gui.screens.talk import TalkScreen
from coprod_desktop.gui.screens.talk_card import TalkCardScreen
from coprod_desktop.gui.screens.talk_end import TalkEndScreen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.talk_deck import deck, next_question
from coprod_desktop.gui.widgets.heading import Heading
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.said_line import SaidLine
from coprod_desktop.model.authored_text import Mode
from coprod_desktop.workspace.talking import TalkAnswer
from tests.workspace.wards import Cast, own, scribe, text_of

FIRST = "went-well"


class Table:
    """Goes from card to card as the window would."""

    def __init__(self, stage: Stage, opened: Opened, qtbot: QtBot) -> None:
        self._stage, self._opened, self._qtbot = stage, opened, qtbot
        self.went: list[object] = []

    def show(self, place: ChosenPlace) -> Screen:
        made = chosen_screen(self._stage, self._opened, place)
        self._qtbot.addWidget(made)
        made.went.connect(self.went.append)
        made.resize(1366, 700)
        made.show()
        return made

    def card(self, number: int) -> TalkCardScreen:
        made = self.show(ToTalkCard("before", number))
        assert isinstance(made, TalkCardScreen)
        return made

    def end(self) -> TalkEndScreen:
        made = self.show(ToTalkEnd("before"))
        assert isinstance(made, TalkEndScreen)
        return made


@pytest.fixture
def table(stage: Stage, opened: Opened, qtbot: QtBot) -> Table:
    return Table(stage, opened, qtbot)


def press(screen: Screen, words: str) -> None:
    buttons = screen.findChildren(QAbstractButton)
    next(one for one in buttons if one.accessibleName() == words).click()


def at(opened: Opened, question: str) -> int:
    cards = deck(opened, "before")
    return next(n for n, one in enumerate(cards) if one.question == question)


def said(screen: Screen) -> list[str]:
    return [one.words for one in screen.findChildren(SaidLine)]


def test_the_cards_are_reached_from_the_list_of_parts(
    stage: Stage, opened: Opened, qtbot: QtBot
):
    screen = PartsScreen(stage, opened)
    qtbot.addWidget(screen)
    went: list[object] = []
    screen.went.connect(went.append)

    press(screen, stage.words.text("talk.open"))

    assert went == [ToTalk()]


def test_a_part_or_the_whole_form_can_be_talked_about(table: Table, opened: Opened):
    screen = table.show(ToTalk())
    assert isinstance(screen, TalkScreen)
    titles = [one.view.title for one in screen.tiles]

    screen.tiles[0].click()
    screen.tiles[-1].click()

    assert titles == [
        "Before my ward round",
        "In my ward round",
        "After my ward round",
        "The whole form",
    ]
    assert table.went == [ToTalkCard("before", 0), ToTalkCard("", 0)]
    assert screen.tiles[-1].view.status == f"Cards: {len(deck(opened, ''))}"


def test_where_nothing_has_cards_it_says_so(table: Table, opened: Opened):
    opened.document.pick(["topics"])

    screen = table.show(ToTalk())

    assert said(screen) == [
        "These questions have no cards. You can write or let somebody write."
    ]


def test_a_card_says_the_question_and_the_words_and_yes_goes_on(
    table: Table, opened: Opened, cast: Cast
):
    number = at(opened, FIRST)
    screen = table.card(number)
    headings = [one.text() for one in screen.findChildren(Heading)]

    press(screen, "Yes")

    assert headings == ["What went well?", "Time with my family"]
    assert text_of(opened.document, FIRST) == "Time with my family"
    assert table.went == [ToTalkCard("before", number + 1)]
    kept = opened.document.cards(FIRST)[0].said.text.runs[0].attribution
    assert (kept.voice, kept.writer, kept.mode) == (cast.sam, cast.sam, Mode.CHOSEN)


def test_skip_says_nothing_and_goes_on(table: Table, opened: Opened):
    number = at(opened, FIRST)

    press(table.card(number), "Skip")

    assert text_of(opened.document, FIRST) == ""
    assert table.went == [ToTalkCard("before", number + 1)]


def test_going_back_shows_what_was_said(table: Table, opened: Opened):
    number = at(opened, FIRST)
    press(table.card(number), "No")
    table.card(number + 1).go_back()

    picked = [
        one.view.words for one in table.card(number).grid.buttons() if one.isChecked()
    ]

    assert table.went[-1] == ToTalkCard("before", number)
    assert picked == ["No"]
    assert text_of(opened.document, FIRST) == "No: Time with my family"


def test_the_first_card_leads_back_to_the_choice_and_the_last_to_the_end(
    table: Table, opened: Opened
):
    last = len(deck(opened, "before")) - 1

    table.card(0).go_back()
    press(table.card(last), "Skip")

    assert table.went == [ToTalk(), ToTalkEnd("before")]


def test_a_question_can_be_passed_by_and_the_cards_stopped(
    table: Table, opened: Opened
):
    number = at(opened, FIRST)
    screen = table.card(number)

    press(screen, "Next question")
    press(screen, "Stop here")

    assert table.went == [
        ToTalkCard("before", at(opened, "was-hard")),
        ToTalkEnd("before"),
    ]


def test_past_the_last_question_there_is_none(opened: Opened):
    cards = deck(opened, "before")

    assert next_question(cards, len(cards) - 1) == len(cards)


def test_the_keyboard_begins_at_yes_and_hears_what_it_is_said_to(
    table: Table, opened: Opened
):
    screen = table.card(at(opened, FIRST))
    screen.activateWindow()
    screen.focus_first()
    yes = screen.grid.buttons()[0]

    QTest.keyClick(yes, Qt.Key.Key_Space)

    assert "Time with my family" in yes.accessibleDescription()
    assert screen.grid.accessibleName() == "Time with my family"
    assert text_of(opened.document, FIRST) == "Time with my family"


def test_the_end_lists_what_was_said_and_it_can_be_taken_away(
    table: Table, opened: Opened
):
    talking, cards = opened.document.talking, deck(opened, "before")
    number = at(opened, FIRST)
    talking.answer(cards[0], TalkAnswer.YES)
    talking.answer(cards[number], TalkAnswer.YES)
    talking.answer(cards[number + 1], TalkAnswer.NO)
    screen = table.end()
    before = said(screen)

    buttons = [
        one
        for one in screen.findChildren(QAbstractButton)
        if one.accessibleName() == "Take this away"
    ]
    named = buttons[1].accessibleDescription()
    buttons[1].click()

    assert before == ["Very good", "Time with my family", "No: My leave"]
    assert named == "Time with my family"
    assert text_of(opened.document, FIRST) == "No: My leave"
    assert any("taken away" in one.words for one in screen.findChildren(Notice))


def test_the_end_leads_on_and_nothing_is_shared_by_it(table: Table, opened: Opened):
    screen = table.end()
    for words in ("All questions", "Check my words", "Start again"):
        press(screen, words)

    assert said(screen) == ["You said nothing yet. That is fine."]
    assert table.went == [ToParts(), ToCheck(), ToTalkCard("before", 0)]
    assert opened.document.sharing.unshared() == ()


def test_starting_again_without_cards_goes_to_the_choice(table: Table, opened: Opened):
    opened.document.pick(["topics"])

    press(table.end(), "Start again")

    assert table.went == [ToTalk()]


def test_what_the_person_said_a_scribe_is_told_that_they_cannot_change(
    table: Table, opened: Opened, cast: Cast
):
    number = at(opened, FIRST)
    opened.document.talking.answer(deck(opened, "before")[number], TalkAnswer.YES)
    opened.document.take_pen(scribe(cast.sam, cast.priya))
    card, end = table.card(number), table.end()

    press(card, "No")
    press(end, "Take this away")

    for screen in (card, end):
        told = [one.words for one in screen.findChildren(Notice)]
        assert any("Sam Example" in words for words in told)
    assert table.went == []
    assert text_of(opened.document, FIRST) == "Time with my family"


def test_what_was_said_is_kept_on_leaving(table: Table, opened: Opened, cast: Cast):
    opened.document.take_pen(own(cast.sam))
    screen = table.card(at(opened, FIRST))
    press(screen, "Yes")
    screen.left()
    table.end().left()

    kept = opened.ward.store.drafts.of(opened.document.id, [cast.sam])

    assert [one.said.text.text for one in kept] == ["Time with my family"]
