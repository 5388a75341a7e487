"""Tests that a true copy of a paper passes, however it was saved."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pikepdf import ObjectStreamMode, Pdf, StreamDecodeLevel

from coprod_desktop.pdf.compare import differences
from coprod_desktop.pdf.reading import read_paper
from tests.pdf.copies import (
    changed,
    found_in,
    true_copy,
)
from tests.pdf.samples import SAM, by, files_of, one_answer, paper_of, pdf_of


@pytest.fixture
def true_pdf() -> bytes:
    return true_copy()


SAVINGS: dict[str, dict[str, object]] = {
    "as it is": {},
    "for the web": {"linearize": True},
    "packed objects": {"object_stream_mode": ObjectStreamMode.generate},
    "no packed objects": {"object_stream_mode": ObjectStreamMode.disable},
    "packed objects for the web": {
        "object_stream_mode": ObjectStreamMode.generate,
        "linearize": True,
    },
    "not compressed": {
        "compress_streams": False,
        "stream_decode_level": StreamDecodeLevel.all,
    },
    "partly uncompressed": {"stream_decode_level": StreamDecodeLevel.generalized},
    "compressed again": {"recompress_flate": True},
    "tidied content": {"normalize_content": True},
    "tidied and not compressed": {
        "normalize_content": True,
        "compress_streams": False,
        "stream_decode_level": StreamDecodeLevel.all,
    },
    "to be read by people": {"qdf": True},
    "to be read by people, whole": {
        "qdf": True,
        "object_stream_mode": ObjectStreamMode.disable,
    },
    "as an older PDF": {"force_version": "1.5"},
    "as a newer PDF": {"min_version": "2.0"},
    "with an id of its contents": {"deterministic_id": True},
    "with the old id": {"static_id": True},
    "locked against change": {"encryption": pikepdf.Encryption(owner="x", user="")},
    "everything at once": {
        "recompress_flate": True,
        "linearize": True,
        "object_stream_mode": ObjectStreamMode.generate,
        "min_version": "2.0",
    },
}


@pytest.mark.parametrize("name", SAVINGS)
def test_a_true_copy_passes_however_it_was_saved(true_pdf: bytes, name: str) -> None:
    target = BytesIO()
    with pikepdf.open(BytesIO(true_pdf)) as opened:
        opened.save(target, **SAVINGS[name])  # type: ignore[arg-type]

    assert found_in(target.getvalue()) == ()


def test_a_true_copy_passes_when_its_objects_are_numbered_anew(true_pdf: bytes) -> None:
    target = BytesIO()
    with pikepdf.open(BytesIO(true_pdf)) as opened:
        opened.remove_unreferenced_resources()
        opened.save(target)

    assert found_in(target.getvalue()) == ()


def test_a_true_copy_passes_with_more_said_about_the_file(true_pdf: bytes) -> None:
    def describe(pdf: Pdf) -> None:
        pdf.docinfo["/Keywords"] = "filed"
        with pdf.open_metadata() as told:
            told["dc:subject"] = {"filed"}

    assert found_in(changed(true_pdf, describe)) == ()


def test_a_true_copy_passes_with_white_space_after_its_end(true_pdf: bytes) -> None:
    assert found_in(true_pdf + b"\n\n") == ()


def test_the_paper_itself_passes(true_pdf: bytes) -> None:
    assert found_in(true_pdf) == ()


def test_hostile_words_pass_too() -> None:
    document = one_answer(by(SAM, "سلام 😀 \u202eevil\u202c </para> e\u0316"))

    read = read_paper(pdf_of(document))

    assert differences(read, paper_of(document), *files_of(document)) == ()
