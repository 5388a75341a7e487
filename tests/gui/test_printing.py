"""The pages of the exported PDF, drawn as pictures."""

from __future__ import annotations

import io

import pikepdf
import pytest
from PySide6.QtCore import QSize

from coprod_desktop.gui.printing import PdfPages
from coprod_desktop.model.problem import Problem

A4_PT = (595, 842)


def a_pdf(pages: int) -> bytes:
    """A PDF of A4 pages, each with a black square at its top left corner."""
    pdf = pikepdf.new()
    for _ in range(pages):
        page = pdf.add_blank_page(page_size=A4_PT)
        page.Contents = pdf.make_stream(b"0 0 0 rg 0 742 100 100 re f")
    found = io.BytesIO()
    pdf.save(found)
    return found.getvalue()


def test_a_page_is_drawn_on_white_with_its_ink_where_it_was(qapp):
    pages = PdfPages(a_pdf(1))

    image = pages.image(0, QSize(595, 842))

    assert image.pixelColor(50, 50).lightness() < 20
    assert image.pixelColor(300, 400).lightness() == 255


def test_bytes_that_are_no_pdf_are_refused_in_words(qapp):
    with pytest.raises(Problem) as refused:
        PdfPages(b"not a pdf")

    assert refused.value.key == "paper.unreadable"
