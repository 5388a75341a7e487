"""Copies of a paper, true ones and changed ones, for the tests that tell them apart."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from io import BytesIO

import pikepdf
from pikepdf import Dictionary, Pdf

from coprod_desktop.pdf.compare import Difference, differences
from coprod_desktop.pdf.reading import read_paper
from tests.pdf.samples import (
    files_of,
    paper_of,
    pdf_of,
    sample_document,
)

DOCUMENT = sample_document()
Change = Callable[[Pdf], None]


@cache
def true_copy() -> bytes:
    """The paper as it was made."""
    return pdf_of(DOCUMENT)


def found_in(pdf: bytes) -> tuple[Difference, ...]:
    return differences(read_paper(pdf), paper_of(DOCUMENT), *files_of(DOCUMENT))


def changed(pdf: bytes, change: Change) -> bytes:
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        change(opened)
        opened.save(target)
    return target.getvalue()


def put(pdf: Pdf, page: int, old: bytes, new: bytes) -> None:
    """Exchange something in what a page draws."""
    content = pdf.pages[page].Contents.read_bytes()
    assert old in content
    pdf.pages[page].Contents = pdf.make_stream(content.replace(old, new, 1))


def append(pdf: Pdf, page: int, source: bytes) -> None:
    content = pdf.pages[page].Contents.read_bytes()
    pdf.pages[page].Contents = pdf.make_stream(content + source)


def structure(pdf: Pdf, title: str) -> pikepdf.Object:
    """The first part of the structure with this label."""
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and str(thing.get("/T", "")) == title:
            return thing
    raise KeyError(title)
