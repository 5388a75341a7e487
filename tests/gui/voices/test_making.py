"""Choosing a way to sign in: a PIN twice, or pictures, looked at and found again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.content.own_pictures import PAGES
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.screens.choose_sign_in import ChooseSignInScreen, SignInWays
from coprod_desktop.gui.screens.make_pictures import (
    MakePicturesScreen,
    PicturesMaking,
)
from coprod_desktop.gui.screens.make_pin import MakePinScreen, PinMaking
from coprod_desktop.gui.screens.voice_news import ToldThing, VoiceNewsScreen
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.picture_rounds import PictureRounds
from coprod_desktop.model.problem import Problem
from tests.gui.voices.conftest import MINE, Shown

Show = Callable[[Screen], Shown]
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape


@dataclass
class Keeping:
    """What was kept, or why it cannot be."""

    kept: list[object] = field(default_factory=list)
    trouble: str = ""

    def keep(self, secret: object) -> None:
        """Keep a secret."""
        if self.trouble:
            raise Problem(self.trouble)
        self.kept.append(secret)


@pytest.fixture
def keeping() -> Keeping:
    return Keeping()


def pin_screen(stage: Stage, keeping: Keeping) -> MakePinScreen:
    making = PinMaking("Sam Example", 6, "ways", keeping.keep, lambda: "home")
    return MakePinScreen(stage, making)


def pictures_screen(stage: Stage, keeping: Keeping) -> MakePicturesScreen:
    making = PicturesMaking("Sam Example", PAGES, "ways", keeping.keep, lambda: "home")
    return MakePicturesScreen(stage, making)


def test_a_pin_is_typed_twice_by_keys_alone(show: Show, stage: Stage, keeping: Keeping):
    seen = show(pin_screen(stage, keeping))

    seen.type("271828")
    seen.key(ENTER)
    assert seen.sees("The same PIN once more")
    seen.type("271828")
    seen.key(ENTER)

    assert keeping.kept == ["271828"]
    assert seen.went == ["home"]


def test_an_easy_pin_is_refused_before_it_is_typed_again(
    show: Show, stage: Stage, keeping: Keeping
):
    seen = show(pin_screen(stage, keeping))
    seen.type("123456")

    seen.key(ENTER)

    assert seen.sees(stage.words.text("problem.pin_easy"))
    assert seen.sees("Your new PIN")
    assert seen.focus().accessibleName() == "Your new PIN: 0 of 6"


def test_two_different_pins_begin_again(show: Show, stage: Stage, keeping: Keeping):
    seen = show(pin_screen(stage, keeping))
    seen.type("271828")
    seen.press("Go on")

    seen.type("271829")
    seen.press("Go on")

    assert seen.sees("The two were not the same. Please start again.")
    assert seen.focus().accessibleName() == "Your new PIN: 0 of 6"
    assert keeping.kept == []


def test_going_on_too_early_says_how_many_figures(
    show: Show, stage: Stage, keeping: Keeping
):
    seen = show(pin_screen(stage, keeping))
    seen.type("27")

    seen.press("Go on")

    assert seen.sees("Your PIN has 6 figures. Please type the rest.")


def test_back_goes_to_the_first_time_and_then_to_the_ways(
    show: Show, stage: Stage, keeping: Keeping
):
    seen = show(pin_screen(stage, keeping))
    seen.type("271828")
    seen.key(ENTER)

    seen.key(ESCAPE)
    first = seen.focus().accessibleName()
    seen.key(ESCAPE)

    assert first == "Your new PIN: 0 of 6"
    assert seen.went == ["ways"]


def test_a_pin_that_cannot_be_kept_is_told(show: Show, stage: Stage, keeping: Keeping):
    keeping.trouble = "store.disk_full"
    seen = show(pin_screen(stage, keeping))
    for _ in range(2):
        seen.type("271828")
        seen.key(ENTER)

    assert seen.notice == stage.words.text("store.disk_full")
    assert seen.went == []


def test_no_pin_stays_behind(show: Show, stage: Stage, keeping: Keeping):
    screen = pin_screen(stage, keeping)
    seen = show(screen)
    seen.type("271828")
    seen.key(ENTER)
    seen.type("27")

    screen.left()

    assert screen.once.pin() == screen.again.pin() == ""
    assert screen.pad is screen.once


def test_pictures_are_chosen_looked_at_and_found_again(
    show: Show, stage: Stage, keeping: Keeping
):
    seen = show(pictures_screen(stage, keeping))
    seen.pick(*MINE)
    assert seen.sees("These are your pictures.")
    assert all(
        seen.sees(one) for one in ("The moon", "A cat", "A slice of cake", "A bus")
    )
    assert seen.focus().accessibleName() == "Find them again"

    seen.key(Qt.Key.Key_Space)
    seen.pick(*MINE)

    assert keeping.kept == [MINE]
    assert seen.went == ["home"]


def test_other_pictures_lead_back_to_looking(
    show: Show, stage: Stage, keeping: Keeping
):
    seen = show(pictures_screen(stage, keeping))
    seen.pick(*MINE)
    seen.press("Find them again")

    seen.pick("dog", *MINE[1:])

    assert seen.notice == "Those were not the same four. Please look at them again."
    assert seen.sees("The moon")
    assert keeping.kept == []


def test_back_goes_one_step_back_while_pictures_are_chosen(
    show: Show, stage: Stage, keeping: Keeping
):
    seen = show(pictures_screen(stage, keeping))
    seen.pick(*MINE)
    seen.press("Find them again")

    seen.key(ESCAPE)
    looked = seen.sees("The moon")
    seen.key(ESCAPE)
    chose = seen.sees("Page 1 of 4")
    seen.key(ESCAPE)

    assert looked
    assert chose
    assert seen.went == ["ways"]


def test_other_pictures_can_be_chosen_after_looking(
    show: Show, stage: Stage, keeping: Keeping
):
    others = ("dog", "bread", "boat", "fish")
    seen = show(pictures_screen(stage, keeping))
    seen.pick(*MINE)
    seen.key(ESCAPE)
    seen.pick(*others)
    assert not seen.sees("The moon")
    seen.press("Find them again")

    seen.pick(*others)

    assert keeping.kept == [others]


def test_pictures_that_cannot_be_kept_are_told(
    show: Show, stage: Stage, keeping: Keeping
):
    keeping.trouble = "store.disk_full"
    seen = show(pictures_screen(stage, keeping))
    seen.pick(*MINE)
    seen.press("Find them again")
    seen.pick(*MINE)

    assert seen.notice == stage.words.text("store.disk_full")
    assert seen.went == []


def test_no_pictures_stay_behind(show: Show, stage: Stage, keeping: Keeping):
    screen = pictures_screen(stage, keeping)
    seen = show(screen)
    seen.pick(*MINE)

    screen.left()

    found = screen.findChildren(PictureRounds)
    assert [one.picked() for one in found] == [(), ()]


def test_a_way_is_chosen_or_put_off(show: Show, stage: Stage):
    ways = SignInWays("Sam Example", "pin", "pictures", lambda: "later", 4)
    seen = show(ChooseSignInScreen(stage, ways))

    seen.press("A PIN")
    seen.press("My own pictures")
    seen.press("Not now")

    assert seen.went == ["pin", "pictures", "later"]
    assert seen.button("A PIN").accessibleDescription().startswith("4 figures")


def test_choosing_says_what_an_emergency_means_before_anything_is_written(
    show: Show, stage: Stage
):
    ways = SignInWays("Sam Example", "pin", "pictures", lambda: "later")
    seen = show(ChooseSignInScreen(stage, ways))

    assert seen.sees(
        "In an emergency two named people can read private words. You would be told."
    )


def test_what_happened_is_shown_in_full_with_the_words_of_whoever_did_it(
    show: Show, stage: Stage
):
    told = (
        ToldThing(
            "Your private words were opened",
            (("Priya and Casey read them together.", "people"),),
            "We were afraid for <b>Sam</b>.",
        ),
        ToldThing("You have a new PIN", (("Your earlier words stay.", "safe"),)),
    )
    seen = show(VoiceNewsScreen(stage, told, lambda: "home"))

    assert seen.sees("Priya and Casey read them together.")
    assert seen.sees("We were afraid for <b>Sam</b>.")
    assert seen.sees("Your earlier words stay.")
    seen.key(ESCAPE)
    assert seen.went == []
    seen.press("I have read this")
    assert seen.went == ["home"]


def test_what_cannot_be_remembered_as_read_is_shown_again(show: Show, stage: Stage):
    def fail() -> object:
        raise Problem("store.disk_full")

    told = (ToldThing("You have a new PIN", ()),)
    seen = show(VoiceNewsScreen(stage, told, fail))

    seen.press("I have read this")

    assert seen.notice == stage.words.text("store.disk_full")
    assert seen.went == []
