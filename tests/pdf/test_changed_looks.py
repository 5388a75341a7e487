"""Tests that pages that look otherwise are found, and other files and pages."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from io import BytesIO

import pytest
from pikepdf import Array, Dictionary, Name, Pdf, String

from coprod_desktop.pdf.compare import Kind, differences
from coprod_desktop.pdf.reading import read_paper
from tests.pdf.copies import (
    DOCUMENT,
    Change,
    append,
    changed,
    found_in,
    put,
    true_copy,
)
from tests.pdf.samples import (
    NOON,
    SAM,
    by,
    files_of,
    one_answer,
    paper_of,
    pdf_of,
    words_json,
)


@pytest.fixture
def true_pdf() -> bytes:
    return true_copy()


def a_white_box_over_words(pdf: Pdf) -> None:
    append(pdf, 1, b" q 1 g 56 600 480 80 re f Q")


def a_note_on_the_page(pdf: Pdf) -> None:
    note = Dictionary(
        Type=Name.Annot,
        Subtype=Name.FreeText,
        Rect=Array([60, 600, 400, 700]),
        Contents="Staff agreed",
    )
    pdf.pages[1].Annots = pdf.make_indirect(Array([note]))


def another_border(pdf: Pdf) -> None:
    put(pdf, 1, b"[6 3.5] 0 d", b"[1 0] 0 d")


def a_picture_in_line(pdf: Pdf) -> None:
    append(pdf, 1, b" q 90 0 0 90 60 600 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q")


def an_image(pdf: Pdf) -> None:
    image = pdf.make_stream(b"\xff")
    image["/Type"], image["/Subtype"] = Name.XObject, Name.Image
    image["/Width"] = image["/Height"] = 1
    image["/ColorSpace"], image["/BitsPerComponent"] = Name.DeviceGray, 8
    pdf.pages[1].Resources.XObject["/Cover"] = image
    append(pdf, 1, b" q 400 0 0 400 60 300 cm /Cover Do Q")


def a_picture_that_is_not_there(pdf: Pdf) -> None:
    append(pdf, 1, b" /Nothing Do")


def another_picture(pdf: Pdf) -> None:
    forms = pdf.pages[2].Resources.XObject
    name, *_ = forms.keys()
    forms[name] = pdf.make_stream(
        b"0 0 1 1 re f",
        Type=Name.XObject,
        Subtype=Name.Form,
        BBox=Array([0, 0, 1, 1]),
    )


def a_turned_page(pdf: Pdf) -> None:
    pdf.pages[0].Rotate = 180


def a_page_cut_short(pdf: Pdf) -> None:
    pdf.pages[1].MediaBox = Array([0, 400, 595, 842])


def a_word_moved_away(pdf: Pdf) -> None:
    put(pdf, 1, b"1 0 0 1 82.69", b"1 0 0 1 982.69")


OTHER_LOOKS = [
    a_white_box_over_words,
    a_note_on_the_page,
    another_border,
    a_picture_in_line,
    an_image,
    a_picture_that_is_not_there,
    another_picture,
    a_turned_page,
    a_page_cut_short,
    a_word_moved_away,
]


@pytest.mark.parametrize("change", OTHER_LOOKS)
def test_a_page_that_looks_otherwise_is_found(true_pdf: bytes, change: Change) -> None:
    found = found_in(changed(true_pdf, change))

    assert Kind.LOOKS in {one.kind for one in found}


def test_a_changed_word_in_the_embedded_words_is_found(true_pdf: bytes) -> None:
    def other_words(pdf: Pdf) -> None:
        told = words_json(DOCUMENT).replace("going home", "going away")
        pdf.attachments["words.json"] = told.encode()

    (found,) = found_in(changed(true_pdf, other_words))

    assert found.kind is Kind.EMBEDDED


def test_embedded_words_that_are_gone_are_found(true_pdf: bytes) -> None:
    def no_words(pdf: Pdf) -> None:
        del pdf.attachments["words.json"]

    pdf = changed(true_pdf, no_words)

    assert read_paper(pdf).words_json is None
    assert Kind.EMBEDDED in {one.kind for one in found_in(pdf)}


def swap(pdf: Pdf) -> None:
    pdf.pages.reverse()


def take_one_away(pdf: Pdf) -> None:
    del pdf.pages[2]


def one_of_another_paper(pdf: Pdf) -> None:
    with Pdf.open(BytesIO(pdf_of(one_answer(by(SAM, "Other words."))))) as other:
        pdf.pages.append(other.pages[0])
    pdf.pages[1] = pdf.pages[-1]
    del pdf.pages[-1]


@pytest.mark.parametrize("change", [swap, take_one_away, one_of_another_paper])
def test_pages_in_another_order_or_of_another_paper_are_found(
    true_pdf: bytes, change: Change
) -> None:
    assert found_in(changed(true_pdf, change))


def test_words_of_another_store_are_found(true_pdf: bytes) -> None:
    other = one_answer(by(SAM, "Something else."))

    read = read_paper(true_pdf)

    assert differences(read, paper_of(other), *files_of(other))


def another_title(pdf: Pdf) -> None:
    pdf.docinfo["/Title"] = "Sam agreed to everything"


def another_title_in_the_metadata(pdf: Pdf) -> None:
    with pdf.open_metadata(update_docinfo=False) as told:
        told["dc:title"] = "Sam agreed to everything"


def another_author(pdf: Pdf) -> None:
    pdf.docinfo["/Author"] = "Dr Robin Specimen"


def another_language(pdf: Pdf) -> None:
    pdf.Root.Lang = String("de")


def metadata_that_cannot_be_read(pdf: Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(b"<x>&never;")


def a_script_when_it_opens(pdf: Pdf) -> None:
    script = Dictionary(S=Name.JavaScript, JS="app.alert('Staff agreed')")
    names = Array(["one", pdf.make_indirect(script)])
    pdf.Root.Names.JavaScript = Dictionary(Names=names)


def other_names_of_pages(pdf: Pdf) -> None:
    pdf.Root.PageLabels = Dictionary(Nums=Array([0, Dictionary(P="Agreed ")]))


def the_layout_of_an_older_paper(pdf: Pdf) -> None:
    pdf.docinfo["/Creator"] = "Coprod Desktop"


TOLD = [
    the_layout_of_an_older_paper,
    another_title,
    another_title_in_the_metadata,
    another_author,
    another_language,
    metadata_that_cannot_be_read,
    a_script_when_it_opens,
    other_names_of_pages,
]


@pytest.mark.parametrize("change", TOLD)
def test_what_a_reader_tells_beside_the_pages_is_found(
    true_pdf: bytes, change: Change
) -> None:
    found = found_in(changed(true_pdf, change))

    assert {(one.kind, one.page) for one in found} == {(Kind.ADDED, 0)}


def test_the_title_of_the_window_is_compared_too(true_pdf: bytes) -> None:
    other = replace(paper_of(DOCUMENT), title="Other")

    (found,) = differences(read_paper(true_pdf), other, *files_of(DOCUMENT))

    assert (found.kind, found.page) == (Kind.ADDED, 0)
    assert "Other" in found.expected


def test_a_paper_printed_on_another_day_is_another_paper(true_pdf: bytes) -> None:
    later = paper_of(DOCUMENT, NOON + timedelta(days=1))

    found = differences(read_paper(true_pdf), later, *files_of(DOCUMENT))

    # It is said on page 1, and in the title of the window.
    assert [one.page for one in found] == [1, 0]


def test_every_single_letter_that_is_changed_is_found() -> None:
    document = one_answer(by(SAM, "I want to go home."))
    pdf, paper, told = pdf_of(document), paper_of(document), files_of(document)

    for at in range(len("I want to go home.")):

        def one_letter(opened: Pdf, at: int = at) -> None:
            words = bytearray(b"(I want to go home.)")
            words[at + 1] ^= 1 if words[at + 1] != ord(")") ^ 1 else 2
            put(opened, 0, b"(I want to go home.)", bytes(words))

        read = read_paper(changed(pdf, one_letter))
        assert differences(read, paper, *told)
