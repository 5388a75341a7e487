"""Every screen about one's own words, on a small window in big text, and mirrored."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from coprod_desktop.gui import own_places as own
from coprod_desktop.gui import places as to
from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.i18n.pseudo import pseudo_catalogue
from coprod_desktop.model.change import Change
from coprod_desktop.model.documents import StatementId
from coprod_desktop.workspace.flags import FlagTo
from tests.journeys.conftest import AtExample
from tests.journeys.driver import WardComputer
from tests.journeys.test_every_writing_screen import faults


@pytest.fixture(params=["en", "pseudo"])
def pc(request: pytest.FixtureRequest, at_example: AtExample) -> WardComputer:
    """The made-up ward's computer, with Sam, Jo and Priya at it."""
    words = read_catalogue("en")
    return at_example(pseudo_catalogue(words) if request.param == "pseudo" else words)


def every_place(pc: WardComputer) -> Iterator[object]:
    """Every place of what belongs to a person."""
    yield to.ToForm("care-plan")
    statement = StatementId(min(pc.opened.own_statements()))
    yield own.ToMark(statement, to.ToCheck())
    flags = pc.opened.sitting.not_fair
    flags.begin().change(Change(0, 0, "The door to the garden is locked."))
    yield own.ToNotFair()
    yield own.ToNotFairChoice()
    yield own.ToNotFairPaper(flags.keep(FlagTo.ADVOCATE))
    flags.begin().change(Change(0, 0, "Nobody knocks."))
    told = flags.tell_meeting()
    yield own.ToNotFairKept(is_told=True)
    yield own.ToNotFairAnswer(told)
    yield own.ToNotFairList()
    yield own.ToOwnLog()
    yield own.ToOwnLogPaper()
    yield own.ToFindWords()


def test_nothing_of_ones_own_is_cut_off_small_or_without_a_name(pc: WardComputer):
    pc.window.resize(1024, 600)
    pc.program.stage.board.set_text_pt(48)
    pc.rest()

    wrong = []
    for place in every_place(pc):
        pc.window.go(place)
        pc.rest()
        wrong += [f"{type(place).__name__}: {one}" for one in faults(pc)]

    assert wrong == []
