"""What stands on paper beside a document's own words, and when it does."""

from __future__ import annotations

import json

import pytest

from coprod_desktop.model.documents import MarkKind
from coprod_desktop.pdf.layouts import LAYOUT
from coprod_desktop.workspace.flags import FlagTo
from coprod_desktop.workspace.printable import read_printable
from coprod_desktop.workspace.verifying import Verdict, verify_pdf
from tests.workspace.wards import FORM, QUESTION, own, write


def told(ward, document) -> list[str]:
    """What the paper of a document says is not fair."""
    found = read_printable(ward.store, document, ward.shelf, "en")
    return [
        one["said"]["text"]["words"] for one in json.loads(found.words_json)["flags"]
    ]


def flag(ward, cast, words: str):
    pen = own(cast.sam)
    return ward.flags.raise_flag(cast.sam, pen, words, FlagTo.MEETING)


@pytest.mark.parametrize("form", ["ward-round", "cpa-meeting"])
def test_a_meetings_paper_has_what_is_not_fair_until_it_was_answered(
    ward, cast, form
) -> None:
    sitting = ward.sit_down(cast.sam)
    first_flag = flag(ward, cast, "first")
    first = sitting.start_new(form)
    flag(ward, cast, "second")

    assert told(ward, first.id) == ["first", "second"]

    ward.flags.answer(first_flag, cast.priya, "We will ask")
    second = sitting.start_new(form)
    flag(ward, cast, "third")

    assert told(ward, first.id) == ["first", "second"]
    assert told(ward, second.id) == ["second", "third"]
    for one in (first, second):
        one.close()


def test_other_forms_and_other_patients_have_none_of_it(ward, cast) -> None:
    flag(ward, cast, "first")
    plan = ward.sit_down(cast.sam).open(FORM)
    other = ward.sit_down(cast.alex).open("ward-round")

    assert told(ward, plan.id) == told(ward, other.id) == []
    for one in (plan, other):
        one.close()


def test_a_flag_that_was_raised_or_answered_later_makes_a_paper_older(
    ward, cast
) -> None:
    document = ward.sit_down(cast.sam).open("ward-round")
    before = document.papers.pdf()
    raised = flag(ward, cast, "first")
    with_flag = document.papers.pdf()
    ward.flags.answer(raised, cast.priya, "We will ask")
    with_answer = document.papers.pdf()
    document.close()

    verdicts = [
        verify_pdf(ward.store, one, ward.shelf).verdict
        for one in (before, with_flag, with_answer)
    ]
    assert verdicts == [Verdict.NEWER, Verdict.NEWER, Verdict.SAME]


def test_a_mark_is_on_paper_from_then_on_and_off_it_where_it_is_kept_off(
    document, ward
) -> None:
    write(document, QUESTION, "Walks")
    (card,) = document.sharing.share(document.sharing.unshared())
    assert card.statement is not None
    before = document.papers.pdf()
    document.marks.put(card.statement.id, MarkKind.PRESSED)

    assert b"pressed" in document.papers.words_json().encode()
    assert verify_pdf(ward.store, before, ward.shelf).verdict is Verdict.NEWER
    marked = document.papers.pdf()
    assert verify_pdf(ward.store, marked, ward.shelf).verdict is Verdict.SAME

    document.marks.set_printing(card.statement.id, MarkKind.PRESSED, is_printed=False)
    assert "pressed" not in document.papers.words_json()
    again = document.papers.pdf()
    assert verify_pdf(ward.store, again, ward.shelf).verdict is Verdict.SAME


def test_another_layout_gives_another_text(document, ward) -> None:
    write(document, QUESTION, "Walks")
    document.sharing.share(document.sharing.unshared())
    document.flush()

    found = read_printable(ward.store, document.id, ward.shelf, "en", layout=1)

    assert (found.layout, json.loads(found.words_json)["schema"]) in [
        (1, "coprod-words/1"),
        (LAYOUT, "coprod-words/2"),
    ]
