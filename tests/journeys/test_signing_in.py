"""Signing in with a PIN or with pictures, wrong tries, and ways without."""

from __future__ import annotations

import pytest

from coprod_desktop.gui.screens.home import HomeScreen
from coprod_desktop.gui.screens.sign_in import SignInScreen
from coprod_desktop.gui.screens.voice_news import VoiceNewsScreen
from coprod_desktop.gui.screens.who_is_here import WhoIsHereScreen
from tests.journeys.hands import Hands, KeyHands, MouseHands
from tests.journeys.signing import (
    MINE,
    MORGAN_S,
    OTHER_PIN,
    PIN,
    PRIYA_S,
    WHO,
    WRONG_PIN,
    SigningComputer,
)
from tests.journeys.stories import open_form

BOTH_HANDS = pytest.mark.parametrize(
    "hands", [MouseHands(), KeyHands()], ids=["mouse", "keys"]
)


@BOTH_HANDS
def test_sam_makes_a_pin_and_signs_in_with_it_the_next_day(
    desk: SigningComputer, hands: Hands
):
    desk.hands = hands
    assert desk.sees("Sam has no sign-in of their own.")
    desk.press("Choose a way to sign in: Sam")
    desk.press("A PIN")
    for _ in range(2):
        desk.type_pin(PIN)
        desk.press("Go on")
    assert desk.sees("Sam has signed in.")

    desk.press("Finish and lock")
    desk.come_in()
    assert desk.sees("Sam has not signed in yet.")
    desk.press("Go on")
    desk.sign_in(PIN)

    assert isinstance(desk.screen, HomeScreen)
    open_form(desk, "My care plan")
    desk.write("Only I can write this as Sam.")
    desk.press("Next")
    assert desk.ward.voices.is_open(desk.people.sam)


@BOTH_HANDS
def test_sam_chooses_pictures_and_finds_them_again(desk: SigningComputer, hands: Hands):
    desk.hands = hands
    desk.press("Choose a way to sign in: Sam")
    desk.press("My own pictures")
    desk.pick_pictures(*MINE)
    desk.press("Find them again")
    desk.pick_pictures(*MINE)
    assert desk.heading == WHO
    desk.press("Sign out: Sam")
    desk.press("Go on")
    desk.pick_pictures(*MINE)

    desk.press("Sign in")

    assert isinstance(desk.screen, HomeScreen)


def test_wrong_tries_bring_a_wait_and_staff_can_write_all_the_while(
    desk: SigningComputer,
):
    desk.give_sam_a_pin()
    desk.press("Go on")
    for _ in range(5):
        desk.sign_in(WRONG_PIN)
    waiting = desk.screen
    assert isinstance(waiting, SignInScreen)
    assert waiting.status.words == "Please wait 30 seconds. Then you can try again."
    desk.press("Write with staff instead")
    assert desk.notice == "Please tick the member of staff who writes with you."
    desk.tick("Priya, Nurse")
    desk.press("Go on")
    assert isinstance(desk.screen, HomeScreen)
    desk.press("Back")
    desk.press("Sign in: Sam")
    assert desk.sees("Please wait 30 seconds.")

    desk.let_pass(30)
    assert desk.sees("You can try again now.")
    desk.sign_in(PIN)

    assert isinstance(desk.screen, WhoIsHereScreen)
    assert desk.sees("Sam has signed in.")


def test_ten_wrong_tries_close_the_sign_in_and_nothing_is_lost(desk: SigningComputer):
    desk.give_sam_a_pin()
    desk.go_to_who_is_here(desk.people.priya)
    desk.press("Go on")
    for _ in range(10):
        desk.let_pass(15 * 60)
        desk.sign_in(WRONG_PIN)

    assert desk.sees("There were ten wrong tries. This sign-in is closed for now.")
    assert desk.sees("Your words are safe. Nothing was lost.")
    assert not desk.sees("Your PIN")
    desk.press("Write with staff instead")
    open_form(desk, "My care plan")
    assert all(one.writer.id != desk.people.sam for one in desk.opened.document.pens())


def test_whoever_writes_with_staff_instead_is_not_asked_again_that_day(
    desk: SigningComputer,
):
    desk.give_sam_a_pin()
    desk.go_to_who_is_here(desk.people.priya)
    desk.press("Go on")
    desk.press("Write with staff instead")
    desk.press("Back")
    desk.press("Go on")

    assert isinstance(desk.screen, HomeScreen)
    open_form(desk, "My care plan")
    pens = desk.opened.document.pens()
    assert {one.writer.name for one in pens} == {"Priya"}
    assert {one.voice.name for one in pens} == {"Priya", "Sam"}


def test_choosing_can_be_put_off(desk: SigningComputer):
    desk.press("Not now: Sam")
    assert not desk.sees("Sam has no sign-in of their own.")

    desk.press("Go on")

    assert isinstance(desk.screen, HomeScreen)


def test_a_pin_can_be_put_off_on_its_own_screen_too(desk: SigningComputer):
    desk.press("Choose a way to sign in: Sam")

    desk.press("Not now")

    assert desk.heading == WHO
    assert not desk.sees("Sam has no sign-in of their own.")


def test_sam_chooses_another_way_to_sign_in(desk: SigningComputer):
    desk.give_sam_a_pin()
    desk.press("Sign in: Sam")
    desk.sign_in(PIN)
    desk.press("Change how I sign in: Sam")
    desk.press("A PIN")
    for _ in range(2):
        desk.type_pin(OTHER_PIN)
        desk.press("Go on")
    desk.press("Sign out: Sam")
    desk.press("Go on")

    desk.sign_in(OTHER_PIN)

    assert isinstance(desk.screen, HomeScreen)


def test_whoever_is_not_in_the_room_any_more_is_signed_out(desk: SigningComputer):
    desk.give_sam_a_pin()
    desk.press("Go on")
    desk.sign_in(PIN)
    desk.press("Back")

    desk.tick("Sam")
    desk.tick("Priya, Nurse")
    desk.press("Go on")

    assert isinstance(desk.screen, HomeScreen)
    assert not desk.ward.voices.is_open(desk.people.sam)
    assert desk.ward.voices.is_open(desk.people.priya)


def test_other_staff_sign_in_with_their_passphrase_or_go_on_without(
    desk: SigningComputer,
):
    desk.ward.voices.sign_in_with_passphrase(desk.people.robin, "nine green lanterns")
    desk.ward.voices.close(desk.people.robin)
    desk.go_to_who_is_here(desk.people.robin)
    desk.press("Go on")
    assert desk.heading == "Sign in as yourself"

    desk.press("Go on without")

    assert isinstance(desk.screen, HomeScreen)
    desk.press("Back")
    desk.press("Sign in: Robin")
    desk.fill("Your passphrase", "nine green lanterns")
    desk.press("Sign in")
    assert desk.sees("Robin has signed in.")


@BOTH_HANDS
def test_sam_goes_on_alone_from_the_lock_screen(desk: SigningComputer, hands: Hands):
    desk.hands = hands
    desk.give_sam_a_pin()
    desk.press("Finish and lock")
    desk.press("I have my own sign-in")
    desk.press("Sam")
    desk.sign_in(PIN)

    assert isinstance(desk.screen, HomeScreen)
    open_form(desk, "My care plan")
    desk.write("Nobody sat beside me.")
    pens = desk.opened.document.pens()
    assert {one.writer.name for one in pens} == {"Sam"}


def test_sam_who_comes_alone_is_told_first_what_was_done(desk: SigningComputer):
    desk.give_sam_a_pin()
    people = desk.people
    desk.ward.guardians.open_drafts(
        *(people.sam, people.priya, PRIYA_S, people.morgan, MORGAN_S),
        "We feared for Sam.",
    )
    desk.press("Finish and lock")
    desk.press("I have my own sign-in")
    desk.press("Sam")
    desk.sign_in(PIN)

    assert isinstance(desk.screen, VoiceNewsScreen)
    assert desk.sees("We feared for Sam.")
    desk.press("I have read this")
    assert isinstance(desk.screen, HomeScreen)
    assert not desk.sees("Alex")


def test_whoever_has_forgotten_at_the_lock_screen_asks_staff_to_come(
    desk: SigningComputer,
):
    desk.give_sam_a_pin()
    desk.press("Finish and lock")
    desk.press("I have my own sign-in")
    assert not desk.sees("Morgan")
    desk.press("Sam")

    desk.press("I forgot my PIN")

    assert desk.sees("Priya, Nurse")
    assert not desk.sees("Alex")
