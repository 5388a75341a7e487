"""Papers are in the language of the screens, wherever its lines start."""

from __future__ import annotations

import json

import pytest

from coprod_desktop.pdf.reading import read_paper
from coprod_desktop.workspace.verifying import verify_pdf
from tests.workspace.test_papers import shared
from tests.workspace.wards import FORM


@pytest.mark.parametrize("spoken", ["cy", "ar", "ur"])
def test_a_form_that_asks_in_another_language_prints_in_it(ward, cast, spoken: str):
    ward.language = spoken
    document = ward.sit_down(cast.sam).open(FORM)
    shared(document)
    shown = document.papers.blocks(with_drafts=True)
    pdf = document.papers.pdf()
    told = json.loads(document.papers.words_json())
    document.close()

    read = read_paper(pdf)
    assert shown.language == spoken
    assert told["form"]["language"] == spoken
    assert read.language == spoken
    assert verify_pdf(ward.store, pdf, ward.shelf).is_genuine


def test_the_log_and_the_page_for_the_advocate_are_as_their_pages(ward, cast):
    ward.language = "ar"
    document = ward.sit_down(cast.sam).open(FORM)
    shared(document)
    document.close()

    letter = ward.own_log.letter(cast.sam)
    line = ward.own_log.lines(cast.sam)[0]

    assert letter.paper.language == "ar"
    assert any("\u0600" <= sign <= "\u06ff" for sign in line.sentence)
