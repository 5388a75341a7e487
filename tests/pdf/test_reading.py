"""Tests of reading files: ours, others', damaged and hostile ones."""

from __future__ import annotations

import subprocess
from contextlib import suppress
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf

from coprod_desktop.model.problem import Problem
from coprod_desktop.pdf.compare import Kind
from coprod_desktop.pdf.metadata import Attachment, words_attachment
from coprod_desktop.pdf.reading import read_paper
from coprod_desktop.pdf.render import render
from tests.pdf.copies import (
    DOCUMENT,
    changed,
    found_in,
    put,
    structure,
    true_copy,
)
from tests.pdf.samples import SAM, by, one_answer, paper_of, pdf_of, words_json


@pytest.fixture
def true_pdf() -> bytes:
    return true_copy()


@pytest.mark.parametrize(
    "content", [b"", b"words", b"%PDF-1.7\n", b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"]
)
def test_what_is_no_pdf_is_told_so(content: bytes) -> None:
    with pytest.raises(Problem) as problem:
        read_paper(content)

    assert problem.value.key == "pdf.problem.not_pdf"


def test_a_pdf_begins_where_readers_look_for_it(true_pdf: bytes) -> None:
    assert found_in(b"\n" * 1_000 + true_pdf) == ()
    with pytest.raises(Problem, match=r"not_pdf"):
        read_paper(b"\n" * 1_024 + true_pdf)


def test_a_pdf_with_a_password_is_told_so(true_pdf: bytes) -> None:
    target = BytesIO()
    with pikepdf.open(BytesIO(true_pdf)) as opened:
        opened.save(target, encryption=pikepdf.Encryption(owner="x", user="y"))

    with pytest.raises(Problem) as problem:
        read_paper(target.getvalue())

    assert problem.value.key == "pdf.problem.locked"


def test_a_pdf_of_somebody_else_is_read_and_carries_no_words() -> None:
    pdf = Pdf.new()
    pdf.add_blank_page()
    target = BytesIO()
    pdf.save(target)

    read = read_paper(target.getvalue())

    assert (read.words_json, read.passages, read.printed_at) == (None, (), None)


def test_a_structure_that_runs_in_a_ring_is_walked_once(true_pdf: bytes) -> None:
    def ring(pdf: Pdf) -> None:
        part = structure(pdf, "Casey's words (advocate)")
        part.K.append(pdf.Root.StructTreeRoot.K[0])

    assert found_in(changed(true_pdf, ring)) == ()


def test_bookmarks_that_lead_nowhere_are_told_as_a_file_that_cannot_be_read(
    true_pdf: bytes,
) -> None:
    def broken(pdf: Pdf) -> None:
        first = pdf.Root.Outlines.First
        first.Next = pdf.make_indirect(Array([1]))

    with pytest.raises(Problem):
        read_paper(changed(true_pdf, broken))


def test_a_broken_structure_is_told_as_a_file_that_cannot_be_read(
    true_pdf: bytes,
) -> None:
    def broken(pdf: Pdf) -> None:
        pdf.Root.StructTreeRoot.K = Array([5, Name.Broken])

    with pytest.raises(Problem):
        read_paper(changed(true_pdf, broken))


def test_qpdf_s_own_repair_of_a_damaged_table_of_contents_passes(
    true_pdf: bytes,
) -> None:
    at = true_pdf.rindex(b"startxref")

    assert found_in(true_pdf[:at] + b"startxref\n7\n%%EOF\n") == ()


def test_fonts_that_name_their_signs_one_by_one_are_read() -> None:
    def one_by_one(pdf: Pdf) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            font.ToUnicode = pdf.make_stream(
                b"1 beginbfchar\n<49> <0049>\nendbfchar\n"
                b"2 beginbfrange\n<61> <63> <0061>\n<64> <65> [<0064>]\nendbfrange"
            )

    pdf = changed(pdf_of(one_answer(by(SAM, "I abcde."))), one_by_one)

    assert any(one.text == "I abcde." for one in read_paper(pdf).passages)


def test_properties_of_a_mark_may_stand_in_the_page_s_resources() -> None:
    def listed(pdf: Pdf) -> None:
        pdf.pages[0].Resources.Properties = Dictionary(
            Own=Dictionary(ActualText="read"), Empty=Dictionary()
        )
        words = b"(I want.) Tj"
        new = b"/Span /Own BDC /Span /Empty BDC (I want.) Tj EMC EMC"
        put(pdf, 0, words, new)

    pdf = changed(pdf_of(one_answer(by(SAM, "I want."))), listed)

    found = [one for one in read_paper(pdf).passages if one.shown == "I want."]
    assert [one.text for one in found] == ["read"]


def test_another_attachment_beside_the_words_is_not_the_words(tmp_path: Path) -> None:
    other = Attachment("other.json", "application/json", b"{}", "Other")
    told = words_json(DOCUMENT)

    pdf = render(paper_of(DOCUMENT), (other, words_attachment(told, "Words")))

    assert read_paper(pdf).words_json == told
    assert read_paper(pdf).others == ("attachment other.json",)


def test_a_copy_whose_tags_were_dropped_is_not_the_same(
    true_pdf: bytes, tmp_path: Path
) -> None:
    file, copy = tmp_path / "a.pdf", tmp_path / "b.pdf"
    file.write_bytes(true_pdf)
    subprocess.run(["pdfunite", str(file), str(copy)], check=True)

    found = found_in(copy.read_bytes())

    assert Kind.WORDS in {one.kind for one in found}


@given(st.integers(min_value=0), st.integers(0, 7))
@settings(max_examples=25)
def test_one_damaged_bit_is_read_or_told_and_never_a_crash(at: int, bit: int) -> None:
    pdf = bytearray(true_copy())
    pdf[at % len(pdf)] ^= 1 << bit

    with suppress(Problem):
        assert read_paper(bytes(pdf)).looks
