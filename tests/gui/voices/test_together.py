"""Two named people, one after the other; an emergency; words that close again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.screens.emergency import Emergency, EmergencyScreen
from coprod_desktop.gui.screens.named_secret import NamedSecret, NamedSecretScreen
from coprod_desktop.gui.screens.opened_drafts import (
    DraftView,
    OpenedDraftsScreen,
    Reading,
)
from coprod_desktop.gui.secret_field import Secret, SecretAsked
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import OptionView
from coprod_desktop.gui.widgets.statement_card import CardView
from coprod_desktop.model.documents import Side
from coprod_desktop.model.people import PersonId, VoiceKind
from coprod_desktop.model.problem import Problem
from tests.gui.voices.conftest import Shown

Show = Callable[[Screen], Shown]
ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
CASEY, MORGAN, SAM = PersonId("casey"), PersonId("morgan"), PersonId("sam")
SECRETS: dict[str, Secret] = {CASEY: "four made up words", MORGAN: "271828"}


@dataclass
class Two:
    """What was proven, and by whom."""

    proven: list[object] = field(default_factory=list)

    def prove(self, person: PersonId, secret: Secret) -> object:
        """Take the one right secret of each."""
        if SECRETS[person] != secret:
            raise Problem("store.wrong_passphrase")
        self.proven.append(person)
        return "next"


def asked(person: PersonId) -> SecretAsked:
    kind = "pin" if person == MORGAN else "passphrase"
    return SecretAsked(kind, "Your passphrase")


@pytest.fixture
def two() -> Two:
    return Two()


def secret_screen(stage: Stage, two: Two, *people: str) -> NamedSecretScreen:
    options = tuple(OptionView(one, one.title(), "advocate") for one in people)
    named = NamedSecret(
        Side.OUTSIDE, "You help.", options, asked, two.prove, "back", "name people"
    )
    return NamedSecretScreen(stage, named)


def test_one_name_alone_need_not_be_chosen(show: Show, stage: Stage, two: Two):
    seen = show(secret_screen(stage, two, CASEY))

    seen.type("four made up words")
    seen.key(ENTER)

    assert two.proven == [CASEY]
    assert seen.went == ["next"]


def test_whoever_is_chosen_is_asked_for_the_secret_they_have(
    show: Show, stage: Stage, two: Two
):
    seen = show(secret_screen(stage, two, CASEY, MORGAN))
    seen.press("Go on")
    missing = seen.notice
    seen.press("Casey")
    seen.type("half a passph")

    seen.press("Morgan")
    seen.type("271828")
    seen.press("Go on")

    assert missing == "Please choose who you are first."
    assert two.proven == [MORGAN]
    assert seen.went == ["next"]


def test_a_wrong_secret_is_told_and_forgotten(show: Show, stage: Stage, two: Two):
    screen = secret_screen(stage, two, CASEY)
    seen = show(screen)
    seen.press("Go on")
    seen.type("not the one")

    seen.key(ENTER)

    assert seen.sees(stage.words.text("store.wrong_passphrase"))
    assert screen.field is not None
    assert screen.field.secret() is None
    assert seen.went == []


def test_where_nobody_is_named_it_leads_to_naming(show: Show, stage: Stage, two: Two):
    seen = show(secret_screen(stage, two))

    assert seen.notice == "Nobody from outside this ward is named yet."
    seen.press("Name people")
    seen.key(ESCAPE)

    assert seen.went == ["name people", "back"]


def test_no_secret_of_the_two_stays_on_the_screen(show: Show, stage: Stage, two: Two):
    screen = secret_screen(stage, two, CASEY)
    seen = show(screen)
    seen.type("four made up words")

    screen.left()
    secret_screen(stage, two).left()

    assert screen.field is not None
    assert screen.field.secret() is None


def emergency_screen(stage: Stage) -> EmergencyScreen:
    people = (OptionView(SAM, "Sam", "patient"),)
    return EmergencyScreen(
        stage, Emergency(people, "back", lambda who, why: (who, why), 30)
    )


def test_an_emergency_needs_a_person_and_a_reason(show: Show, stage: Stage):
    seen = show(emergency_screen(stage))
    seen.press("Go on")
    nobody = seen.notice
    seen.press("Sam")
    seen.press("Go on")
    no_reason = seen.sees("Please write why it is needed now.")
    seen.type("  We are afraid for Sam. ")

    seen.key(ENTER)

    assert nobody == "Please choose whose words first."
    assert no_reason
    assert seen.went == [(SAM, "We are afraid for Sam.")]


def test_an_emergency_says_beforehand_that_the_person_will_be_told(
    show: Show, stage: Stage
):
    seen = show(emergency_screen(stage))

    assert seen.sees("The person is told who, when and why, at their next sign-in.")
    assert seen.sees("The words can be read for 30 minutes. They stay as they are.")


@dataclass
class Clock:
    """How long words can still be read."""

    seconds: float = 1800
    closed: int = 0

    def close(self) -> None:
        """Close the words."""
        self.closed += 1


def reading(clock: Clock, *words: str) -> Reading:
    drafts = tuple(
        DraftView(
            "My care plan",
            "What helps?",
            CardView(VoiceKind.PATIENT, "S", "Sam’s words", words=one),
        )
        for one in words
    )
    return Reading("Sam", drafts, lambda: clock.seconds, clock.close, "who is here")


def all_words(screen: Screen) -> list[str]:
    return [one.text() for one in screen.findChildren(QLabel) if one.isVisible()]


def test_private_words_are_shown_with_the_time_that_is_left(show: Show, stage: Stage):
    clock = Clock()
    screen = OpenedDraftsScreen(stage, reading(clock, "I hide.", "At night."))
    seen = show(screen)

    assert screen.left_over.words == "This closes by itself in 30 minutes."
    assert seen.notice == "Sam will be told that you read this, and why."
    assert "Sam" not in screen.windowTitle()
    assert seen.sees("My care plan")
    clock.seconds = 31
    screen.look_again()
    assert screen.left_over.words == "This closes by itself in 40 seconds."


def test_the_words_go_by_themselves_when_the_time_is_over(show: Show, stage: Stage):
    clock = Clock()
    screen = OpenedDraftsScreen(stage, reading(clock, "canary words"))
    seen = show(screen)
    clock.seconds = 0

    screen.look_again()
    screen.look_again()
    QApplication.processEvents()

    assert not any("canary" in one for one in all_words(screen))
    assert seen.sees("The time is over. The words are closed again.")
    assert clock.closed == 1
    seen.press("Go on")
    assert seen.went == ["who is here"]


def test_words_can_be_closed_early_and_are_when_somebody_leaves(
    show: Show, stage: Stage
):
    clock = Clock()
    screen = OpenedDraftsScreen(stage, reading(clock, "I hide."))
    seen = show(screen)

    seen.press("Close them now")
    screen.left()

    assert seen.went == ["who is here"]
    assert clock.closed == 1


def test_having_no_private_words_is_said(show: Show, stage: Stage):
    seen = show(OpenedDraftsScreen(stage, reading(Clock())))

    assert seen.sees("There are no private words here now.")
