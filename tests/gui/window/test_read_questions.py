"""The picture questions: once, in nobody's way, at once, and never asked again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from coprod_desktop.gui.other_languages import other_languages
from coprod_desktop.gui.places import GoBack, ToWhoIsHere
from coprod_desktop.gui.read_options import QUESTIONS, ways_of
from coprod_desktop.gui.reading_places import (
    ToFirstQuestion,
    ToLanguages,
    ToNeeds,
    ToReadQuestion,
    ToStillReading,
)
from coprod_desktop.gui.routes import ToTextSize
from coprod_desktop.gui.screens.home import HomeScreen
from coprod_desktop.gui.screens.paper import PaperScreen
from coprod_desktop.gui.screens.read_question import ReadQuestionScreen
from coprod_desktop.gui.screens.reading import ReadingScreen
from coprod_desktop.gui.screens.still_reading import StillReadingScreen
from coprod_desktop.gui.screens.who_is_here import WhoIsHereScreen
from coprod_desktop.gui.showing.cut_words import cut_words
from coprod_desktop.gui.showing.visitor import NothingThere, Visitor
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.reading import REVIEW_DAYS, Reading
from tests.gui.window.test_people import choose_sam
from tests.gui.window.test_reading import person, reading, sit_down

SAM = "Sam Example"


@pytest.fixture
def visitor(at_who_is_here: Visitor) -> Visitor:
    return at_who_is_here


def go_on(visitor: Visitor) -> None:
    """Come to Home, and press the tile that asks, where it is there."""
    visitor.press(visitor.words("who_is_here.go_on"))
    for tile in visitor.on(HomeScreen).tiles:
        if tile.view.picture == "text-size":
            visitor.click(tile)
            return


def kept(visitor: Visitor) -> Reading | None:
    ward = visitor.program.routes.session.ward
    return ward.reading.of(person(visitor, SAM))


def today(visitor: Visitor) -> date:
    return visitor.program.stage.clock().date()


def pick(visitor: Visitor, way: str) -> None:
    buttons = visitor.on(ReadQuestionScreen).ways.buttons()
    visitor.click(next(one for one in buttons if one.view.id == way))


def asked(visitor: Visitor) -> str:
    return visitor.on(ReadQuestionScreen).question


def test_who_is_here_for_the_first_time_is_offered_and_one_press_goes_past(
    visitor: Visitor,
):
    choose_sam(visitor)
    go_on(visitor)
    first = asked(visitor)

    visitor.press(visitor.words("read_ask.past"))

    visitor.on(HomeScreen)
    assert first == "language"
    wanted = today(visitor) + timedelta(REVIEW_DAYS)
    assert kept(visitor) == reading(visitor)
    assert reading(visitor).review_on == wanted.isoformat()


def test_nobody_is_asked_twice(visitor: Visitor):
    choose_sam(visitor)
    go_on(visitor)
    visitor.press(visitor.words("read_ask.past"))
    visitor.program.window.go(ToWhoIsHere())

    go_on(visitor)

    visitor.on(HomeScreen)


def test_staff_who_look_alone_are_not_asked(visitor: Visitor):
    screen = choose_sam(visitor)
    visitor.click(screen.here.buttons()[0])
    staff = next(one for one in screen.here.buttons() if "Nurse" in one.view.words)
    visitor.click(staff)

    go_on(visitor)

    visitor.on(HomeScreen)


def test_each_answer_shows_at_once_and_all_are_kept(visitor: Visitor):
    choose_sam(visitor)
    go_on(visitor)
    answers = {
        "language": "pl",
        "size": "24",
        "colours": "dark",
        "pictures": "140",
        "listening": "listening_slowly",
        "pressing": "pressing_waits",
    }
    shown = []
    for question, way in answers.items():
        assert asked(visitor) == question
        pick(visitor, way)
        visitor.settle()
        shown.append(reading(visitor))
        visitor.press(visitor.words("read_ask.next"))
        visitor.settle()

    visitor.on(HomeScreen)
    assert len(set(shown)) == len(QUESTIONS)
    assert visitor.program.stage.words.language == "pl"
    found = kept(visitor)
    assert found is not None
    assert found._replace(review_on="") == Reading(
        24,
        "dark",
        pictures_pct=140,
        language="pl",
        speed_pct=80,
        is_read_to=True,
        waits_times=2,
    )


def test_one_switch_begins_as_soon_as_it_is_pressed(visitor: Visitor):
    visitor.program.window.go(ToReadQuestion(5))

    pick(visitor, "pressing_switch")

    assert reading(visitor).switch == "automatic"


def test_back_leads_through_the_questions_and_out_of_the_first(visitor: Visitor):
    choose_sam(visitor)
    go_on(visitor)
    visitor.press(visitor.words("read_ask.next"))
    second = asked(visitor)
    visitor.press(visitor.words("bar.back"))
    first = asked(visitor)

    visitor.press(visitor.words("bar.back"))

    visitor.on(HomeScreen)
    assert (first, second) == ("language", "size")


def test_not_now_goes_on_as_it_was_before_the_question(visitor: Visitor):
    sit_down(visitor, SAM)
    visitor.program.window.go(ToFirstQuestion(1))
    before = reading(visitor)
    pick(visitor, "48")
    tried = reading(visitor)

    visitor.press(visitor.words("read_ask.not_now"))

    assert tried.text_pt == 48
    assert reading(visitor) == before
    assert asked(visitor) == "colours"


def test_not_now_gives_back_the_language_too(visitor: Visitor):
    sit_down(visitor, SAM)
    visitor.program.window.go(ToFirstQuestion())
    pick(visitor, "cy")
    visitor.until(lambda: visitor.screen.language == "cy")

    visitor.press(visitor.words("read_ask.not_now"))

    visitor.until(lambda: visitor.screen.language == "en")
    assert asked(visitor) == "size"


def test_they_can_be_asked_at_any_time_and_what_was_below_stays(visitor: Visitor):
    sit_down(visitor, SAM)
    below = visitor.screen
    visitor.press(visitor.words("top.text_size"))
    visitor.press(visitor.words("reading.ask_me"))
    pick(visitor, "cy")
    visitor.until(lambda: visitor.screen.language == "cy")
    again = asked(visitor)
    pick(visitor, "en")
    visitor.until(lambda: visitor.screen.language == "en")

    for _ in QUESTIONS:
        visitor.press(visitor.words("read_ask.next"))

    visitor.on(ReadingScreen)
    visitor.program.window.go(GoBack())
    assert again == "language"
    assert isinstance(visitor.on(HomeScreen), type(below))


def test_what_cannot_be_kept_keeps_nobody_from_their_forms(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
):
    ward = visitor.program.routes.session.ward

    def full(*_: object) -> None:
        raise Problem("store.disk_full")

    monkeypatch.setattr(ward.reading, "keep", full)
    choose_sam(visitor)
    go_on(visitor)
    visitor.press(visitor.words("read_ask.past"))

    visitor.on(HomeScreen)


def test_what_cannot_be_read_keeps_nobody_from_their_forms(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
):
    ward = visitor.program.routes.session.ward

    def damaged(*_: object) -> None:
        raise Problem("store.database_damaged")

    monkeypatch.setattr(ward.reading, "of", damaged)
    choose_sam(visitor)

    go_on(visitor)

    visitor.on(HomeScreen)


@pytest.mark.parametrize(
    ("said", "days"), [("still_reading.yes", 90), ("still_reading.later", 7)]
)
def test_some_weeks_later_it_is_asked_whether_this_is_still_right(
    visitor: Visitor, said: str, days: int
):
    due = Reading(24, review_on=today(visitor).isoformat())
    visitor.program.routes.session.ward.reading.keep(person(visitor, SAM), due)
    choose_sam(visitor)
    go_on(visitor)
    visitor.on(StillReadingScreen)

    visitor.press(visitor.words(said))

    visitor.on(HomeScreen)
    wanted = (today(visitor) + timedelta(days)).isoformat()
    assert kept(visitor) == due._replace(review_on=wanted)


def test_whoever_wants_another_way_is_asked_the_questions(visitor: Visitor):
    due = Reading(24, review_on=today(visitor).isoformat())
    visitor.program.routes.session.ward.reading.keep(person(visitor, SAM), due)
    choose_sam(visitor)
    go_on(visitor)

    visitor.press(visitor.words("still_reading.change"))

    assert asked(visitor) == "language"
    assert reading(visitor) == due


def test_until_the_day_of_the_review_nobody_is_asked(visitor: Visitor):
    later = (today(visitor) + timedelta(1)).isoformat()
    ward = visitor.program.routes.session.ward
    ward.reading.keep(person(visitor, SAM), Reading(24, review_on=later))
    choose_sam(visitor)

    go_on(visitor)

    visitor.on(HomeScreen)


def test_a_language_is_found_by_its_own_name_where_staff_choose_who_is_here(
    visitor: Visitor,
):
    action = other_languages(visitor.screen, visitor.program.stage.words)
    visitor.press("Cymraeg, Polski, العربية, اردو")
    said = {one.view.words: one.view.says for one in visitor_ways(visitor)}
    pick(visitor, "ur")
    visitor.until(lambda: visitor.screen.language == "ur")
    chosen = asked(visitor)
    visitor.press(visitor.words("text_size.done"))

    visitor.on(WhoIsHereScreen)
    assert chosen == "language"
    assert action.words == "Cymraeg, Polski, العربية, اردو"
    assert said["English"] == ""
    assert said["Cymraeg"] == "Heb ei wirio eto gan siaradwr brodorol"
    assert all(said[one] for one in ("Polski", "العربية", "اردو"))


def visitor_ways(visitor: Visitor):
    return visitor.on(ReadQuestionScreen).ways.buttons()


def test_each_choice_of_size_and_colour_is_shown_as_it_is(visitor: Visitor):
    visitor.program.window.go(ToReadQuestion(1))
    sizes = [one.face().lines[0].px for one in visitor_ways(visitor)]
    visitor.program.window.go(ToReadQuestion(2))
    colours = [one.look().theme.id for one in visitor_ways(visitor)]

    assert sizes == sorted(set(sizes))
    assert sizes[-1] == 64
    assert len(set(colours)) == 6


@pytest.mark.parametrize("language", ["en", "ar"])
def test_at_300_per_cent_nothing_of_the_questions_is_cut_off(
    visitor: Visitor, language: str
):
    sit_down(visitor, SAM)
    window = visitor.program.window
    window.resize(1024, 600)
    visitor.program.stage.board.read_as(Reading(48, language=language))
    visitor.settle()
    places = [ToFirstQuestion(at) for at in range(len(QUESTIONS))]

    cut = []
    for place in (*places, ToLanguages(), ToStillReading(), ToTextSize()):
        window.go(place)
        visitor.settle()
        cut += cut_words(window)
        cut += ["sideways"] * visitor.screen.area.horizontalScrollBar().maximum()

    assert cut == []
    assert visitor.program.stage.words.language == language


def test_something_is_picked_in_every_question_from_the_start(visitor: Visitor):
    stage = visitor.program.stage
    stage.board.read_as(Reading(18))

    picked = {
        question: [
            one.view.id for one in ways_of(stage, question) if one.view.is_picked
        ]
        for question in QUESTIONS
    }

    assert all(len(one) == 1 for one in picked.values())


def test_what_i_need_is_seen_on_paper_and_back_leads_to_the_choices(visitor: Visitor):
    sit_down(visitor, SAM)
    visitor.program.window.go(ToTextSize())
    visitor.press(visitor.words("needs.paper_title"))
    paper = visitor.on(PaperScreen)
    visitor.until(lambda: not paper.is_waiting)
    named = paper.frame.title

    visitor.press(visitor.words("bar.back"))

    visitor.on(ReadingScreen)
    assert named == visitor.words("needs.paper_title")


def test_nobody_is_offered_a_paper_while_nobody_is_here(visitor: Visitor):
    visitor.program.window.go(ToTextSize())
    visitor.on(ReadingScreen)

    with pytest.raises(NothingThere):
        visitor.button(visitor.words("needs.paper_title"))
    with pytest.raises(LookupError, match="nobody is here"):
        visitor.program.routes.screen_for(ToNeeds())
