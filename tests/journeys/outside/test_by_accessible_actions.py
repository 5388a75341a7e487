"""The whole way by accessible actions alone, with no key and no pointer.

The real program runs in a window of its own; a client of the accessibility bus finds
everything by role and name, and does what it offers to do.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tests.gui.privacy.needs import need_a_client
from tests.journeys.outside.listener import (
    BOX,
    BUTTON,
    GROUP,
    HEADING,
    NOTE,
    RADIO,
    SECRET,
    TICK,
    WORDS,
    Listener,
    Page,
    Told,
    listener,
)
from tests.journeys.outside.seat import seat
from tests.journeys.outside.started import program_at
from tests.journeys.signing import PRIYA_S, make_signing_ward
from tests.journeys.stories import text_of

# One of them waits for all of the way, which is long beside many other tests.
pytestmark = pytest.mark.timeout(900)

FIRST, SECOND, THIRD = (
    "Do I want to do this now?",
    "What does recovery look like to me?",
    "What would I like to be different in my life?",
)
TEA, SLEEP, MUSIC = "Making tea when I like.", " And ŵ sleeping.", "More music."
PRIYA_THINKS = "Sam made tea for all of us."
SAMS, PRIYAS = "Sam’s words", "Priya’s words"
PEN = "Who has the pen?"


@dataclass
class Journey:
    """What was told on the way, by the name of the stop."""

    pages: dict[str, Page] = field(default_factory=dict)
    things: dict[str, Told] = field(default_factory=dict)
    paper: Path = Path()


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Journey:
    """The whole way, gone once."""
    need_a_client()
    home = tmp_path_factory.mktemp("outside")
    make_signing_ward(home / "ward")
    journey = Journey()
    with (
        seat() as place,
        program_at({**place, "HOME": str(home)}, home / "ward"),
        listener(place) as one,
    ):
        open_the_ward(one, journey)
        gather(one, journey)
        write(one, journey)
        say_what_others_think(one, journey)
        write_down_and_read_back(one, journey)
        share(one, journey)
        journey.paper = save(one, journey, home)
    return journey


def open_the_ward(one: Listener, journey: Journey) -> None:
    one.finds(HEADING, "Who is opening the ward?")
    one.press(RADIO, "Priya, Nurse")
    one.write(SECRET, "Passphrase", "not the passphrase")
    one.press(BUTTON, "Open the ward")
    one.finds(WORDS, WRONG)
    journey.things["wrong"] = one.finds(SECRET, "Passphrase")
    journey.pages["door"] = one.page()
    one.write(SECRET, "Passphrase", PRIYA_S)
    one.press(BUTTON, "Open the ward")


def gather(one: Listener, journey: Journey) -> None:
    one.press(RADIO, "Sam")
    one.press(TICK, "Priya, Nurse")
    one.waits_for(TICK, "Priya, Nurse", "checked")
    one.hears_turn("Sam")
    one.hears_turn("Priya, Nurse")
    journey.pages["who is here"] = one.page()
    one.press(BUTTON, "Go on")
    one.press(BUTTON, "My care plan")
    one.finds(HEADING, "Looking at it again")
    journey.pages["parts"] = one.page()
    one.press(BUTTON, "Start")


def write(one: Listener, journey: Journey) -> None:
    one.finds(HEADING, FIRST)
    one.press(RADIO, "Yes, now")
    one.waits_for(RADIO, "Yes, now", "checked")
    one.hears_turn("Yes, now")
    # A choice can be taken back by what chose it, and made again.
    one.press(RADIO, "Yes, now")
    one.waits_for(RADIO, "Yes, now", "not checked")
    one.press(RADIO, "Yes, now")
    one.waits_for(RADIO, "Yes, now", "checked")
    journey.pages["choice"] = one.page()
    one.press(BUTTON, "Next")
    one.finds(HEADING, SECOND)
    one.forget()
    one.write(BOX, f"Sam’s answer: {SECOND}", TEA)
    one.hears("Not saved yet")
    one.hears("Saved")
    one.insert(BOX, f"Sam’s answer: {SECOND}", SLEEP)
    journey.things["box"] = one.finds(BOX, f"Sam’s answer: {SECOND}")


def say_what_others_think(one: Listener, journey: Journey) -> None:
    one.press(RADIO, "Priya, Nurse", within=PEN)
    one.write(BOX, f"Priya’s answer: {SECOND}", PRIYA_THINKS)
    one.finds(WORDS, TEA + SLEEP)
    journey.pages["two voices"] = one.page()


def write_down_and_read_back(one: Listener, journey: Journey) -> None:
    one.press(RADIO, "Priya writes for Sam", within=PEN)
    one.waits_for(RADIO, "Priya writes for Sam", "checked", within=PEN)
    one.press(BUTTON, "Next")
    one.write(BOX, f"Sam’s answer: {THIRD}", MUSIC)
    one.press(BUTTON, "Next")
    one.finds(HEADING, "Did Priya write what you said?")
    journey.pages["read back"] = one.page()
    one.press(BUTTON, "Yes, that is right")
    one.press(BUTTON, "All questions")
    one.press(BUTTON, "Check my words")
    one.finds(HEADING, "Check your words")
    journey.pages["check"] = one.page()


def share(one: Listener, journey: Journey) -> None:
    one.press(BUTTON, "Choose what to share")
    one.press(BUTTON, "Share all of these")
    one.finds(BUTTON, "Share 4 answers")
    journey.pages["share"] = one.page()
    one.press(BUTTON, "Share 4 answers")
    one.finds(HEADING, "Shared")
    journey.pages["shared"] = one.page()


def save(one: Listener, journey: Journey, home: Path) -> Path:
    one.press(BUTTON, "Print or save")
    one.press(BUTTON, "Save as a file")
    one.finds(HEADING, "Where should it go?")
    journey.pages["places"] = one.page()
    one.press(BUTTON, "My own folder")
    one.finds(HEADING, "In My own folder")
    journey.pages["folder"] = page = one.page()
    called = "It will be called "
    said = next(each.name for each in page if each.name.startswith(called))
    name = said.removeprefix(called).removesuffix(".").strip("\u2068\u2069")
    one.press(BUTTON, "Save here")
    one.finds(NOTE, f"Saved as {name}. Anybody who can open that folder can read it.")
    journey.pages["paper"] = one.page()
    return home / name


WRONG = (
    "That passphrase does not open this ward. Nothing has changed. "
    "Please try again, or use the recovery code."
)
ONLY_READ = [
    ("two voices", SAMS, TEA + SLEEP),
    ("read back", SAMS, MUSIC),
    ("check", "Sam's words", TEA + SLEEP),
    ("check", "Priya's words (Nurse)", PRIYA_THINKS),
    ("check", "Sam's words", MUSIC),
    ("share", SAMS, TEA + SLEEP),
    ("share", PRIYAS, PRIYA_THINKS),
]


def below(page: Page, at: int) -> Page:
    """What stands inside the thing at this place of a page."""
    depth = page[at].depth
    rest = page[at + 1 :]
    count = next((n for n, one in enumerate(rest) if one.depth <= depth), len(rest))
    return rest[:count]


def test_the_journey_ends_with_a_care_plan_in_a_file(told: Journey):
    words = text_of(told.paper)

    for said in ("Yes, now", TEA + SLEEP, PRIYA_THINKS, MUSIC):
        assert said in words
    assert "Sam said “Yes, that is right.”" in words


def test_every_screen_is_a_group_with_the_name_of_its_heading(told: Journey):
    for stop, page in told.pages.items():
        first = next(one.name for one in page if one.role == HEADING)
        groups = [one.name for one in page if one.role == GROUP]
        assert groups[0] == first, stop


def test_every_screen_tells_its_heading_before_anything_of_its_own(told: Journey):
    for stop, page in told.pages.items():
        at = next(n for n, one in enumerate(page) if one.role == GROUP)
        inside = [one for one in below(page, at) if one.name]
        assert inside[0].role == HEADING, stop


@pytest.mark.parametrize(("stop", "whose", "words"), ONLY_READ)
def test_whose_words_they_are_is_told_before_the_words(
    told: Journey, stop: str, whose: str, words: str
):
    page = told.pages[stop]
    cards = [
        below(page, at)
        for at, one in enumerate(page)
        if (one.role, one.name) == (GROUP, whose)
    ]
    names = next(
        [one.name for one in card if one.name]
        for card in cards
        if words in [one.name for one in card]
    )

    assert names[0] == whose
    assert "Sam" in names[1] or "Priya" in names[1]
    assert names.index(words) > 1


@pytest.mark.parametrize(("stop", "whose", "words"), ONLY_READ)
def test_words_that_are_only_read_are_no_box_to_write_in(
    told: Journey, stop: str, whose: str, words: str
):
    # NVDA reads empty lines in boxes wrongly: what cannot be written in is a label.
    shown = [one for one in told.pages[stop] if words in (one.name, one.text)]

    assert {one.role for one in shown} == {WORDS}
    assert all("read-only" in one.states for one in shown)
    assert not any("editable" in one.states for one in shown)


def test_how_it_stands_is_told_after_the_words(told: Journey):
    page = told.pages["two voices"]
    at = [one.name for one in page].index(SAMS)
    names = [one.name for one in below(page, at)]

    assert names.index("Not shared yet") > names.index(TEA + SLEEP)


def test_what_is_chosen_is_told_and_what_is_not(told: Journey):
    ticked = {
        (one.role, one.name): "checked" in one.states
        for one in told.pages["who is here"]
        if "checkable" in one.states
    }

    assert ticked[RADIO, "Sam"]
    assert not ticked[RADIO, "Alex"]
    assert ticked[TICK, "Priya, Nurse"]
    assert not ticked[TICK, "Robin, Doctor"]


def test_a_choice_is_a_group_that_asks_its_question(told: Journey):
    page = told.pages["choice"]
    # The screen asks it too, and the choice stands inside it.
    named = [(one.role, one.name) == (GROUP, FIRST) for one in page]
    at = len(page) - 1 - named[::-1].index(True)
    inside = [one for one in below(page, at) if one.role == RADIO]

    assert inside[0].name == "Yes, now"
    assert ["checked" in one.states for one in inside] == [True, False, False, False]


def test_a_box_says_whose_answer_it_holds_and_that_it_can_be_written_in(told: Journey):
    box = told.things["box"]

    assert box.name == f"Sam’s answer: {SECOND}"
    assert box.text == TEA + SLEEP
    assert {"editable", "multi-line", "focusable"} <= set(box.states)


def test_what_is_wrong_is_told_with_the_box_that_it_is_about(told: Journey):
    # Qt has no state of its own for "required" or "invalid": words say it.
    assert told.things["wrong"].description == WRONG
    assert ("labelled-by", "Passphrase") in told.things["wrong"].relations


def test_a_passphrase_is_told_to_nobody(told: Journey):
    secret = told.things["wrong"]

    assert set(secret.text or "") == {"●"}
    assert all("not the" not in (one.text or "") for one in told.pages["door"])


def test_everything_that_can_be_pressed_has_a_name(told: Journey):
    roles = {BUTTON, RADIO, TICK, BOX, SECRET}
    nameless = [
        (stop, one.role)
        for stop, page in told.pages.items()
        for one in page
        if one.role in roles and not one.name
    ]

    assert nameless == []
