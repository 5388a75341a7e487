"""Who is here, who can be added, and what home says to them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from coprod_desktop.gui.gathering import Gathering
from coprod_desktop.gui.screens.add_person import AddPersonScreen
from coprod_desktop.gui.screens.help import HelpScreen
from coprod_desktop.gui.screens.home import HomeScreen
from coprod_desktop.gui.screens.let_open import LetOpenScreen
from coprod_desktop.gui.screens.locked import LockedScreen
from coprod_desktop.gui.screens.open_ward import OpenWardScreen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.screens.who_is_here import WhoIsHereScreen
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.model.people import People, Person, PersonId, Role
from tests.gui.window.conftest import Visits
from tests.workspace.wards import PASSPHRASE

ENTER, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Escape
NURSE = Person(PersonId("n"), "Priya Sample", Role.NURSE)
SAM = Person(PersonId("s"), "Sam Example", Role.PATIENT)
ALEX = Person(PersonId("a"), "Alex Test", Role.PATIENT)
JO = Person(PersonId("j"), "Jo Example", Role.PARTNER_IN_CARE, "Mum", SAM.id)
PEOPLE = People((NURSE, SAM, ALEX, JO))


def test_who_stands_beside_another_patient_goes_with_them():
    with_sam = Gathering().about(SAM.id, PEOPLE).turned(JO.id).turned(NURSE.id)

    with_alex = with_sam.about(ALEX.id, PEOPLE)

    assert with_alex.here == (ALEX.id, NURSE.id)


def test_a_tick_is_taken_away_by_a_second_press():
    once = Gathering().about(SAM.id, PEOPLE)

    assert once.turned(JO.id).turned(JO.id) == once
    assert not once.turned(SAM.id).is_patient_here


def test_somebody_new_is_here():
    gathering = Gathering().with_new(SAM, PEOPLE).with_new(JO, PEOPLE)

    assert gathering == Gathering(SAM.id, (SAM.id, JO.id))
    assert gathering.with_new(JO, PEOPLE) == gathering


@pytest.fixture
def visitor(visits: Visits, ward_folder: Path) -> Visitor:
    """Somebody at "Who is here?"."""
    found = visits(ward_folder)
    found.write(PASSPHRASE)
    found.key(ENTER)
    found.on(WhoIsHereScreen)
    return found


def tick(visitor: Visitor, *words: str) -> None:
    for one in words:
        visitor.press(one)


def choose_sam(visitor: Visitor) -> WhoIsHereScreen:
    screen = visitor.on(WhoIsHereScreen)
    sam = next(
        one for one in screen.patients.buttons() if one.view.words == "Sam Example"
    )
    visitor.click(sam)
    return screen


def words_on(visitor: Visitor) -> list[str]:
    return [one.text() for one in visitor.screen.findChildren(PlainLabel)]


def test_a_patient_must_be_chosen_first(visitor: Visitor):
    visitor.press(visitor.words("who_is_here.go_on"))

    assert isinstance(visitor.screen, WhoIsHereScreen)
    assert visitor.focus().accessibleName() == visitor.words(
        "who_is_here.patient_missing"
    )


def test_somebody_must_be_here(visitor: Visitor):
    screen = choose_sam(visitor)
    visitor.click(screen.here.buttons()[0])

    visitor.press(visitor.words("who_is_here.go_on"))

    assert visitor.focus().accessibleName() == visitor.words("who_is_here.nobody_here")


def test_only_people_of_this_patient_can_be_ticked(visitor: Visitor):
    screen = choose_sam(visitor)

    offered = [one.view.words for one in screen.here.buttons()]

    assert not any("Alex" in one for one in offered)
    assert any("Mum" in one for one in offered)


def test_home_greets_the_patient_and_says_that_nobody_reads_along(visitor: Visitor):
    choose_sam(visitor)

    visitor.press(visitor.words("who_is_here.go_on"))

    home = visitor.on(HomeScreen)
    assert home.private is not None
    assert home.private.hasFocus()
    assert home.private.words == visitor.words("private.unshared")
    assert [one.view.title for one in home.tiles] == [
        "My care plan",
        "My ward round",
        "My CPA meeting",
        "Who has seen my words",
        "Find my words",
        "How do you like to read?",
        "Check a printed page",
    ]
    assert visitor.words("home.greeting", name="Sam Example") in [
        one.text() for one in visitor.program.window.top_bar.findChildren(PlainLabel)
    ]


def test_staff_alone_are_told_that_they_see_shared_words_only(visitor: Visitor):
    screen = choose_sam(visitor)
    visitor.click(screen.here.buttons()[0])
    staff = next(one for one in screen.here.buttons() if "Nurse" in one.view.words)
    visitor.click(staff)

    assert screen.status.words == visitor.words(
        "who_is_here.patient_away", name="Sam Example"
    )
    visitor.press(visitor.words("who_is_here.go_on"))

    home = visitor.on(HomeScreen)
    assert home.private is None
    told = [one.words for one in home.findChildren(Notice)]
    assert told == [visitor.words("home.only_shared", name="Sam Example")]


def test_a_patient_is_added_by_keyboard(visitor: Visitor):
    visitor.button(visitor.words("who_is_here.add_patient")).setFocus()
    visitor.key(ENTER)
    visitor.on(AddPersonScreen)
    visitor.write("Robin Placeholder")

    visitor.key(ENTER)

    screen = visitor.on(WhoIsHereScreen)
    picked = [one.view for one in screen.patients.buttons() if one.view.is_picked]
    assert [one.words for one in picked] == ["Robin Placeholder"]


def test_a_name_that_could_be_mistaken_is_not_taken(visitor: Visitor):
    visitor.press(visitor.words("who_is_here.add_patient"))
    screen = visitor.on(AddPersonScreen)
    visitor.write("Sam Example")

    visitor.key(ENTER)

    assert isinstance(visitor.screen, AddPersonScreen)
    assert screen.name.box.hasFocus()
    assert screen.name.box.accessibleDescription()


def test_new_staff_can_choose_a_passphrase_of_their_own(visitor: Visitor):
    choose_sam(visitor)
    visitor.press(visitor.words("who_is_here.add_staff"))
    screen = visitor.on(AddPersonScreen)
    visitor.press(visitor.words("role.doctor"))
    visitor.click(screen.name.box)
    visitor.write("Kim Pretend")
    visitor.key(ENTER)
    visitor.on(LetOpenScreen)
    visitor.write("another long passphrase")
    visitor.key(ENTER)
    visitor.write("another long passphrase")

    visitor.key(ENTER)

    visitor.on(WhoIsHereScreen)
    visitor.program.window.close_ward()
    doors = visitor.on(OpenWardScreen).names.buttons()
    assert [one.view.words for one in doors] == ["Priya Sample, Nurse", "Kim Pretend"]


def test_a_role_must_be_chosen(visitor: Visitor):
    choose_sam(visitor)
    visitor.press(visitor.words("who_is_here.add_beside"))
    screen = visitor.on(AddPersonScreen)
    visitor.click(screen.name.box)
    visitor.write("Kim Pretend")

    visitor.key(ENTER)

    assert visitor.focus().accessibleName() == visitor.words("add_person.role_missing")


def test_help_opens_over_a_screen_and_goes_back_to_it_as_it_was(visitor: Visitor):
    visitor.press(visitor.words("who_is_here.add_patient"))
    screen = visitor.on(AddPersonScreen)
    visitor.write("Half a na")

    visitor.press(visitor.words("top.help"))
    visitor.on(HelpScreen)
    visitor.key(ESCAPE)

    assert visitor.screen is screen
    assert screen.name.text() == "Half a na"


def test_words_grow_and_shrink_by_keys(visitor: Visitor):
    board = visitor.program.stage.board
    before = board.look.text_pt

    visitor.key(Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    bigger = board.look.text_pt
    visitor.key(Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)

    assert bigger > before
    assert board.look.text_pt == before


def test_locking_saves_and_leaves_nothing_of_the_last_person(visitor: Visitor):
    choose_sam(visitor)
    visitor.press(visitor.words("who_is_here.go_on"))
    visitor.press("My care plan")
    visitor.until(lambda: not isinstance(visitor.screen, HomeScreen))
    opened = visitor.program.routes.session.opened
    assert opened is not None
    visitor.press(opened.prompt("strengths"))
    visitor.on(QuestionScreen)
    visitor.write("canary words")

    visitor.press(visitor.words("top.lock"))

    visitor.on(LockedScreen)
    visitor.until(lambda: not visitor.program.window.findChildren(AnswerEditor))
    window = visitor.program.window
    said = [one.text() for one in window.findChildren(PlainLabel)]
    assert not any("canary" in one or "Sam" in one for one in said)
    assert "Sam" not in window.windowTitle()
    assert visitor.words("locked.saved") in said
    visitor.press(visitor.words("locked.staff"))
    visitor.on(OpenWardScreen)
    visitor.write(PASSPHRASE)
    visitor.key(ENTER)
    visitor.on(WhoIsHereScreen)
    choose_sam(visitor)
    visitor.press(visitor.words("who_is_here.go_on"))
    visitor.press("My care plan")
    screen = visitor.on(QuestionScreen)
    editors = screen.findChildren(AnswerEditor)
    assert [one.toPlainText() for one in editors] == ["canary words"]
