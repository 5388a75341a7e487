"""Something is not fair here: at hand on every screen, by mouse or by keys alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui import places as to
from coprod_desktop.gui.gathering import Gathering
from coprod_desktop.gui.own_places import ToNotFairChoice, ToNotFairList, ToOwnLog
from coprod_desktop.gui.screens.help import HelpScreen
from coprod_desktop.gui.screens.home import HomeScreen
from coprod_desktop.gui.screens.not_fair import NotFairScreen
from coprod_desktop.gui.screens.not_fair_choice import NotFairChoiceScreen
from coprod_desktop.gui.screens.not_fair_list import NotFairListScreen
from coprod_desktop.gui.screens.paper import PaperScreen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.screens.reading import ReadingScreen
from coprod_desktop.gui.screens.spelling import SpellingScreen
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.model.people import Role
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.flags import FlagTo
from tests.fakes import FakeSpeller
from tests.gui.window.conftest import Visits
from tests.workspace.wards import PASSPHRASE, own, scribe

F6, ESCAPE = Qt.Key.Key_F6, Qt.Key.Key_Escape


@pytest.fixture
def visitor(visits: Visits, ward_folder: Path) -> Visitor:
    """Sam and the nurse sit at Home."""
    visitor = visits(ward_folder)
    session = visitor.program.routes.session
    doorway = session.doorway
    priya = doorway.keyring().doors[0].person_id
    session.take_ward(doorway.open(priya, PASSPHRASE))
    (sam, *_) = session.ward.people.of(Role.PATIENT)
    session.gather(Gathering(sam.id, (sam.id, priya)))
    session.sit_down()
    visitor.program.window.go(to.ToHome())
    visitor.settle()
    return visitor


def test_it_is_offered_as_soon_as_somebody_was_said_to_be_here(
    visitor: Visitor, visits: Visits
):
    bar = visitor.program.window.top_bar
    assert not bar.not_fair.isHidden()

    visitor.program.window.go(to.ToWhoIsHere())
    visitor.key(F6)

    assert bar.not_fair.isHidden()
    assert not isinstance(visitor.screen, NotFairScreen)


def test_it_opens_over_a_question_and_leaves_it_as_it_was(visitor: Visitor):
    window = visitor.program.window
    window.go(to.ToForm("care-plan"))
    window.go(to.ToQuestion("recovery"))
    below = visitor.on(QuestionScreen)
    visitor.write("Half a thou")

    visitor.key(F6)
    visitor.on(NotFairScreen)
    visitor.write("Nobody knocks")
    visitor.key(ESCAPE)

    assert visitor.screen is below
    assert below.cards.answer.box.editor.words == "Half a thou"
    assert QApplication.focusWidget() is below.cards.answer.box.editor
    visitor.write("ght")
    assert below.cards.answer.box.editor.words == "Half a thought"


def test_what_was_left_is_there_again_and_saved_as_it_says(visitor: Visitor):
    visitor.key(F6)
    screen = visitor.on(NotFairScreen)
    visitor.write("Nobody knocks")
    visitor.until(lambda: screen.status.words == "Saved")
    visitor.key(ESCAPE)
    visitor.on(HomeScreen)

    visitor.key(F6)

    again = visitor.on(NotFairScreen)
    assert again.card.editor.words == "Nobody knocks"
    flags = visitor.program.routes.session.sitting.not_fair
    assert [one.said.text.text for one in flags.kept()] == ["Nobody knocks"]


def test_words_that_cannot_be_saved_hold_the_screen_and_it_says_so(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
):
    drafts = visitor.program.routes.session.ward.store.drafts
    save = drafts.save
    visitor.key(F6)
    screen = visitor.on(NotFairScreen)

    def refuse(*_: object) -> None:
        raise Problem("store.disk_full")

    monkeypatch.setattr(drafts, "save", refuse)
    visitor.write("Nobody knocks")
    visitor.until(lambda: screen.status.words.startswith("Not saved."))
    visitor.key(ESCAPE)
    assert visitor.screen is screen
    assert screen.card.editor.words == "Nobody knocks"
    visitor.press(visitor.words("not_fair.go_on"))
    assert visitor.screen is screen
    monkeypatch.setattr(drafts, "save", save)
    visitor.key(ESCAPE)

    visitor.on(HomeScreen)


def test_locking_saves_what_is_not_fair_and_leaves_nothing_of_it_on_the_screen(
    visitor: Visitor,
):
    session = visitor.program.routes.session
    sam = session.sitting.patient.id
    visitor.key(F6)
    visitor.on(NotFairScreen)
    visitor.write("canary")

    visitor.program.window.lock()
    visitor.settle()

    assert session.free_work is None
    window = visitor.program.window
    assert not any("canary" in one.words for one in window.findChildren(AnswerEditor))
    (kept,) = session.ward.flags.private(sam)
    assert kept.said.text.text == "canary"


def test_nothing_written_is_told_calmly(visitor: Visitor):
    visitor.key(F6)
    screen = visitor.on(NotFairScreen)

    visitor.press(visitor.words("not_fair.go_on"))

    assert visitor.screen is screen
    assert screen._notice is not None
    assert screen._notice.words == visitor.words("workspace.flag_empty")


def test_by_keys_alone_it_is_written_told_and_found_in_the_list(visitor: Visitor):
    visitor.key(F6)
    visitor.on(NotFairScreen)
    visitor.write("Nobody knocks")
    _tab_to(visitor, visitor.words("not_fair.go_on"))
    visitor.key(Qt.Key.Key_Return)
    visitor.on(NotFairChoiceScreen)
    _tab_to(visitor, visitor.words("not_fair.meeting"))
    visitor.key(Qt.Key.Key_Space)
    visitor.settle()
    _tab_to(visitor, visitor.words("not_fair.before"))
    visitor.key(Qt.Key.Key_Return)

    visitor.on(NotFairListScreen)
    (told,) = visitor.program.routes.session.sitting.not_fair.told()
    assert told.said.text.text == "Nobody knocks"
    visitor.key(ESCAPE)
    visitor.on(HomeScreen)


def _tab_to(visitor: Visitor, name: str) -> None:
    for _ in range(60):
        if visitor.focus().accessibleName() == name:
            return
        visitor.key(Qt.Key.Key_Tab)
    raise AssertionError(f"Tab never came to {name!r}")


def test_who_reads_it_is_heard_before_anything_else(visitor: Visitor):
    visitor.key(F6)
    screen = visitor.on(NotFairScreen)

    said = visitor.words("not_fair.private")
    assert screen.private is not None
    assert screen.private.words == said
    assert visitor.focus() is screen.card.editor
    assert screen.card.editor.accessibleDescription().startswith(said)


def test_a_choice_without_words_is_a_mistake_of_ours_and_nothing_is_told(
    visitor: Visitor,
):
    flags = visitor.program.routes.session.sitting.not_fair
    flags.begin()

    with pytest.raises(LookupError):
        visitor.program.window.go(ToNotFairChoice())
    assert flags.told() == ()


def test_help_and_text_size_open_over_it_and_leave_it_be(visitor: Visitor):
    visitor.program.window.go(ToNotFairList())
    below = visitor.on(NotFairListScreen)

    visitor.key(Qt.Key.Key_F1)
    visitor.on(HelpScreen)
    visitor.press(visitor.words("top.text_size"))
    visitor.on(ReadingScreen)
    visitor.key(ESCAPE)
    assert visitor.screen is below
    visitor.key(ESCAPE)

    visitor.on(HomeScreen)


def test_reading_the_log_makes_nothing_new_any_more(visitor: Visitor):
    session = visitor.program.routes.session
    sam = session.sitting.patient.id
    session.ward.flags.raise_flag(sam, own(sam), "Told", FlagTo.MEETING)
    flag = session.ward.flags.of(sam)[0]
    session.ward.flags.answer(flag.id, session.ward.opened_by.id, "Answered")
    assert session.ward.own_log.news(sam) == 1

    visitor.program.window.go(ToOwnLog())

    assert session.ward.own_log.news(sam) == 0


def test_the_page_for_the_advocate_takes_the_keys_when_it_is_ready(visitor: Visitor):
    visitor.key(F6)
    visitor.on(NotFairScreen)
    visitor.write("Nobody knocks")
    visitor.press(visitor.words("not_fair.go_on"))
    visitor.press(visitor.words("not_fair.advocate"))
    page = visitor.on(PaperScreen)
    visitor.until(lambda: page.picture is not None)

    assert visitor.focus() is page.smaller
    visitor.key(ESCAPE)

    visitor.on(NotFairListScreen)


def test_spelling_is_helped_with_when_it_is_asked_for(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
):
    found = FakeSpeller("i am", tierd=("tired",))
    monkeypatch.setattr(
        "coprod_desktop.gui.spelling_routes.find_speller", lambda _: found
    )
    visitor.key(F6)
    visitor.on(NotFairScreen)
    visitor.write("I am tierd")

    visitor.press(visitor.words("question.check_spelling"))
    screen = visitor.on(SpellingScreen)
    visitor.until(lambda: bool(screen.tiles))
    visitor.press("tired")
    visitor.press(visitor.words("spelling.stop"))

    again = visitor.on(NotFairScreen)
    assert again.card.editor.words == "I am tired"
    visitor.press(visitor.words("question.undo"))
    assert again.card.editor.words == "I am tierd"
    assert found.is_closed


def test_nobody_is_helped_with_how_another_person_spells(visitor: Visitor):
    visitor.key(F6)
    screen = visitor.on(NotFairScreen)
    is_own = screen.card.spelling.isVisible()
    session = visitor.program.routes.session
    sam, priya = (one.id for one in session.sitting.here)
    screen.card.pens.taken.emit(scribe(sam, priya))

    assert is_own
    assert not screen.card.spelling.isVisible()
