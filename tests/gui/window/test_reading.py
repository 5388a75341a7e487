"""How I like to read: put on when I sit down, kept for me, and gone when I leave."""

from __future__ import annotations

import pytest

from coprod_desktop.gui.gathering import Gathering
from coprod_desktop.gui.places import (
    GoBack,
    ToHelp,
    ToHome,
    ToOneSwitch,
    ToWhoIsHere,
)
from coprod_desktop.gui.reading_keeper import reader_of
from coprod_desktop.gui.routes import ToTextSize
from coprod_desktop.gui.screens.home import HomeScreen
from coprod_desktop.gui.screens.reading import ReadingScreen
from coprod_desktop.gui.showing.cut_words import cut_words
from coprod_desktop.gui.showing.visitor import Visitor
from coprod_desktop.gui.widgets.notice import Notice
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.model.reading import (
    FONTS,
    LETTERS_PCT,
    LINES_PCT,
    PARAGRAPHS_PCT,
    WORDS_PCT,
    Reading,
)

BIG = Reading(28, "dark")


@pytest.fixture
def visitor(at_who_is_here: Visitor) -> Visitor:
    return at_who_is_here


def person(visitor: Visitor, name: str) -> PersonId:
    people = visitor.program.routes.session.ward.people.everyone
    return next(one.id for one in people if one.name == name)


def sit_down(visitor: Visitor, *names: str, patient: str = "Sam Example") -> None:
    session = visitor.program.routes.session
    here = tuple(person(visitor, one) for one in names)
    session.gather(Gathering(person(visitor, patient), here))
    session.sit_down()
    visitor.program.window.go(ToHome())
    visitor.on(HomeScreen)


def reading(visitor: Visitor) -> Reading:
    return visitor.program.stage.board.reading


def test_what_is_chosen_is_put_on_when_the_person_sits_down_again(visitor: Visitor):
    before = reading(visitor)
    sit_down(visitor, "Sam Example", "Priya Sample")
    visitor.press(visitor.words("top.text_size"))
    visitor.on(ReadingScreen)
    visitor.press(visitor.words("theme.dark"))
    visitor.press(visitor.words("text_size.bigger"))
    chosen = reading(visitor)
    visitor.press(visitor.words("text_size.done"))

    visitor.program.window.go(ToWhoIsHere())
    away = reading(visitor)
    sit_down(visitor, "Sam Example")

    assert chosen.theme == "dark"
    assert chosen.text_pt > before.text_pt
    assert away == before
    assert reading(visitor) == chosen
    assert visitor.program.stage.look.theme.id == "dark"


def test_the_screen_says_for_whom_it_is_kept(visitor: Visitor):
    sit_down(visitor, "Sam Example", "Priya Sample")
    visitor.program.window.go(ToTextSize())
    said = {one.text() for one in visitor.screen.findChildren(PlainLabel)}
    wanted = visitor.words("reading.kept_for", name="Sam Example")

    visitor.program.window.go(GoBack())
    visitor.program.window.go(ToWhoIsHere())
    visitor.program.window.go(ToTextSize())
    then = {one.text() for one in visitor.screen.findChildren(PlainLabel)}

    assert wanted in said
    assert wanted not in then


@pytest.mark.parametrize("font", FONTS)
def test_with_the_most_space_nothing_is_cut_off(visitor: Visitor, font: str):
    sit_down(visitor, "Sam Example", "Priya Sample")
    visitor.program.window.resize(1024, 600)
    spacious = Reading(
        48,
        lines_pct=LINES_PCT[-1],
        letters_pct=LETTERS_PCT[-1],
        words_pct=WORDS_PCT[-1],
        paragraphs_pct=PARAGRAPHS_PCT[-1],
        font=font,
    )
    visitor.program.stage.board.read_as(spacious)

    cut = []
    for place in (ToHome(), ToTextSize(), ToOneSwitch(), ToHelp()):
        visitor.program.window.go(place)
        visitor.settle()
        cut += cut_words(visitor.program.window)
        cut += ["sideways"] * visitor.screen.area.horizontalScrollBar().maximum()

    assert cut == []


@pytest.mark.parametrize("leave", ["lock", "cover", "close_ward"])
def test_nobody_who_comes_by_sees_how_somebody_reads(visitor: Visitor, leave: str):
    before = reading(visitor)
    session = visitor.program.routes.session
    session.ward.reading.keep(person(visitor, "Sam Example"), BIG)
    sit_down(visitor, "Sam Example", "Priya Sample")
    seated = reading(visitor)

    if leave == "cover":
        visitor.program.window.cover_or_uncover()
    else:
        getattr(visitor.program.window, leave)()

    assert seated == BIG
    assert reading(visitor) == before


def test_another_patient_reads_in_their_own_way(visitor: Visitor):
    before = reading(visitor)
    ward = visitor.program.routes.session.ward
    ward.reading.keep(person(visitor, "Sam Example"), BIG)
    sit_down(visitor, "Sam Example")

    sit_down(visitor, "Alex Test", patient="Alex Test")

    assert reading(visitor) == before


def test_without_the_patient_it_is_for_who_is_here(visitor: Visitor):
    sit_down(visitor, "Priya Sample")

    reader = reader_of(visitor.program.routes.session)

    assert reader is not None
    assert reader.name == "Priya Sample"


def test_what_cannot_be_kept_is_said_and_shown_all_the_same(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
):
    sit_down(visitor, "Sam Example")
    ward = visitor.program.routes.session.ward

    def full(*_: object) -> None:
        raise Problem("store.disk_full")

    monkeypatch.setattr(ward.reading, "keep", full)
    visitor.program.stage.board.set_text_pt(36)

    said = [one.words for one in visitor.screen.findChildren(Notice)]
    assert visitor.words("store.disk_full") in said
    assert reading(visitor).text_pt == 36


def test_what_cannot_be_read_is_said_and_the_ward_s_own_stays(
    visitor: Visitor, monkeypatch: pytest.MonkeyPatch
):
    before = reading(visitor)
    ward = visitor.program.routes.session.ward

    def damaged(*_: object) -> None:
        raise Problem("store.database_damaged")

    monkeypatch.setattr(ward.reading, "of", damaged)
    sit_down(visitor, "Sam Example")

    said = [one.words for one in visitor.screen.findChildren(Notice)]
    assert visitor.words("store.database_damaged") in said
    assert reading(visitor) == before
