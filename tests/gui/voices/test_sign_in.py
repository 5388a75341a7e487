"""Signing in: right and wrong secrets, waits, a closed door, and ways round it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.gui.how_long import how_long
from coprod_desktop.gui.screens.sign_in import WAIT, SignIn, SignInScreen
from coprod_desktop.gui.secret_field import PicturesField, PinField, WordsField
from coprod_desktop.gui.stage import Stage
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.model.problem import Problem
from tests.gui.voices.conftest import MINE, FakeDoor, Shown

Show = Callable[[SignInScreen], Shown]


def sign_in(door: FakeDoor) -> SignIn:
    return SignIn(
        "Sam Example",
        lambda: door,
        door.open,
        lambda told: ("home", told),
        lambda: "with staff",
        "two people",
    )


@pytest.fixture
def door() -> FakeDoor:
    return FakeDoor()


def shown(show: Show, stage: Stage, door: FakeDoor) -> Shown:
    return show(SignInScreen(stage, sign_in(door)))


def test_the_right_pin_typed_on_the_keyboard_opens(
    show: Show, stage: Stage, door: FakeDoor
):
    seen = shown(show, stage, door)

    seen.type("271828")
    seen.key(Qt.Key.Key_Return)

    assert seen.went == [("home", "opened")]
    assert door.tried == ["271828"]


def test_the_window_s_title_names_nobody_and_the_screen_does(
    show: Show, stage: Stage, door: FakeDoor
):
    seen = shown(show, stage, door)

    assert "Sam" not in seen.screen.windowTitle()
    assert seen.sees("Sam Example")


def test_a_wrong_pin_is_told_calmly_with_the_tries_that_are_left(
    show: Show, stage: Stage, door: FakeDoor
):
    seen = shown(show, stage, door)
    seen.type("111111")

    seen.press("Sign in")

    screen = seen.screen
    assert isinstance(screen, SignInScreen)
    assert isinstance(screen.field, PinField)
    said = screen.field.pad.dots.accessibleDescription()
    assert "Tries left: 9." in said
    assert seen.sees(said)
    assert screen.field.pad.pin() == ""
    assert screen.field.pad.dots.hasFocus()
    assert seen.went == []


def test_too_few_figures_are_no_try(show: Show, stage: Stage, door: FakeDoor):
    seen = shown(show, stage, door)
    seen.type("27")

    seen.press("Sign in")

    assert door.tried == []
    assert seen.sees("Your PIN has 6 figures. Please type the rest.")


def test_while_somebody_must_wait_nothing_can_be_tried_but_staff_can_write(
    show: Show, stage: Stage, door: FakeDoor
):
    door.wait_s = 29
    seen = shown(show, stage, door)
    screen = seen.screen
    assert isinstance(screen, SignInScreen)

    assert screen.status.words == "Please wait 30 seconds. Then you can try again."
    assert not screen.field.isEnabled()
    assert not seen.button("Sign in").isEnabled()
    seen.press("Write with staff instead")
    assert seen.went == ["with staff"]


def test_when_the_wait_is_over_the_pad_is_ready(
    show: Show, stage: Stage, door: FakeDoor
):
    door.wait_s = 120
    seen = shown(show, stage, door)
    screen = seen.screen
    assert isinstance(screen, SignInScreen)
    door.wait_s = 0

    screen.look_again()
    seen.rest()

    assert screen.status.words == "You can try again now."
    assert screen.field.isEnabled()
    assert seen.button("Sign in").isEnabled()


def test_a_wrong_try_that_brings_a_wait_says_how_long(
    show: Show, stage: Stage, door: FakeDoor
):
    seen = shown(show, stage, door)
    screen = seen.screen
    assert isinstance(screen, SignInScreen)
    seen.type("111111")
    door.wait_s = 60
    seen.key(Qt.Key.Key_Return)

    assert screen.status.words == "Please wait 1 minute. Then you can try again."
    assert not screen.field.isEnabled()


def test_after_ten_wrong_tries_two_people_are_asked_and_words_are_safe(
    show: Show, stage: Stage, door: FakeDoor
):
    door.is_closed, door.tries_left = True, 0
    seen = shown(show, stage, door)

    assert seen.sees("Your words are safe. Nothing was lost.")
    assert not seen.sees("Your PIN")
    seen.press("Ask two people to help")
    seen.press("Write with staff instead")

    assert seen.went == ["two people", "with staff"]


def test_whoever_forgot_their_pin_finds_the_way_at_once(
    show: Show, stage: Stage, door: FakeDoor
):
    seen = shown(show, stage, door)

    seen.press("I forgot my PIN")

    assert seen.went == ["two people"]


def test_own_pictures_open_too_and_the_last_one_leads_to_the_main_action(
    show: Show, stage: Stage, door: FakeDoor
):
    door.kind, door.secret = "pictures", MINE
    seen = shown(show, stage, door)
    seen.press("Sign in")
    assert seen.sees("Please pick one picture on each page.")

    seen.pick(*MINE)
    assert seen.focus().accessibleName() == "Sign in"
    seen.key(Qt.Key.Key_Space)

    assert door.tried == [MINE]
    assert seen.went == [("home", "opened")]


def test_wrong_pictures_begin_again_on_the_first_page(
    show: Show, stage: Stage, door: FakeDoor
):
    door.kind, door.secret = "pictures", MINE
    seen = shown(show, stage, door)
    screen = seen.screen
    assert isinstance(screen, SignInScreen)
    seen.pick("dog", *MINE[1:])

    seen.press("Sign in")

    assert isinstance(screen.field, PicturesField)
    assert screen.field.rounds.status.words == "Page 1 of 4"
    assert screen.field.rounds.pictures()[0].hasFocus()


def test_somebody_from_outside_the_ward_signs_in_with_a_passphrase(
    show: Show, stage: Stage, door: FakeDoor
):
    door.kind, door.secret = "staff", "four made up words"
    seen = shown(show, stage, door)
    screen = seen.screen
    assert isinstance(screen, SignInScreen)
    seen.press("Sign in")
    assert seen.sees("Please type your passphrase.")

    seen.type("four made up words")
    seen.key(Qt.Key.Key_Return)

    assert isinstance(screen.field, WordsField)
    assert seen.went == [("home", "opened")]


@pytest.mark.parametrize("kind", ["pin", "pictures", "passphrase"])
def test_no_secret_stays_behind(show: Show, stage: Stage, door: FakeDoor, kind: str):
    door.kind = kind
    seen = shown(show, stage, door)
    screen = seen.screen
    assert isinstance(screen, SignInScreen)
    if kind == "pictures":
        seen.pick(*MINE)
    else:
        seen.type("271828")
    given = screen.field.secret()

    screen.left()

    assert given
    assert screen.field.secret() is None


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0.2, "10 seconds"),
        (10, "10 seconds"),
        (10.1, "20 seconds"),
        (50, "50 seconds"),
        (51, "1 minute"),
        (61, "2 minutes"),
        (900, "15 minutes"),
    ],
)
def test_a_wait_is_told_in_round_words_and_never_too_short(seconds: float, said: str):
    words = how_long(read_catalogue("en"), WAIT, seconds)

    assert f"wait {said}." in words


def test_trouble_with_the_disk_is_told_and_is_no_wrong_pin(
    show: Show, stage: Stage, door: FakeDoor
):
    def fail(_: object) -> object:
        raise Problem("store.disk_full")

    door.open = fail  # type: ignore[assignment]
    seen = shown(show, stage, door)
    seen.type("271828")

    seen.key(Qt.Key.Key_Return)

    assert seen.sees(stage.words.text("store.disk_full"))
    assert not seen.sees("Tries left")
    assert seen.went == []
