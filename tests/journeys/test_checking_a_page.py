"""A printed page is checked: by staff for the ward, by who sits here for one."""

from __future__ import annotations

from coprod_desktop.gui.places import ToHome, ToWhoIsHere
from coprod_desktop.model.people import PersonId
from coprod_desktop.workspace.papers import pdf_of
from coprod_desktop.workspace.printable import Printable, read_printable
from coprod_desktop.workspace.ward import Ward
from tests.english import english
from tests.fakes import TickingClock
from tests.journeys.conftest import AtExample
from tests.journeys.driver import WardComputer

TITLE, CODE = "Check a printed page", "The check code on the page"


def ward_of(pc: WardComputer) -> Ward:
    return pc.program.routes.session.ward


def paper_of(pc: WardComputer, name: str, form: str) -> Printable:
    ward = ward_of(pc)
    person = next(one for one in ward.people.everyone if one.name == name)
    lines = ward.store.documents.of(PersonId(person.id))
    document = next(one.id for one in lines if one.template == form)
    return read_printable(ward.store, document, ward.shelf, "en")


def check(pc: WardComputer, code: str) -> str:
    pc.fill(CODE, code)
    pc.press("Check the code")
    return pc.notice


def test_sam_checks_a_page_of_their_own_and_is_told_nothing_of_alexs(
    at_example: AtExample,
):
    pc = at_example(english())
    pc.window.go(ToHome())
    pc.rest()
    own, other = (
        paper_of(pc, "Sam Example", "care-plan").check_code,
        paper_of(pc, "Alex Test", "ward-round").check_code,
    )

    pc.press(TITLE)

    assert "We have words with this code: My care plan" in check(pc, own.lower())
    told = check(pc, other)
    assert told.startswith("None of the papers of Sam Example from this ward has")
    assert told == check(pc, "0000 0000")
    pc.press("Back")
    assert pc.heading == "What would you like to do?"


def test_staff_check_a_page_and_a_file_of_anybody(at_example: AtExample):
    pc = at_example(english())
    pc.window.go(ToWhoIsHere())
    pc.rest()
    paper = paper_of(pc, "Alex Test", "ward-round")
    pc.answers.names.append("paper.pdf")
    kept = pc.answers.folder / "paper.pdf"
    kept.write_bytes(pdf_of(paper, TickingClock()()))
    pc.press("What staff see to")

    pc.press(TITLE)

    assert "My ward round, of Alex Test" in check(pc, paper.check_code)
    pc.press("Choose a PDF file")
    assert "same as here: My ward round, of Alex Test" in pc.notice
    assert "Fresh air" not in " ".join(pc.all_words())
    pc.press("Back")
    assert pc.heading == "What staff see to"
