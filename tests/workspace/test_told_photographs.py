"""That a photograph of a sheet is kept, told on paper and in what paper carries."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from coprod_desktop.pdf.check_code import check_code
from coprod_desktop.pdf.reading import ReadPaper, read_paper
from coprod_desktop.workspace.finding_codes import find_code
from coprod_desktop.workspace.open_document import OpenDocument
from coprod_desktop.workspace.papers import pdf_of, wall_time
from coprod_desktop.workspace.pens import copying_pens
from coprod_desktop.workspace.printable import read_printable
from coprod_desktop.workspace.verifying import Verdict, verify_pdf
from tests.model.test_photographs import png
from tests.workspace.test_papers import shared
from tests.workspace.test_sheets import codes
from tests.workspace.wards import FORM, QUESTION

SCAN = png(640, 480)
TOLD = "A photograph of the handwriting is kept. Priya"


@pytest.fixture
def copied(ward, cast) -> Iterator[OpenDocument]:
    """Sam's form, into which Priya has copied one answer from paper."""
    document = ward.sit_down(cast.sam, (cast.priya,)).open(FORM)
    (pen,) = copying_pens(document.pens(), cast.sam)
    document.take_pen(pen.attribution)
    shared(document, "Walks")
    yield document
    document.close()


def keep_photograph(document: OpenDocument, question: str = QUESTION) -> None:
    sheets = document.sheets
    (code,) = [one for one in codes(document) if question in sheets.questions(one)]
    sheets.photographs.keep(code, SCAN)


def told_in(read: ReadPaper) -> list[str]:
    return [one.text for one in read.passages if TOLD in one.text]


def test_a_paper_tells_who_brought_the_handwriting_beside_the_words(
    ward, cast, copied
) -> None:
    assert told_in(read_paper(copied.papers.pdf())) == []
    keep_photograph(copied)

    pdf = copied.papers.pdf()

    read = read_paper(pdf)
    assert len(told_in(read)) == 1
    assert verify_pdf(ward.store, pdf, ward.shelf).verdict is Verdict.SAME
    words = json.loads(read.words_json or "")
    assert words["schema"] == "coprod-words/3"
    (statement,) = [
        one
        for asked in words["questions"]
        for one in asked["statements"]
        if asked["id"] == QUESTION
    ]
    (photograph,) = statement["photographs"]
    assert photograph["by"] == cast.priya
    (kept,) = copied.sheets.photographs.kept()
    assert photograph["sha256"] == kept.told.sha256.hex()
    assert photograph["sheet"] == kept.told.sheet
    entry = words["head"]["entry"]
    assert photograph["entry"] == entry
    assert kept.told.sha256.hex() in (read.bundle_json or "")


def test_a_photograph_of_a_sheet_that_nothing_was_copied_off_stands_nowhere(
    copied,
) -> None:
    before = copied.papers.words_json()
    sheets = codes(copied)
    other = next(one for one in sheets if QUESTION not in copied.sheets.questions(one))

    copied.sheets.photographs.keep(other, SCAN)

    assert copied.papers.words_json() == before
    assert json.loads(before)["schema"] == "coprod-words/2"


def test_a_paper_from_before_the_photograph_is_still_the_same(ward, copied) -> None:
    pdf = copied.papers.pdf()

    keep_photograph(copied)

    assert verify_pdf(ward.store, pdf, ward.shelf).verdict is Verdict.SAME


def test_a_paper_of_a_program_that_told_no_photograph_is_still_the_store_s(
    ward, copied
) -> None:
    keep_photograph(copied)
    older = read_printable(ward.store, copied.id, ward.shelf, "en", layout=4)

    pdf = pdf_of(older, wall_time(ward.world.clock))

    assert told_in(read_paper(pdf)) == []
    assert verify_pdf(ward.store, pdf, ward.shelf).verdict is Verdict.SAME


def test_the_codes_of_papers_with_and_without_the_photograph_are_found(
    ward, copied
) -> None:
    before = check_code(copied.papers.words_json())
    keep_photograph(copied)
    after = check_code(copied.papers.words_json())
    older = read_printable(ward.store, copied.id, ward.shelf, "en", layout=4)

    assert before != after
    assert older.check_code == before
    for code in (before, after):
        found = find_code(ward, code)
        assert found.kept is not None
        assert found.is_newest
    shared(copied, "Walks in the rain")
    assert not find_code(ward, after).is_newest
