"""Tests that changed, added and missing words of a paper are found."""

from __future__ import annotations

import pytest
from pikepdf import Array, Dictionary, Name, Pdf

from coprod_desktop.pdf.compare import Kind
from tests.pdf.copies import (
    Change,
    append,
    changed,
    found_in,
    put,
    structure,
    true_copy,
)


@pytest.fixture
def true_pdf() -> bytes:
    return true_copy()


def one_word(pdf: Pdf) -> None:
    put(pdf, 1, b"going home", b"going away")


def one_word_as_long(pdf: Pdf) -> None:
    put(pdf, 1, b"Is there another", b"No there another")


def a_label(pdf: Pdf) -> None:
    put(pdf, 1, b"(Sam's words)", b"(Jo's words)")


def the_manner(pdf: Pdf) -> None:
    put(pdf, 1, b"(Priya wrote this. ", b"(Sam wrote this. ")


def a_word_taken_away(pdf: Pdf) -> None:
    put(pdf, 1, b"I miss my dog. ", b"")


def words_read_otherwise(pdf: Pdf) -> None:
    put(
        pdf,
        1,
        b"(Sam asked me to be at the meeting.) Tj",
        b"/Span <</ActualText (Sam did not ask.)>> BDC "
        b"(Sam asked me to be at the meeting.) Tj EMC",
    )


def words_hidden_in_an_artifact(pdf: Pdf) -> None:
    content = pdf.pages[1].Contents.read_bytes()
    at = content.index(b"(Sam wrote this.)")
    start = content.rindex(b"BDC", 0, at)
    mark = content.rindex(b"/P <<", 0, start)
    new = content[:mark] + b"/Artifact <<>> " + content[start:]
    pdf.pages[1].Contents = pdf.make_stream(new)


def a_title_in_the_structure(pdf: Pdf) -> None:
    structure(pdf, "Casey's words (advocate)")["/T"] = "Sam's words"


def an_author_in_the_structure(pdf: Pdf) -> None:
    part = structure(pdf, "Casey's words (advocate)")
    part.A[0].P[0].V = "Sam (patient)"


def the_order_of_reading(pdf: Pdf) -> None:
    part = structure(pdf, "Casey's words (advocate)")
    part.K = Array(list(part.K)[::-1])


def another_alternative_text(pdf: Pdf) -> None:
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and str(thing.get("/Alt", "")):
            thing["/Alt"] = "Sam is angry"
            return


def a_bookmark(pdf: Pdf) -> None:
    with pdf.open_outline() as outline:
        outline.root[0].title = "My care plan"


def a_font_that_reads_otherwise(pdf: Pdf) -> None:
    for font in pdf.pages[1].Resources.Font.values():
        table = font.ToUnicode.read_bytes()
        if b"<0041>" in table:
            font.ToUnicode = pdf.make_stream(table.replace(b"<0049>", b"<0048>", 1))


def a_structure_that_is_gone(pdf: Pdf) -> None:
    del pdf.Root["/StructTreeRoot"]


WORD_CHANGES = [
    one_word,
    one_word_as_long,
    a_label,
    the_manner,
    a_word_taken_away,
    words_read_otherwise,
    words_hidden_in_an_artifact,
    a_title_in_the_structure,
    an_author_in_the_structure,
    the_order_of_reading,
    another_alternative_text,
    a_bookmark,
    a_font_that_reads_otherwise,
    a_structure_that_is_gone,
]


@pytest.mark.parametrize("change", WORD_CHANGES)
def test_a_change_of_what_is_said_is_found(true_pdf: bytes, change: Change) -> None:
    found = found_in(changed(true_pdf, change))

    assert Kind.WORDS in {one.kind for one in found}


def text_at_the_end(pdf: Pdf) -> None:
    append(pdf, 1, b" BT /Artifact BMC /F1+0 12 Tf 60 60 Td (Staff agreed) Tj EMC ET")


def text_without_a_mark(pdf: Pdf) -> None:
    append(pdf, 2, b" BT /F1+0 12 Tf 60 60 Td (Staff agreed) Tj ET")


def text_with_a_mark_that_nobody_reads(pdf: Pdf) -> None:
    append(pdf, 2, b" BT /P <</MCID 999>> BDC /F1+0 12 Tf (Agreed) Tj EMC ET")


def text_in_a_font_of_its_own(pdf: Pdf) -> None:
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    pdf.pages[0].Resources.Font["/Own"] = font
    append(pdf, 0, b" BT /Own 12 Tf 60 60 Td [(Ag) -20 (reed)] TJ (x) ' ET")


def text_in_a_font_that_is_not_there(pdf: Pdf) -> None:
    append(pdf, 0, b" BT /Missing 12 Tf 60 60 Td (Agreed) Tj ET")


def text_in_a_picture(pdf: Pdf) -> None:
    form = pdf.make_stream(b"BT /F1+0 12 Tf (Agreed) Tj ET")
    form["/Type"], form["/Subtype"] = Name.XObject, Name.Form
    form["/BBox"] = Array([0, 0, 600, 800])
    form["/Resources"] = pdf.pages[0].Resources
    pdf.pages[0].Resources.XObject["/Forged"] = form
    append(pdf, 0, b" /Forged Do")


def the_footer(pdf: Pdf) -> None:
    put(pdf, 2, b"Page 3 of 9", b"Page 3 of 8")


def another_file_inside(pdf: Pdf) -> None:
    pdf.attachments["notes.txt"] = b"Staff agreed"


def a_form_to_fill_in(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array([]))


ADDITIONS = [
    text_at_the_end,
    text_without_a_mark,
    text_with_a_mark_that_nobody_reads,
    text_in_a_font_of_its_own,
    text_in_a_font_that_is_not_there,
    text_in_a_picture,
    the_footer,
    another_file_inside,
    a_form_to_fill_in,
]


@pytest.mark.parametrize("change", ADDITIONS)
def test_what_was_added_outside_the_structure_is_found(
    true_pdf: bytes, change: Change
) -> None:
    found = found_in(changed(true_pdf, change))

    assert {one.kind for one in found} == {Kind.ADDED}


def test_a_difference_says_where_whose_and_what(true_pdf: bytes) -> None:
    found = found_in(changed(true_pdf, one_word))

    assert [(one.page, one.author) for one in found] == [(2, "Sam (patient)")]
    assert "going home" in found[0].expected
    assert "going away" in found[0].found
