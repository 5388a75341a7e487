"""Who opens the ward and who is named: lists, adding, closing, changing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.screens.add_opener import AddOpenerScreen
from coprod_desktop.gui.screens.add_outside import AddOutsideScreen
from coprod_desktop.gui.screens.change_passphrase import ChangePassphraseScreen
from coprod_desktop.gui.screens.close_door import CloseDoorScreen
from coprod_desktop.gui.screens.let_open import LetOpenScreen
from coprod_desktop.gui.screens.name_person import NamePersonScreen, Naming
from coprod_desktop.gui.screens.named_people import (
    NamedPeopleScreen,
    NamedSides,
    NamedView,
)
from coprod_desktop.gui.screens.openers import OpenersScreen, OpenerView
from coprod_desktop.gui.screens.pin_length import PinLength, PinLengthScreen
from coprod_desktop.gui.screens.staff import StaffScreen, StaffTask
from coprod_desktop.gui.staff_places import (
    ToAddOpener,
    ToAddOutside,
    ToChangePassphrase,
    ToCloseDoor,
    ToNamedPeople,
    ToNamePerson,
    ToOpeners,
    ToStaff,
)
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.choice_grid import OptionView
from coprod_desktop.gui.widgets.tile import TileView
from coprod_desktop.model.documents import Side
from coprod_desktop.model.people import PersonId, Role
from coprod_desktop.model.problem import Problem
from tests.gui.voices.conftest import Shown

Show = Callable[[Screen], Shown]
ENTER = Qt.Key.Key_Return
PRIYA, ROBIN, CASEY = PersonId("priya"), PersonId("robin"), PersonId("casey")
LONG = "four made up words"


@dataclass
class Ward:
    """Takes what it is asked for, or says why not."""

    asked: list[object] = field(default_factory=list)
    trouble: str = ""

    def take(self, *given: object) -> object:
        """Take what was asked for."""
        if self.trouble:
            raise Problem(self.trouble)
        self.asked.append(given)
        return "taken"

    def accept(self, *given: object) -> None:
        """Take what was asked for, and answer nothing."""
        self.take(*given)


@pytest.fixture
def ward() -> Ward:
    return Ward()


def test_what_staff_see_to_is_one_tile_each(show: Show, stage: Stage):
    tasks = (StaffTask(TileView("People who open this ward"), ToOpeners()),)
    seen = show(StaffScreen(stage, tasks))

    seen.press("People who open this ward")

    assert seen.went == [ToOpeners()]


def test_each_of_the_list_says_how_it_stands_and_what_can_be_done(
    show: Show, stage: Stage
):
    ways = (
        ("openers.change", ToChangePassphrase(ROBIN)),
        ("openers.close", ToCloseDoor(ROBIN)),
    )
    openers = (
        OpenerView("Priya, Nurse", "Priya", "Has opened the ward now", "nurse"),
        OpenerView("Robin, Doctor", "Robin", "Can open the ward", "doctor", ways),
    )
    seen = show(OpenersScreen(stage, openers))

    seen.press("Change passphrase: Robin")
    seen.press("Close their door: Robin")
    seen.press("Add somebody")

    assert seen.sees("Has opened the ward now")
    assert seen.went == [ToChangePassphrase(ROBIN), ToCloseDoor(ROBIN), ToAddOpener()]


def test_a_door_is_closed_only_after_being_asked_and_words_stay(
    show: Show, stage: Stage, ward: Ward
):
    seen = show(CloseDoorScreen(stage, "Robin", ward.accept))

    seen.press("Close it for good")

    assert seen.sees("Everything Robin wrote stays, as it is.")
    assert "Robin" not in seen.screen.windowTitle()
    assert ward.asked == [()]
    assert seen.went == [ToOpeners()]


def test_whoever_thinks_again_closes_no_door(show: Show, stage: Stage, ward: Ward):
    seen = show(CloseDoorScreen(stage, "Robin", ward.accept))

    seen.press("Keep it open")

    assert ward.asked == []
    assert seen.went == [ToOpeners()]


def test_a_door_that_must_stay_stays_and_it_is_said(
    show: Show, stage: Stage, ward: Ward
):
    ward.trouble = "store.disk_full"
    seen = show(CloseDoorScreen(stage, "Robin", ward.accept))

    seen.press("Close it for good")

    assert seen.notice == stage.words.text("store.disk_full")
    assert seen.went == []


def test_a_passphrase_is_changed_by_keys_alone(show: Show, stage: Stage, ward: Ward):
    seen = show(ChangePassphraseScreen(stage, "Priya", ward.accept))

    for words in ("the old one here", LONG, LONG):
        seen.type(words)
        seen.key(ENTER)

    assert ward.asked == [("the old one here", LONG)]
    assert seen.went == [ToOpeners()]


def test_the_old_passphrase_is_asked_for_and_told_when_wrong(
    show: Show, stage: Stage, ward: Ward
):
    ward.trouble = "store.wrong_passphrase"
    seen = show(ChangePassphraseScreen(stage, "Priya", ward.accept))
    seen.press("Keep the new one")
    missing = seen.sees("Please type the passphrase you have now.")
    for words in ("not the old one", LONG, LONG):
        seen.type(words)
        seen.key(ENTER)

    assert missing
    assert seen.sees(stage.words.text("store.wrong_passphrase"))
    assert seen.focus().accessibleName() == "Passphrase you have now"
    assert seen.went == []


def test_a_new_passphrase_that_is_too_short_is_not_taken(
    show: Show, stage: Stage, ward: Ward
):
    seen = show(ChangePassphraseScreen(stage, "Priya", ward.accept))
    for words in ("the old one here", "short", "short"):
        seen.type(words)
        seen.key(ENTER)

    assert ward.asked == []


@pytest.mark.parametrize("kind", ["change", "add"])
def test_no_passphrase_stays_behind(show: Show, stage: Stage, ward: Ward, kind: str):
    if kind == "change":
        screen: ChangePassphraseScreen | AddOpenerScreen = ChangePassphraseScreen(
            stage, "Priya", ward.accept
        )
    else:
        screen = AddOpenerScreen(stage, ward.take)
    show(screen)
    screen.pair.first.field.box.setText(LONG)

    screen.left()

    assert screen.pair.first.text() == ""


def test_somebody_is_added_with_name_work_and_a_passphrase_of_their_own(
    show: Show, stage: Stage, ward: Ward
):
    screen = AddOpenerScreen(stage, ward.take)
    seen = show(screen)
    seen.type("Kim Pretend")
    seen.press("Doctor")
    screen.title.setFocus()
    seen.type("Doctor")
    seen.key(ENTER)
    for _ in range(2):
        seen.type(LONG)
        seen.key(ENTER)

    assert ward.asked == [("Kim Pretend", Role.DOCTOR, "Doctor", LONG)]
    assert seen.went == [ToOpeners()]


def test_what_is_missing_is_asked_for_one_thing_at_a_time(
    show: Show, stage: Stage, ward: Ward
):
    screen = AddOpenerScreen(stage, ward.take)
    seen = show(screen)
    seen.press("Add")
    no_name = seen.sees("Please write a name.")
    seen.type("Kim Pretend")
    seen.press("Add")
    no_work = seen.notice
    seen.press("Nurse")
    seen.press("Add")

    assert no_name
    assert no_work == "Please choose what your work is."
    assert screen.pair.first.field.box.hasFocus()
    assert ward.asked == []


def test_a_name_that_could_be_mistaken_is_told_beside_the_name(
    show: Show, stage: Stage, ward: Ward
):
    ward.trouble = "workspace.name_taken"
    screen = AddOpenerScreen(stage, ward.take)
    seen = show(screen)
    seen.type("Priya")
    seen.press("Nurse")
    for one in (screen.pair.first, screen.pair.second):
        one.field.box.setText(LONG)

    seen.press("Add")

    assert screen.name.box.hasFocus()
    assert screen.name.box.accessibleDescription()


def named(ward: Ward) -> NamedSides:
    priya = NamedView(PRIYA, "Priya", "Priya, Nurse", "nurse")
    return NamedSides((priya,), (), ward.accept)


def test_named_people_stand_on_two_sides_and_can_be_named_no_longer(
    show: Show, stage: Stage, ward: Ward
):
    seen = show(NamedPeopleScreen(stage, named(ward)))

    assert seen.sees("Priya, Nurse")
    assert seen.sees("Nobody from outside this ward is named yet.")
    seen.press("Name no longer: Priya")
    seen.press("Name somebody from outside")

    assert ward.asked == [(PRIYA,)]
    assert seen.went == [ToNamedPeople(), ToNamePerson(Side.OUTSIDE)]


def test_what_cannot_be_ended_is_told(show: Show, stage: Stage, ward: Ward):
    ward.trouble = "store.disk_full"
    seen = show(NamedPeopleScreen(stage, named(ward)))

    seen.press("Name no longer: Priya")

    assert seen.notice == stage.words.text("store.disk_full")


def naming(ward: Ward, side: Side, *people: str) -> Naming:
    options = tuple(OptionView(one, one.title(), "advocate") for one in people)
    return Naming(side, options, ward.take)


def test_somebody_is_chosen_and_named(show: Show, stage: Stage, ward: Ward):
    seen = show(NamePersonScreen(stage, naming(ward, Side.WARD, PRIYA, ROBIN)))
    seen.press("Name this person")
    missing = seen.notice

    seen.press("Robin")
    seen.press("Name this person")

    assert missing == "Please choose somebody first."
    assert ward.asked == [(ROBIN,)]
    assert seen.went == ["taken"]


def test_somebody_who_cannot_be_named_is_told(show: Show, stage: Stage, ward: Ward):
    ward.trouble = "store.disk_full"
    seen = show(NamePersonScreen(stage, naming(ward, Side.WARD, PRIYA)))
    seen.press("Priya")

    seen.press("Name this person")

    assert seen.notice == stage.words.text("store.disk_full")


def test_where_nobody_can_be_named_from_outside_somebody_can_be_added(
    show: Show, stage: Stage, ward: Ward
):
    seen = show(NamePersonScreen(stage, naming(ward, Side.OUTSIDE)))

    seen.press("Add somebody from outside")

    assert seen.notice.startswith("Nobody from outside has a sign-in here yet.")
    assert seen.went == [ToAddOutside()]


def test_where_nobody_of_the_ward_can_be_named_it_says_what_they_need(
    show: Show, stage: Stage, ward: Ward
):
    seen = show(NamePersonScreen(stage, naming(ward, Side.WARD)))

    assert "They open the ward once first." in seen.notice


def test_somebody_from_outside_is_added_by_keys_alone(
    show: Show, stage: Stage, ward: Ward
):
    seen = show(AddOutsideScreen(stage, ward.take))
    seen.type("Morgan Placeholder")
    seen.key(ENTER)
    seen.type("Caldicott guardian")

    seen.key(ENTER)

    assert ward.asked == [("Morgan Placeholder", "Caldicott guardian")]
    assert seen.went == ["taken"]


def test_a_name_from_outside_that_will_not_do_is_told(
    show: Show, stage: Stage, ward: Ward
):
    ward.trouble = "workspace.name_empty"
    seen = show(AddOutsideScreen(stage, ward.take))

    seen.press("Add")

    assert seen.sees("Please write a name.")
    assert seen.went == []


def test_a_passphrase_can_lead_back_to_the_named_people(
    show: Show, stage: Stage, ward: Ward
):
    seen = show(LetOpenScreen(stage, "Casey", ward.accept, ToNamedPeople()))
    for _ in range(2):
        seen.type(LONG)
        seen.key(ENTER)

    assert ward.asked == [(LONG,)]
    assert seen.went == [ToNamedPeople()]


def test_the_length_of_a_pin_is_chosen(show: Show, stage: Stage, ward: Ward):
    seen = show(PinLengthScreen(stage, PinLength(6, ward.accept)))

    seen.press("4 figures")
    seen.press("Keep this")

    assert seen.sees("Six figures are much harder to guess. We advise them.")
    assert ward.asked == [(4,)]
    assert seen.went == [ToStaff()]


def test_a_length_that_cannot_be_kept_is_told(show: Show, stage: Stage, ward: Ward):
    ward.trouble = "store.disk_full"
    seen = show(PinLengthScreen(stage, PinLength(6, ward.accept)))

    seen.press("Keep this")

    assert seen.notice == stage.words.text("store.disk_full")
    assert seen.went == []
