"""Sheets that were filled in by hand, held against the form that is open."""

from __future__ import annotations

import re

import pytest

from coprod_desktop.model.authored_text import Attribution, Mode
from coprod_desktop.model.problem import Problem
from coprod_desktop.pdf.reading import read_paper
from coprod_desktop.pdf.sheet_code import SheetCode, read_sheet_code
from coprod_desktop.workspace.paper_wishes import USUAL_WISH, Copy
from coprod_desktop.workspace.pens import copying_pens
from coprod_desktop.workspace.verifying import Verdict, verify_pdf
from tests.workspace.test_papers import shared
from tests.workspace.wards import FORM

BLANK = USUAL_WISH.as_copy(Copy.BLANK)


def codes(document) -> list[str]:
    """The codes on the sheets of an open form, in order."""
    read = read_paper(document.papers.pdf(BLANK))
    found = (re.search(r"[0-9A-Z]{5}-[0-9A-Z]{5}", one) for one in read.loose)
    return [one[0] for one in found if one]


def problem(document, typed: str) -> str:
    with pytest.raises(Problem) as told:
        document.sheets.questions(typed)
    return told.value.key


def test_the_codes_of_all_sheets_together_lead_to_every_question(ward, cast):
    document = ward.sit_down(cast.sam, (cast.priya,)).open(FORM)

    found = [document.sheets.questions(one) for one in codes(document)]

    asked = [one.id for one in document.form.template.questions()]
    assert [one for sheet in found for one in sheet] == asked
    document.close()


def test_a_sheet_of_somebody_else_or_another_form_is_refused(ward, cast):
    other = ward.sit_down(cast.alex).open(FORM)
    of_alex = codes(other)[0]
    other.close()
    sitting = ward.sit_down(cast.sam, (cast.priya,))
    round_sheets = sitting.open("ward-round")
    of_round = codes(round_sheets)[0]
    round_sheets.close()
    document = sitting.open(FORM)

    assert problem(document, of_alex) == "sheet.other_person"
    assert problem(document, of_round) == "sheet.other_form"
    document.close()


def test_a_slip_and_a_sheet_of_no_form_are_refused(ward, cast):
    document = ward.sit_down(cast.sam, (cast.priya,)).open(FORM)
    right = codes(document)[0]
    code = read_sheet_code(right)
    assert code is not None
    wrong = ("1" if right[0] != "1" else "2") + right[1:]
    far = str(SheetCode(code.tag, 200, 1))
    unknown = str(SheetCode(code.tag ^ 1, 1, 1))

    assert problem(document, wrong) == "sheet.slip"
    assert problem(document, far) == "sheet.slip"
    assert problem(document, unknown) == "sheet.unknown"
    document.close()


def test_words_copied_from_a_sheet_say_so_and_wait_to_be_read_back(ward, cast):
    document = ward.sit_down(cast.sam, (cast.priya,)).open(FORM)
    (pen,) = copying_pens(document.pens(), cast.sam)
    document.take_pen(pen.attribution)

    shared(document, "Walks")

    copied = Attribution(cast.sam, cast.priya, Mode.COPIED_FROM_PAPER)
    assert pen.attribution == copied
    read = [one.text for one in read_paper(document.papers.pdf()).passages]
    assert any("Written on paper by Sam" in one for one in read)
    assert document.reading_back.waiting()
    document.close()


def test_somebody_alone_copies_for_nobody(ward, cast):
    document = ward.sit_down(cast.sam).open(FORM)

    found = copying_pens(document.pens(), cast.sam)

    assert found == ()
    document.close()


def test_a_blank_form_carries_no_words_and_is_no_paper_of_words(ward, cast):
    document = ward.sit_down(cast.sam).open(FORM)
    shared(document, "Walks by the river")
    pdf = document.papers.pdf(BLANK)
    document.close()

    read = read_paper(pdf)

    assert (read.words_json, read.bundle_json) == (None, None)
    assert "Walks by the river" not in str(read.passages)
    assert verify_pdf(ward.store, pdf, ward.shelf).verdict is Verdict.FOREIGN


def test_printing_a_blank_form_is_not_told_as_seeing_words(ward, cast, tmp_path):
    document = ward.sit_down(cast.sam, (cast.priya,)).open(FORM)
    shared(document)
    before = ward.store.record.head()

    document.papers.export(tmp_path / "blank.pdf", BLANK)
    document.papers.was_printed(BLANK)
    after_blank = ward.store.record.head()
    document.papers.was_printed()
    document.close()

    assert after_blank == before
    assert ward.store.record.head() > before
