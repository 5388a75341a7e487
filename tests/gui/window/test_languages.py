"""Another language: chosen, kept with the person, and gone when they leave."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.gui.places import GoBack, ToForm, ToHome, ToQuestion, ToWhoIsHere
from coprod_desktop.gui.routes import ToTextSize
from coprod_desktop.gui.screens.home import HomeScreen
from coprod_desktop.gui.screens.in_use import InUseScreen
from coprod_desktop.gui.screens.locked import LockedScreen
from coprod_desktop.gui.screens.open_ward import OpenWardScreen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.screens.reading import ReadingScreen
from coprod_desktop.gui.screens.who_is_here import WhoIsHereScreen
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.gui.widgets.answer_editor import AnswerEditor
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.i18n.offered import offered
from coprod_desktop.model.problem import Problem
from tests.gui.window.test_reading import person, sit_down

WELSH, ARABIC, ENGLISH = map(read_catalogue, ("cy", "ar", "en"))


@pytest.fixture
def visitor(at_who_is_here: Visitor) -> Visitor:
    """Sam and Priya on the home screen."""
    sit_down(at_who_is_here, "Sam Example", "Priya Sample")
    return at_who_is_here


def choose(visitor: Visitor, name: str) -> None:
    visitor.program.window.go(ToTextSize())
    visitor.on(ReadingScreen)
    visitor.press(name)


def labels(widget: QWidget) -> set[str]:
    return {one.text() for one in widget.findChildren(PlainLabel)}


def test_what_is_chosen_is_spoken_at_once_and_below(visitor: Visitor):
    choose(visitor, "Cymraeg")
    chosen = visitor.on(ReadingScreen)
    at_once = chosen.frame.title
    visitor.program.window.go(GoBack())
    home = visitor.on(HomeScreen)

    assert at_once == WELSH.text("reading.title")
    assert WELSH.text("home.title") in labels(home)
    assert visitor.program.window.top_bar.help.accessibleName() == WELSH.text(
        "top.help"
    )


def test_what_no_native_speaker_checked_is_said_where_it_is_chosen(visitor: Visitor):
    visitor.program.window.go(ToTextSize())
    said = labels(visitor.on(ReadingScreen))
    names = ", ".join(one.name for one in offered() if not one.is_checked)

    assert ENGLISH.text("reading.not_checked", languages=names) in said
    choose(visitor, "Cymraeg")
    begins = WELSH.text("reading.not_checked", languages="").rstrip(". ")
    assert any(one.startswith(begins) for one in labels(visitor.on(ReadingScreen)))


def test_lines_start_on_the_right_in_arabic_and_on_the_left_again(visitor: Visitor):
    choose(visitor, "العربية")
    then = QApplication.layoutDirection()
    visitor.program.window.go(GoBack())
    visitor.program.window.go(ToWhoIsHere())
    visitor.on(WhoIsHereScreen)

    assert then is Qt.LayoutDirection.RightToLeft
    assert QApplication.layoutDirection() is Qt.LayoutDirection.LeftToRight


def test_assistive_technology_is_told_the_language_and_what_it_becomes(
    visitor: Visitor,
):
    choose(visitor, "Cymraeg")
    # Qt tells assistive technology this one.
    then = QLocale().name()
    visitor.program.window.go(GoBack())
    visitor.program.window.go(ToWhoIsHere())

    assert then == "cy_GB"
    assert QLocale().name() == "en_GB"


@pytest.mark.parametrize(
    ("leave", "screen"),
    [
        ("lock", LockedScreen),
        ("cover_or_uncover", InUseScreen),
        ("close_ward", OpenWardScreen),
    ],
)
def test_nobody_who_comes_by_is_told_in_which_language_somebody_reads(
    visitor: Visitor, leave: str, screen: type
):
    choose(visitor, "Cymraeg")
    visitor.program.window.go(GoBack())

    getattr(visitor.program.window, leave)()
    visitor.until(lambda: visitor.screen.language == "en")

    assert isinstance(visitor.screen, screen)
    assert visitor.program.stage.words.language == "en"
    help_words = visitor.program.window.top_bar.help.accessibleName()
    assert help_words == ENGLISH.text("top.help")


def test_it_is_kept_for_the_person(visitor: Visitor):
    choose(visitor, "Cymraeg")
    visitor.program.window.go(GoBack())
    visitor.program.window.go(ToWhoIsHere())

    sit_down(visitor, "Sam Example")
    visitor.until(lambda: visitor.screen.language == "cy")

    ward = visitor.program.routes.session.ward
    kept = ward.reading.of(person(visitor, "Sam Example"))
    assert kept is not None
    assert kept.language == "cy"


def test_a_form_that_is_open_asks_in_the_new_language_and_loses_no_word(
    visitor: Visitor,
):
    window = visitor.program.window
    window.go(ToForm("care-plan"))
    window.go(ToQuestion("recovery"))
    question = visitor.on(QuestionScreen)
    english = question.frame.title
    editor = next(iter(question.findChildren(AnswerEditor)))
    editor.setFocus()
    visitor.write("My own words")

    choose(visitor, "Cymraeg")
    window.go(GoBack())
    asked = visitor.on(QuestionScreen)

    boxes = [one.toPlainText() for one in asked.findChildren(AnswerEditor)]
    assert asked.frame.title != english
    assert "My own words" in boxes


def test_what_is_covered_comes_back_as_it_was(visitor: Visitor):
    choose(visitor, "Cymraeg")
    visitor.program.window.go(GoBack())
    before = visitor.on(HomeScreen)

    visitor.program.window.cover_or_uncover()
    visitor.on(InUseScreen)
    visitor.program.window.cover_or_uncover()
    visitor.settle()

    assert visitor.screen is before
    assert visitor.program.stage.words.language == "cy"


def test_words_that_cannot_be_saved_hold_the_screen(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
):
    home = visitor.on(HomeScreen)

    def full() -> None:
        raise Problem("store.disk_full")

    monkeypatch.setattr(home, "left", full)
    choose(visitor, "Cymraeg")

    assert visitor.screen is home
    assert visitor.program.window.place == ToHome()


def test_a_language_that_this_program_does_not_know_is_left(visitor: Visitor):
    visitor.program.stage.tongue.speak("tlh")

    assert visitor.program.stage.words.language == "en"
