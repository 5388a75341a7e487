"""The files that travel inside a paper: its words, and the same as FHIR."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import BytesIO

import pikepdf
import pytest
from pikepdf import Array, AttachedFileSpec, Dictionary, Name, Pdf

from coprod_desktop.pdf.compare import Kind, differences
from coprod_desktop.pdf.metadata import (
    BUNDLE_FILE,
    WORDS_FILE,
    bundle_attachment,
    words_attachment,
)
from coprod_desktop.pdf.reading import read_paper
from coprod_desktop.pdf.render import render
from tests.pdf.copies import DOCUMENT, changed, found_in, true_copy
from tests.pdf.samples import files_of, flags, paper_of, pdf_of


@pytest.fixture
def true_pdf() -> bytes:
    return true_copy()


def spec_of(pdf: Pdf, name: str) -> pikepdf.Object:
    (found,) = [one for one in pdf.Root.AF if str(one.UF) == name]
    return found


def test_both_files_come_out_as_they_went_in(true_pdf: bytes) -> None:
    read = read_paper(true_pdf)

    assert (read.words_json, read.bundle_json) == files_of(DOCUMENT)
    assert read.others == ()
    assert json.loads(read.bundle_json or "")["resourceType"] == "Bundle"


def test_each_file_says_what_it_is_to_the_pages(true_pdf: bytes) -> None:
    with pikepdf.open(BytesIO(true_pdf)) as opened:
        words, bundle = spec_of(opened, WORDS_FILE), spec_of(opened, BUNDLE_FILE)

        assert words.AFRelationship == Name.Data
        assert bundle.AFRelationship == Name.Alternative
        assert bundle.EF.F.Subtype == Name("/application/fhir+json")
        assert sorted(opened.attachments) == [BUNDLE_FILE, WORDS_FILE]


def test_the_same_document_gives_the_same_paper_with_both() -> None:
    assert pdf_of(DOCUMENT, flags()) == pdf_of(DOCUMENT, flags())


def other_content(pdf: Pdf) -> None:
    bundle = spec_of(pdf, BUNDLE_FILE).EF.F
    told = bundle.read_bytes()
    agreed = told.replace(b"in-progress", b"completed")
    assert agreed != told
    bundle.write(agreed)


def one_byte(pdf: Pdf) -> None:
    bundle = spec_of(pdf, BUNDLE_FILE).EF.F
    bundle.write(bundle.read_bytes() + b" ")


def taken_out(pdf: Pdf) -> None:
    del pdf.attachments[BUNDLE_FILE]
    del pdf.Root.AF


def replaced(pdf: Pdf) -> None:
    del pdf.attachments[BUNDLE_FILE]
    del pdf.Root.AF
    spec = AttachedFileSpec(pdf, b"{}", filename=BUNDLE_FILE)  # type: ignore[call-arg]
    pdf.attachments[BUNDLE_FILE] = spec


def words_replaced(pdf: Pdf) -> None:
    words = spec_of(pdf, WORDS_FILE).EF.F
    words.write(words.read_bytes().replace(b"going home", b"going away"))


@pytest.mark.parametrize(
    "change", [other_content, one_byte, taken_out, replaced, words_replaced]
)
def test_a_changed_or_missing_file_is_found(
    true_pdf: bytes, change: Callable[[Pdf], None]
) -> None:
    found = found_in(changed(true_pdf, change))

    assert Kind.EMBEDDED in {one.kind for one in found}


def second(pdf: Pdf, name: str, content: bytes) -> pikepdf.Object:
    """A file that is not in the list of names."""
    stream = pdf.make_stream(content)
    held = Dictionary(F=stream, UF=stream)
    spec = Dictionary(Type=Name.Filespec, F=name, UF=name, EF=held)
    return pdf.make_indirect(spec)


def associated_with_the_document(pdf: Pdf) -> None:
    pdf.Root.AF = Array([*pdf.Root.AF, second(pdf, BUNDLE_FILE, b"{}")])


def associated_with_a_page(pdf: Pdf) -> None:
    pdf.pages[0].AF = Array([second(pdf, "other.json", b"{}")])


def in_place_of_the_listed_one(pdf: Pdf) -> None:
    pdf.Root.AF = Array([second(pdf, one, b"{}") for one in (BUNDLE_FILE, WORDS_FILE)])


@pytest.mark.parametrize(
    "change",
    [
        associated_with_the_document,
        associated_with_a_page,
        in_place_of_the_listed_one,
    ],
)
def test_a_second_file_that_says_otherwise_is_found(
    true_pdf: bytes, change: Callable[[Pdf], None]
) -> None:
    found = found_in(changed(true_pdf, change))

    assert Kind.ADDED in {one.kind for one in found}


def test_a_layout_that_carries_no_bundle_must_carry_none() -> None:
    told, bundle = files_of(DOCUMENT)
    paper = paper_of(DOCUMENT, layout=2)
    words = words_attachment(told, "Words")
    without = render(paper, (words,))
    one_more = render(paper, (words, bundle_attachment(bundle, "FHIR")))

    assert differences(read_paper(without), paper, told) == ()
    found = differences(read_paper(one_more), paper, told)
    assert [one.kind for one in found] == [Kind.EMBEDDED]
