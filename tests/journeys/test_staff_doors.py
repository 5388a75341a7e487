"""Staff see to who opens the ward, and to who is named."""

from __future__ import annotations

import pytest

from coprod_desktop.gui.screens.home import HomeScreen
from tests.journeys.hands import Hands, KeyHands, MouseHands
from tests.journeys.signing import PIN, PRIYA_S, WHO, SigningComputer

KIM_S, NEW_S = "three warm pebbles", "eleven paper boats"


@pytest.fixture
def at_openers(desk: SigningComputer) -> SigningComputer:
    """At the list of people who open the ward."""
    desk.press("What staff see to")
    desk.press("People who open this ward")
    return desk


def open_as(desk: SigningComputer, who: str, passphrase: str) -> None:
    """Lock, and open the ward as somebody."""
    desk.press("Finish and lock")
    desk.press("Close the ward")
    desk.press(who)
    desk.fill("Passphrase", passphrase)
    desk.press("Open the ward")


@pytest.mark.parametrize("hands", [MouseHands(), KeyHands()], ids=["mouse", "keys"])
def test_somebody_is_added_and_opens_the_ward(
    at_openers: SigningComputer, hands: Hands
):
    desk = at_openers
    desk.hands = hands
    desk.press("Add somebody")
    desk.fill("How do they like to be called?", "Kim")
    desk.press("Nurse")
    desk.fill("Job title", "Nurse")
    desk.fill("Passphrase", KIM_S)
    desk.fill("The same passphrase again", KIM_S)
    desk.press("Add")
    assert desk.sees("Kim, Nurse")

    open_as(desk, "Kim, Nurse", KIM_S)

    assert desk.heading == WHO
    assert desk.ward.opened_by.name == "Kim"


def test_a_passphrase_is_changed_and_only_the_new_one_opens(
    at_openers: SigningComputer,
):
    desk = at_openers
    desk.press("Change passphrase: Priya")
    desk.fill("Passphrase you have now", PRIYA_S)
    desk.fill("New passphrase", NEW_S)
    desk.fill("The same passphrase again", NEW_S)
    desk.press("Keep the new one")
    assert desk.heading == "People who open this ward"

    open_as(desk, "Priya, Nurse", PRIYA_S)
    refused = desk.sees(desk.words.text("store.wrong_passphrase"))
    desk.fill("Passphrase", NEW_S)
    desk.press("Open the ward")

    assert refused
    assert desk.heading == WHO


def test_a_door_is_closed_for_good_after_being_asked(at_openers: SigningComputer):
    desk = at_openers
    desk.press("Close their door: Robin")
    assert desk.sees("Everything Robin wrote stays, as it is.")
    desk.press("Keep it open")
    assert desk.sees("Can open the ward")

    desk.press("Close their door: Robin")
    desk.press("Close it for good")

    assert desk.sees("Does not open it any more. Their words stay.")
    assert not any("Robin" in one for one in desk.all_words() if ": Robin" in one)
    desk.press("Finish and lock")
    desk.press("Close the ward")
    assert not desk.sees("Robin")


def test_whoever_has_the_ward_open_cannot_close_their_own_door(
    at_openers: SigningComputer,
):
    assert at_openers.sees("Has opened the ward now")
    assert "Close their door: Priya" not in at_openers.all_words()


def test_a_member_of_staff_without_a_passphrase_is_given_one(
    desk: SigningComputer,
):
    desk.press("Add staff")
    desk.press("Doctor")
    desk.fill("How do they like to be called?", "Lee")
    desk.press("Add")
    desk.press("Not now")
    desk.press("What staff see to")
    desk.press("People who open this ward")
    assert desk.sees("Has no passphrase yet")

    desk.press("Give a passphrase: Lee")
    desk.fill("Passphrase", KIM_S)
    desk.fill("The same passphrase again", KIM_S)
    desk.press("Keep this passphrase")

    assert desk.heading == "People who open this ward"
    assert not desk.sees("Has no passphrase yet")


def test_somebody_from_outside_is_added_chooses_a_passphrase_and_is_named(
    desk: SigningComputer,
):
    desk.press("What staff see to")
    desk.press("Two named people")
    desk.press("Name somebody from outside")
    desk.press("Add somebody from outside")
    desk.fill("How do they like to be called?", "Ash")
    desk.fill("What are they?", "Head of advocacy")
    desk.press("Add")
    desk.fill("Passphrase", KIM_S)
    desk.fill("The same passphrase again", KIM_S)
    desk.press("Keep this passphrase")

    assert desk.heading == "Two named people"
    assert desk.sees("Ash, Head of advocacy")
    desk.press("Name no longer: Ash")
    assert not desk.sees("Ash, Head of advocacy")


def test_somebody_of_the_ward_is_named_once_they_have_opened_it(
    desk: SigningComputer,
):
    people = desk.people
    desk.ward.voices.sign_in_with_passphrase(people.robin, "nine green lanterns")
    desk.ward.voices.close(people.robin)
    desk.press("What staff see to")
    desk.press("Two named people")
    desk.press("Name somebody from this ward")
    desk.press("Robin, Doctor")
    desk.press("Name this person")

    assert desk.heading == "Two named people"
    assert desk.sees("Robin, Doctor")


def test_a_ward_may_choose_four_figures_and_older_pins_still_open(
    desk: SigningComputer,
):
    desk.give_sam_a_pin()
    desk.press("What staff see to")
    desk.press("How long a PIN is")
    desk.press("4 figures")
    desk.press("Keep this")
    desk.press("Back")
    desk.press("Go on")
    desk.sign_in(PIN)
    assert isinstance(desk.screen, HomeScreen)
    desk.press("Back")

    desk.press("Change how I sign in: Sam")
    desk.press("A PIN")
    for _ in range(2):
        desk.type_pin("2719")
        desk.press("Go on")
    desk.press("Sign out: Sam")
    desk.press("Go on")
    desk.sign_in("2719")

    assert isinstance(desk.screen, HomeScreen)
