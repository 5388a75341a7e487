"""Tests that letters get the bytes that the font gives them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfbase.pdfdoc import PDFDocument

from coprod_desktop.pdf.codes import Codes, escaped
from coprod_desktop.pdf.faces import face
from coprod_desktop.pdf.reading import read_paper
from tests.pdf.samples import SAM, by, one_answer, pdf_of

SOME = st.text("abc (é)\\ŵŷ\u00a0'…’ÀÿĀſ", max_size=12)


@given(st.lists(SOME, max_size=6))
def test_letters_get_the_bytes_that_the_font_gives_them(texts: list[str]) -> None:
    font = face("body").font
    other = PDFDocument()
    codes = Codes(font, PDFDocument())

    told = [text.translate(codes) for text in texts]

    split = [font.splitString(text, other) for text in texts]
    assert told == ["".join(escaped(one) for _, one in parts) for parts in split]
    assert codes.is_one_subset


def test_more_letters_than_one_subset_holds_are_noticed() -> None:
    codes = Codes(face("body").font, PDFDocument())
    many = "".join(sorted(face("body").signs))

    many.translate(codes)

    assert len(many) > 256
    assert not codes.is_one_subset


def test_more_letters_than_a_font_has_bytes_for_are_all_drawn() -> None:
    signs = face("body").signs - {"\u00a0", "\u00ad"}
    many = "".join(sorted(one for one in signs if one.isprintable() and one != " "))
    assert len(many) > 256

    read = read_paper(pdf_of(one_answer(by(SAM, f"{many} {many}"))))

    assert any(one.text == f"{many} {many}" for one in read.passages)
