"""Reading to somebody: begun, held, slowed down, and gone whenever the screen goes."""

from __future__ import annotations

import subprocess
import sys

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from coprod_desktop.gui.places import (
    GoBack,
    ToHelp,
    ToHome,
    ToWhoIsHere,
)
from coprod_desktop.gui.screens.home import HomeScreen
from coprod_desktop.gui.screens.in_use import InUseScreen
from coprod_desktop.gui.screens.locked import LockedScreen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.i18n.catalogue import languages
from coprod_desktop.model.reading import Reading
from tests.architecture.source import ROOT
from tests.gui.window.ears import Ears, at_a_question
from tests.gui.window.test_reading import person, sit_down


@pytest.fixture
def ears(at_who_is_here: Visitor) -> Ears:
    """Sam and Priya, at a question."""
    return at_a_question(at_who_is_here)


def test_a_question_is_read_with_its_help_and_whose_words_they_are(ears: Ears):
    screen = ears.visitor.screen
    ears.begin()
    ears.hear_out()

    said = " ".join(" ".join(ears.said).split())
    assert screen.frame.title in said
    assert screen.frame.help in said
    assert said.index(screen.frame.title) < said.index("Sam Example’s words")
    assert ears.is_silent()


def test_that_others_hear_it_is_said_first_and_once_for_each_person(ears: Ears):
    ears.press("top.listen")
    asked, before = ears.strip_says, ears.said
    ears.press("listen.begin")
    ears.press("listen.stop")
    ears.press("top.listen")
    second_time = ears.strip_says
    ears.press("listen.stop")
    ears.visitor.program.window.go(ToWhoIsHere())
    sit_down(ears.visitor, "Priya Sample")
    ears.press("top.listen")

    assert asked == "People near you will hear the words."
    assert before == []
    assert second_time == ""
    assert ears.strip_says == asked


def test_it_need_not_begin(ears: Ears):
    ears.press("top.listen")
    ears.press("listen.not_now")

    assert ears.is_silent()
    assert ears.said == []


@pytest.mark.parametrize("way", ["again", "stop", "escape", "key"])
def test_it_stops_at_once_and_the_focus_is_where_it_was(ears: Ears, way: str):
    box = QApplication.focusWidget()
    ears.visitor.key(Qt.Key.Key_F7)
    ears.press("listen.begin")
    was_reading = ears.sound.playing is not None

    match way:
        case "again":
            ears.press("top.listen")
        case "stop":
            ears.press("listen.stop")
        case "escape":
            ears.visitor.key(Qt.Key.Key_Escape)
        case _:
            ears.visitor.key(Qt.Key.Key_F7)

    assert was_reading
    assert ears.is_silent()
    assert isinstance(ears.visitor.screen, QuestionScreen)
    assert QApplication.focusWidget() is box


def test_it_stops_when_the_window_is_locked(ears: Ears):
    ears.begin()

    ears.visitor.program.window.lock()

    ears.visitor.on(LockedScreen)
    assert ears.is_silent()


def test_it_stops_when_the_screen_is_covered_and_stays_silent_after(ears: Ears):
    ears.begin()

    ears.visitor.program.window.cover_or_uncover()
    ears.visitor.on(InUseScreen)
    while_covered = ears.is_silent()
    ears.visitor.program.window.cover_or_uncover()
    ears.visitor.on(QuestionScreen)

    assert while_covered
    assert ears.is_silent()


@pytest.mark.parametrize("place", [ToHome(), ToHelp(), ToWhoIsHere()])
def test_it_stops_on_the_way_to_another_screen(ears: Ears, place: object):
    ears.begin()

    ears.visitor.program.window.go(place)
    ears.visitor.settle()

    assert ears.is_silent()


def test_it_stops_when_help_that_is_read_goes(ears: Ears):
    ears.visitor.program.window.go(ToHelp())
    ears.begin()
    ears.visitor.program.window.go(GoBack())

    assert ears.is_silent()


def test_it_is_held_and_goes_on(ears: Ears):
    ears.begin()
    ears.press("listen.pause")
    was_held = ears.sound.is_held
    ears.press("listen.go_on")

    assert was_held
    assert not ears.sound.is_held
    assert ears.visitor.button(ears.visitor.words("listen.pause")).isVisible()


def test_these_words_are_said_again(ears: Ears):
    ears.begin()
    before = ears.said
    ears.press("listen.again")

    assert ears.said == [*before, before[-1]]


def test_slower_is_kept_with_the_person(ears: Ears):
    ears.begin()
    ears.press("listen.slower")
    chosen = ears.voice.said[-1][2]
    session = ears.visitor.program.routes.session
    kept = session.ward.reading.of(person(ears.visitor, "Sam Example"))
    ears.visitor.program.window.go(ToWhoIsHere())
    away = ears.visitor.program.stage.board.reading.speed_pct

    assert chosen == 80
    assert kept is not None
    assert kept.speed_pct == 80
    assert away == 100


def test_it_is_read_by_the_voice_that_somebody_likes(ears: Ears):
    board = ears.visitor.program.stage.board
    ears.begin()
    ears.press("listen.stop")
    board.read_as(board.reading._replace(tone="deeper"))
    ears.visitor.settle()
    ears.begin()

    assert ears.voice.tones[0] == "usual"
    assert ears.voice.tones[-1] == "deeper"


def test_no_step_leads_past_the_slowest_and_the_fastest(ears: Ears):
    ears.begin()
    strip = ears.listening.strip
    assert strip is not None
    while strip.slower.isEnabled():
        ears.press("listen.slower")
    slowest = ears.voice.said[-1][2]
    while strip.faster.isEnabled():
        ears.press("listen.faster")

    assert slowest == 60
    assert ears.voice.said[-1][2] == 130
    assert strip.slower.isEnabled()


def test_a_computer_without_sound_says_so(ears: Ears):
    ears.sound.is_plugged_in = False
    ears.press("top.listen")
    said = ears.strip_says
    ears.press("listen.close")

    assert said.startswith("This computer has no sound now.")
    assert ears.is_silent()


def test_a_loudspeaker_that_is_pulled_out_is_said(ears: Ears):
    ears.begin()
    ears.sound.pull_the_plug()

    assert ears.strip_says.startswith("This computer has no sound now.")


def test_a_computer_without_a_voice_says_so(ears: Ears):
    ears.listening.find = lambda: None
    ears.press("top.listen")

    assert ears.strip_says.startswith("This computer has no voice.")


def test_a_language_without_a_voice_is_said_in_that_language(ears: Ears):
    board = ears.visitor.program.stage.board
    board.read_as(board.reading._replace(language="cy"))
    ears.visitor.settle()
    ears.press("top.listen")

    assert ears.strip_says == ears.visitor.words("listen.no_language")
    assert "iaith" in ears.strip_says


def test_each_language_is_read_by_its_own_voice(ears: Ears):
    board = ears.visitor.program.stage.board
    ears.begin()
    ears.press("listen.stop")
    board.read_as(Reading(language="ar"))
    ears.visitor.settle()
    ears.begin()

    assert {language for _, language, _ in ears.voice.said} == {"en", "ar"}
    assert ears.voice.said[-1][1] == "ar"


def test_assistive_technology_can_press_it_and_hears_what_is_asked(ears: Ears):
    bar = ears.visitor.program.window.top_bar
    spoken = QAccessible.queryAccessibleInterface(bar.listen)
    name = spoken.text(QAccessible.Text.Name)

    spoken.actionInterface().doAction("Press")
    ears.visitor.until(lambda: ears.listening.is_open)

    focused = QApplication.focusWidget()
    assert name == "Read to me"
    assert focused is not None
    assert focused.accessibleDescription() == "People near you will hear the words."


def test_the_screens_name_themselves_and_the_words_are_pointed_out(ears: Ears):
    ears.begin()
    shown = ears.visitor.screen.findChildren(PlainLabel)
    ears.visitor.until(lambda: any(one.pointed_out for one in shown))

    assert [one for one in shown if one.pointed_out]


def test_home_reads_what_can_be_chosen(ears: Ears):
    ears.visitor.program.window.go(ToHome())
    home = ears.visitor.on(HomeScreen)
    ears.begin()
    ears.hear_out()

    assert ears.said[0] == home.frame.title
    assert len(ears.said) > 3


def test_nothing_of_it_is_loaded_before_somebody_asks():
    told = (
        "import sys; import coprod_desktop.gui.program; "
        "print([m for m in sys.modules if 'QtMultimedia' in m or 'ToSpeech' in m "
        "or 'gui.aloud' in m or 'espeak' in m or 'desktop.speech' in m])"
    )
    ran = subprocess.run(
        [sys.executable, "-c", told], cwd=ROOT, capture_output=True, text=True
    )

    assert ran.stdout.strip() == "[]"


def test_skipping_goes_on_with_what_stands_next(ears: Ears):
    ears.begin()
    first = ears.said[-1]

    ears.press("listen.skip")

    assert ears.said[-1] != first
    assert ears.listening.is_open


@pytest.mark.parametrize("language", languages())
def test_the_strip_stands_in_one_line_at_the_biggest_text(ears: Ears, language: str):
    program = ears.visitor.program
    program.window.resize(1024, 600)
    program.stage.board.read_as(Reading(48, "paper", language=language))
    ears.voice.languages = languages()
    ears.visitor.settle()
    program.window.top_bar.listen.click()
    strip = ears.listening.strip
    assert strip is not None
    if strip.said:
        strip.begin.click()
    ears.visitor.settle()

    buttons = [one for one in strip.findChildren(BigButton) if one.isVisible()]

    assert len(buttons) == 6
    assert len({one.y() for one in buttons}) == 1
    assert all(one.visibleRegion().boundingRect() == one.rect() for one in buttons)
