"""What a page says through tables of letters that somebody else may have made."""

from __future__ import annotations

import tracemalloc

import pytest
from pikepdf import Dictionary, Name, Pdf, Stream

from coprod_desktop.pdf.font_letters import letters_of
from coprod_desktop.pdf.page_text import PageReader


@pytest.fixture
def pdf() -> Pdf:
    return Pdf.new()


def font_with(pdf: Pdf, table: bytes) -> Dictionary:
    return Dictionary(ToUnicode=pdf.make_stream(table))


@pytest.mark.parametrize(
    ("table", "letters"),
    [
        (b"1 beginbfchar <41> <0061> endbfchar", {0x41: "a"}),
        (b"1 beginbfrange <41> <43> <0061> endbfrange", {65: "a", 66: "b", 67: "c"}),
        (b"1 beginbfrange <41> <45> [<0061> <0062>] endbfrange", {65: "a", 66: "b"}),
        # No letter comes after the last one that Unicode has.
        (
            b"1 beginbfrange <41> <43> <DBFFDFFE> endbfrange",
            {65: "\U0010fffe", 66: "\U0010ffff"},
        ),
    ],
)
def test_each_code_stands_for_what_the_table_says(pdf: Pdf, table, letters):
    assert letters_of(font_with(pdf, table)) == letters


def test_a_table_that_claims_to_tell_of_everything_costs_little(pdf: Pdf):
    wide = b"1 beginbfrange <0000> <FFFFFFFF> <0041> endbfrange"
    font = font_with(pdf, wide * 2_000)
    tracemalloc.start()

    letters = letters_of(font)

    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert len(letters) == 256
    assert most < 4_000_000


def test_forms_that_draw_each_other_without_end_are_given_up(pdf: Pdf):
    page = pdf.add_blank_page()
    inner = pdf.make_stream(b"q Q", Type=Name.XObject, Subtype=Name.Form)
    for _ in range(12):
        form: Stream = pdf.make_stream(b"/X Do " * 20)
        form.Type, form.Subtype = Name.XObject, Name.Form
        form.Resources = Dictionary(XObject=Dictionary(X=inner))
        inner = form
    page.Resources = Dictionary(XObject=Dictionary(X=inner))
    page.Contents = pdf.make_stream(b"/X Do")

    with pytest.raises(UserWarning, match="more is drawn"):
        PageReader(1_000).read(page)


def test_a_form_that_many_pages_draw_is_the_same_on_each(pdf: Pdf):
    form = pdf.make_stream(b"q 1 0 0 1 5 5 cm Q", Subtype=Name.Form)
    for _ in range(3):
        page = pdf.add_blank_page()
        page.Resources = Dictionary(XObject=Dictionary(X=form))
        page.Contents = pdf.make_stream(b"/X Do /X Do")
    reader = PageReader(1_000)

    assert len({reader.read(one).looks for one in pdf.pages}) == 1
