"""Every screen of an open form, on small windows, in big text, and mirrored."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QAbstractButton, QWidget

from coprod_desktop.gui import places as to
from coprod_desktop.gui.chosen_places import (
    ToPhrases,
    ToSpelling,
    ToTalk,
    ToTalkCard,
    ToTalkEnd,
)
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.i18n.pseudo import pseudo_catalogue
from tests.journeys.conftest import AtExample
from tests.journeys.driver import WardComputer
from tests.journeys.hands import KeyHands

SIZES = [(1366, 768, 16), (1024, 600, 48)]

LEAST_PX = 44


@pytest.fixture(params=["en", "pseudo"])
def pc(request: pytest.FixtureRequest, at_example: AtExample) -> WardComputer:
    """The made-up ward's computer, with Sam, Jo and Priya at it."""
    words = read_catalogue("en")
    return at_example(pseudo_catalogue(words) if request.param == "pseudo" else words)


def every_place(pc: WardComputer) -> Iterator[object]:
    """Every place of one form, and of another the kind of question it lacks."""
    yield to.ToForm("ward-round")
    yield to.ToParts()
    yield to.ToPick()
    for question in pc.questions:
        yield to.ToQuestion(question)
    for card in pc.opened.document.reading_back.waiting()[:1]:
        yield to.ToReadBack(card.question, card.voice, to.ToParts())
    yield from others_statements(pc)
    yield to.ToRubOut(question)
    yield ToPhrases("went-well")
    yield ToSpelling("went-well")
    yield ToTalk()
    yield ToTalkCard("", 0)
    yield ToTalkCard("before", 7)
    yield ToTalkEnd("")
    yield to.ToCheck()
    yield to.ToShare()
    yield to.ToPaper()
    yield to.ToForm("cpa-meeting")
    yield to.ToQuestion("what-i-need")


def others_statements(pc: WardComputer) -> Iterator[object]:
    """The place to differ from the first words that are not the pen's."""
    pen = pc.opened.document.pen.voice
    for question in pc.questions:
        for card in pc.opened.document.cards(question):
            if card.statement is not None and card.voice != pen:
                yield to.ToSeeDifferently(card.statement.id)
                return


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
def test_nothing_is_cut_off_small_or_without_a_name(
    pc: WardComputer, size: tuple[int, int, int]
):
    width, height, text_pt = size
    pc.window.resize(width, height)
    pc.program.stage.board.set_text_pt(text_pt)
    pc.rest()

    wrong = []
    for place in every_place(pc):
        pc.window.go(place)
        pc.rest()
        wrong += [f"{type(place).__name__}: {one}" for one in faults(pc)]

    assert wrong == []
    assert (pc.window.width(), pc.window.height()) == (width, height)


def faults(pc: WardComputer) -> Iterator[str]:
    """What somebody could not use on the screen that is showing."""
    screen = pc.screen
    if not pc.window.isActiveWindow():
        yield "another window came up, if only for a moment"
    sideways = screen.area.horizontalScrollBar().maximum()
    if sideways:
        yield f"scrolls sideways by {sideways}"
    if screen.area.viewport().height() < 120:
        yield f"leaves {screen.area.viewport().height()} px to read in"
    for button in pc.window.findChildren(QAbstractButton):
        if button.isVisible():
            yield from faults_of(button, pc.window)


def faults_of(button: QAbstractButton, window: QWidget) -> Iterator[str]:
    """What is wrong with one button."""
    name = button.accessibleName()
    if not name:
        yield "a button has no name"
    if min(button.width(), button.height()) < LEAST_PX:
        yield f"{name!r} is {button.width()} by {button.height()} px"
    left = button.mapTo(window, QPoint(0, 0)).x()
    if left < 0 or left + button.width() > window.width():
        yield f"{name!r} is cut off at the side"


def test_what_is_being_written_comes_into_sight(pc: WardComputer):
    pc.window.resize(1024, 600)
    pc.program.stage.board.set_text_pt(48)
    pc.window.go(to.ToForm("ward-round"))
    pc.window.go(to.ToQuestion("medicines"))
    pc.rest()
    pc.hands = KeyHands()

    pc.write("One line\nand another\nand a third.")

    viewport = pc.screen.area.viewport()
    caret = pc.box.viewport().mapTo(viewport, pc.box.cursorRect().center())
    assert 0 < caret.y() < viewport.height()
