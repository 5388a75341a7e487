"""A board of letters and phrases types as a keyboard does, and tells no secret."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coprod_desktop.gui.gathering import Gathering
from coprod_desktop.gui.places import ToQuestion
from coprod_desktop.gui.scanning.letter_board import LetterBoardScreen
from coprod_desktop.gui.screens.open_ward import OpenWardScreen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.screens.who_is_here import WhoIsHereScreen
from coprod_desktop.gui.showing.cut_words import cut_words
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.authored_text import Mode
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.reading import AUTOMATIC
from tests.gui.scanning.conftest import Switch
from tests.workspace.wards import FORM, PASSPHRASE, QUESTION


def board(switch: Switch) -> LetterBoardScreen:
    return switch.visitor.on(LetterBoardScreen)


def spell(switch: Switch, words: str) -> None:
    """Write letter by letter, with the switch alone."""
    for sign in words:
        switch.choose("Space" if sign == " " else sign)


def open_the_ward(switch: Switch) -> None:
    switch.choose("Passphrase")
    spell(switch, PASSPHRASE)
    switch.choose("Done")
    switch.choose("Open the ward")
    switch.visitor.on(WhoIsHereScreen)


def at_a_question(switch: Switch) -> QuestionScreen:
    """Sam at a question, with the nurse who opened the ward."""
    session = switch.program.routes.session
    session.take_ward(
        session.doorway.open(session.doorway.keyring().doors[0].person_id, PASSPHRASE)
    )
    people = {one.name: one.id for one in session.ward.people.everyone}
    here = (people["Sam Example"], people["Priya Sample"])
    session.gather(Gathering(here[0], here))
    session.sit_down()
    session.open_form(FORM)
    switch.program.window.go(ToQuestion(QUESTION))
    switch.read_as(switch=AUTOMATIC)
    return switch.visitor.on(QuestionScreen)


def open_board(switch: Switch) -> LetterBoardScreen:
    editor = at_a_question(switch).cards.answer.box.editor
    switch.one.scanner.box_pressed.emit(editor)
    switch.visitor.settle()
    return board(switch)


def press(screen: LetterBoardScreen, *names: str) -> None:
    from coprod_desktop.gui.widgets.pressable import Pressable

    for name in names:
        found = [
            one
            for one in screen.findChildren(Pressable)
            if one.accessibleName() == name and one.isVisibleTo(screen)
        ]
        found[0].click()


def test_one_switch_alone_opens_the_ward(switch: Switch):
    switch.read_as(switch=AUTOMATIC)

    open_the_ward(switch)

    assert switch.program.routes.session.has_ward


def test_a_secret_is_neither_shown_nor_said(switch: Switch):
    switch.read_as(switch=AUTOMATIC)
    switch.choose("Passphrase")

    spell(switch, "qz")

    screen = board(switch)
    assert screen.shown.text() == "Signs so far: 2"
    assert "qz" not in switch.scanner.names
    switch.choose("Rub out")
    assert screen.shown.text() == "Signs so far: 1"


def test_what_is_typed_belongs_to_whoever_holds_the_pen(switch: Switch):
    screen = open_board(switch)

    press(screen, "h", "i", "New line", "I want", "Capital letters", "T", "Letters")
    press(screen, "e", "a", "Space", "Rub out")

    opened = switch.program.routes.session.opened
    assert opened is not None
    card = next(one for one in opened.document.cards(QUESTION) if one.can_write)
    assert card.said.text.text == "hi\nI want Tea"
    [run] = card.said.text.runs
    assert run.attribution.mode is Mode.TYPED
    assert run.attribution.voice == run.attribution.writer == card.voice
    assert screen.shown.text() == "hi\nI want Tea"


def test_a_word_is_rubbed_out_at_once(switch: Switch):
    screen = open_board(switch)
    press(screen, "I feel", "s", "a", "d", "Rub out a word")

    assert screen.shown.text() == "I feel "


def test_what_cannot_be_written_is_said_on_the_board(
    switch: Switch, monkeypatch: pytest.MonkeyPatch
):
    screen = open_board(switch)
    opened = switch.program.routes.session.opened
    assert opened is not None

    def full(*_: Any, **__: Any) -> None:
        raise Problem("store.disk_full")

    monkeypatch.setattr(type(opened.document.writing), "change", full)
    press(screen, "h")

    said = switch.visitor.words("board.refused")
    assert said in {one.text() for one in screen.findChildren(type(screen.shown))}


def test_done_returns_to_the_words_as_they_are(switch: Switch):
    screen = open_board(switch)
    press(screen, "a", "b")

    switch.choose("Done")
    below = switch.visitor.on(QuestionScreen)

    assert below.cards.answer.box.editor.words == "ab"


@pytest.mark.parametrize("language", ["en", "cy", "pl", "ar", "ur"])
def test_every_language_has_its_letters_and_those_of_passphrases(
    switch: Switch, language: str
):
    stage = switch.program.stage
    stage.tongue._words = read_catalogue(language)
    screen = LetterBoardScreen(
        stage, switch.visitor.on(OpenWardScreen).passphrase.field.box
    )

    signs = "".join(screen._signs().values())

    assert set("abcdefghijklmnopqrstuvwxyzABCXYZ0123456789*~$=-") <= set(signs)
    assert set(stage.words.text("board.alphabet")) <= {*signs}


@pytest.mark.parametrize("text_pt", [16, 32, 48])
def test_nothing_of_the_board_is_cut_off(switch: Switch, text_pt: int):
    switch.program.window.resize(1024, 600)
    screen = open_board(switch)
    switch.read_as(text_pt=text_pt)

    press(screen, "I want")

    assert cut_words(switch.program.window) == []


def test_a_keyboard_writes_on_below_it_no_more(switch: Switch):
    screen = open_board(switch)
    handle = switch.program.window.windowHandle()

    QTest.keyClick(handle, Qt.Key.Key_Q)

    assert screen.shown.text() == switch.visitor.words("board.nothing")
