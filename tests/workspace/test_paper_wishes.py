"""Papers as somebody wishes for them, and held against the store afterwards."""

from __future__ import annotations

from io import BytesIO
from itertools import product

import pikepdf
import pytest

from coprod_desktop.model.reading import EASY_READ, Reading
from coprod_desktop.pdf.reading import read_paper
from coprod_desktop.workspace.paper_wishes import (
    LARGE_FROM_PT,
    USUAL_WISH,
    Copy,
    PaperKind,
    PaperWish,
    first_wish,
)
from coprod_desktop.workspace.verifying import Verdict, verify_pdf
from tests.workspace.test_papers import shared
from tests.workspace.wards import FORM

EVERY = [
    *(
        USUAL_WISH.of_kind(kind).as_copy(copy)
        for kind, copy in product(PaperKind, (Copy.MINE, Copy.MEETING))
    ),
    USUAL_WISH.in_language("cy", "en"),
    USUAL_WISH.of_kind(PaperKind.EASY_READ).in_language("cy", "en"),
]


def verdict(ward, pdf: bytes) -> Verdict:
    return verify_pdf(ward.store, pdf, ward.shelf).verdict


@pytest.mark.parametrize("wish", EVERY, ids=lambda one: one.choice.told)
def test_every_paper_is_the_store_s_and_says_which_it_is(ward, cast, wish) -> None:
    document = ward.sit_down(cast.sam).open(FORM)
    shared(document)
    pdf = document.papers.pdf(wish)
    document.close()

    found = verdict(ward, pdf)

    assert found is Verdict.SAME
    read = read_paper(pdf)
    assert (read.choice, read.language) == (wish.choice, wish.language or "en")


@pytest.mark.parametrize("language", ["cy", "pl", "ar", "ur"])
def test_a_paper_in_another_language_keeps_people_s_words(ward, cast, language) -> None:
    document = ward.sit_down(cast.sam).open(FORM)
    shared(document, "Walks by the river")
    wish = USUAL_WISH.of_kind(PaperKind.LARGE_PRINT).in_language(language)
    pdf = document.papers.pdf(wish)
    usual = document.papers.pdf()
    document.close()

    read = read_paper(pdf)
    assert verdict(ward, pdf) is Verdict.SAME
    assert (read.language, read_paper(usual).language) == (language, "en")
    assert "Walks by the river" in [one.text for one in read.passages]


def test_a_paper_that_claims_to_be_another_one_is_changed(ward, cast) -> None:
    document = ward.sit_down(cast.sam).open(FORM)
    shared(document)
    pdf = document.papers.pdf(USUAL_WISH.of_kind(PaperKind.LARGE_PRINT))
    document.close()
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        opened.docinfo["/Keywords"] = "paper easy-read, copy mine"
        opened.save(target)

    found = verdict(ward, target.getvalue())

    assert found is Verdict.CHANGED


def test_the_file_s_name_tells_which_paper_it_is(ward, cast) -> None:
    document = ward.sit_down(cast.sam).open(FORM)
    shared(document)
    wish = USUAL_WISH.of_kind(PaperKind.LARGE_PRINT).as_copy(Copy.MEETING)
    usual, named = document.papers.safe_name(), document.papers.safe_name(wish)
    document.close()

    assert "-large-print-meeting-" in named
    assert "-large" not in usual


@pytest.mark.parametrize(
    ("reading", "kind"),
    [
        (None, PaperKind.CLEAR),
        (Reading(), PaperKind.CLEAR),
        (Reading(print_size=EASY_READ), PaperKind.EASY_READ),
        (Reading(text_pt=LARGE_FROM_PT), PaperKind.LARGE_PRINT),
        (Reading(text_pt=48, print_size=EASY_READ), PaperKind.EASY_READ),
        (Reading(text_pt=LARGE_FROM_PT - 1), PaperKind.CLEAR),
    ],
)
def test_the_first_paper_is_the_one_that_fits_how_somebody_reads(reading, kind):
    assert first_wish(reading) == PaperWish().of_kind(kind)
