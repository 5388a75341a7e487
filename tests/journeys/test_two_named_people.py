"""A forgotten PIN, and private words in an emergency: each takes two named people."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPlainTextEdit

from coprod_desktop.gui.screens.home import HomeScreen
from coprod_desktop.gui.screens.named_secret import NamedSecretScreen
from coprod_desktop.gui.screens.opened_drafts import OpenedDraftsScreen
from coprod_desktop.gui.screens.voice_news import VoiceNewsScreen
from coprod_desktop.model.authored_text import Attribution, Mode
from coprod_desktop.model.change import Change
from tests.journeys.hands import Hands, KeyHands, MouseHands
from tests.journeys.signing import (
    MORGAN_S,
    OTHER_PIN,
    PIN,
    PRIYA_S,
    WHO,
    SigningComputer,
)

PRIVATE = "I hide my tablets because they make me shake."
REASON = "Sam has gone and we fear for them."


def write_privately(desk: SigningComputer) -> None:
    """Let Sam, signed in, have a private draft."""
    sam, voices = desk.people.sam, desk.ward.voices
    voices.sign_in_with_pin(sam, PIN)
    document = desk.ward.sit_down(sam).open("care-plan")
    document.take_pen(Attribution(sam, sam, Mode.TYPED))
    document.writing.change("helps", Change(0, 0, PRIVATE))
    document.close()
    voices.close(sam)


def two_give_their_secrets(desk: SigningComputer) -> None:
    """Let Priya and then Morgan give their passphrase."""
    assert desk.heading == "First, somebody named from this ward"
    desk.fill("Your passphrase", PRIYA_S)
    desk.press("Go on")
    assert desk.heading == "Now somebody named from outside"
    desk.fill("Your passphrase", MORGAN_S)
    desk.press("Go on")


@pytest.fixture
def with_words(desk: SigningComputer) -> SigningComputer:
    """Sam has a PIN and private words, and is signed out."""
    desk.give_sam_a_pin()
    write_privately(desk)
    return desk


@pytest.mark.parametrize("hands", [MouseHands(), KeyHands()], ids=["mouse", "keys"])
def test_a_forgotten_pin_is_made_new_and_private_words_are_still_there(
    with_words: SigningComputer, hands: Hands
):
    desk = with_words
    desk.hands = hands
    desk.press("Go on")
    desk.press("I forgot my PIN")
    two_give_their_secrets(desk)
    desk.press("A PIN")
    for _ in range(2):
        desk.type_pin(OTHER_PIN)
        desk.press("Go on")
    assert desk.sees("Your private words came back too.")
    desk.press("Sign in now")
    desk.sign_in(OTHER_PIN)

    assert isinstance(desk.screen, VoiceNewsScreen)
    assert desk.sees("Priya and Morgan helped you to make it on")
    desk.press("I have read this")
    assert isinstance(desk.screen, HomeScreen)
    desk.press("My care plan")
    desk.press(desk.opened.prompt("helps"))
    assert desk.box.words == PRIVATE


def test_a_wrong_passphrase_of_one_of_the_two_ends_it_there(
    with_words: SigningComputer,
):
    desk = with_words
    desk.press("Go on")
    desk.press("I forgot my PIN")
    desk.fill("Your passphrase", "not the passphrase")
    desk.press("Go on")

    assert isinstance(desk.screen, NamedSecretScreen)
    assert desk.heading == "First, somebody named from this ward"
    assert desk.sees(desk.words.text("store.wrong_passphrase"))


def test_what_the_two_gave_is_forgotten_when_they_leave(with_words: SigningComputer):
    desk = with_words
    desk.press("Go on")
    desk.press("I forgot my PIN")
    two_give_their_secrets(desk)
    routes = desk.program.routes.rooms

    desk.go_to_who_is_here()

    assert routes._together is None
    assert not desk.ward.voices.is_open(desk.people.morgan)


def test_without_a_named_person_of_each_side_nothing_is_opened(
    with_words: SigningComputer,
):
    desk = with_words
    desk.ward.guardians.end(desk.people.morgan)
    desk.press("Go on")
    desk.press("I forgot my PIN")
    desk.fill("Your passphrase", PRIYA_S)
    desk.press("Go on")

    assert desk.notice == "Nobody from outside this ward is named yet."
    desk.press("Name people")
    assert desk.heading == "Two named people"


def ask_in_an_emergency(desk: SigningComputer) -> None:
    """Say whose words, and why, and come to the two."""
    desk.press("What staff see to")
    desk.press("Open private words in an emergency")
    desk.press("Sam")
    desk.fill("Why is it needed now?", REASON)
    desk.press("Go on")


@pytest.mark.parametrize("hands", [MouseHands(), KeyHands()], ids=["mouse", "keys"])
def test_two_read_private_words_in_an_emergency_and_sam_is_told_who_and_why(
    with_words: SigningComputer, hands: Hands
):
    desk = with_words
    desk.hands = hands
    ask_in_an_emergency(desk)
    two_give_their_secrets(desk)
    assert isinstance(desk.screen, OpenedDraftsScreen)
    assert desk.card("Sam’s words").view.words == PRIVATE
    assert desk.sees("Sam will be told that you read this, and why.")
    assert desk.screen.findChildren(QPlainTextEdit) == []
    desk.press("Close them now")
    assert desk.heading == WHO

    desk.press("Sign in: Sam")
    desk.sign_in(PIN)

    assert isinstance(desk.screen, VoiceNewsScreen)
    assert desk.sees("Priya and Morgan read them together on")
    assert desk.sees(REASON)
    desk.press("I have read this")
    desk.press("Go on")
    assert isinstance(desk.screen, HomeScreen)


def test_opened_words_close_by_themselves(with_words: SigningComputer):
    desk = with_words
    desk.let_pass(0)
    ask_in_an_emergency(desk)
    two_give_their_secrets(desk)
    assert desk.sees("This closes by itself in 30 minutes.")

    desk.let_pass(29 * 60)
    nearly = desk.sees("This closes by itself in 1 minute.")
    desk.let_pass(60)

    assert nearly
    assert desk.sees("The time is over. The words are closed again.")
    assert not desk.sees(PRIVATE)
    desk.press("Go on")
    assert desk.heading == WHO
