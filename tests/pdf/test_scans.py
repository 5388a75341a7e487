"""Scans as PDF: what may be taken in, and what is refused before it is drawn."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Encryption, Name, Pdf

from coprod_desktop.model.acts import PictureFacts, PictureKind
from coprod_desktop.model.photographs import MOST_BYTES, MOST_PAGES, is_pdf
from coprod_desktop.model.problem import Problem
from coprod_desktop.pdf.scans import scan_facts
from tests.pdf.scanned import Change, scan

JPEG = b"\xff\xd8\xff\xda\x00\x02 pixels \xff\xd9"


def refused(content: bytes) -> str:
    with pytest.raises(Problem) as told:
        scan_facts(content)
    return told.value.key


def locked(owner: str, user: str) -> bytes:
    written = BytesIO()
    with pikepdf.open(BytesIO(scan(JPEG))) as opened:
        opened.save(written, encryption=Encryption(owner=owner, user=user))
    return written.getvalue()


def in_root(name: str, what: pikepdf.Object | Dictionary | Array) -> Change:
    def change(made: Pdf) -> None:
        made.Root[name] = what

    return change


def on_page(kind: Name) -> Change:
    def change(made: Pdf) -> None:
        note = Dictionary(Type=Name.Annot, Subtype=kind, Rect=[0, 0, 9, 9])
        made.pages[0].Annots = Array([made.make_indirect(note)])

    return change


def with_file(made: Pdf) -> None:
    made.attachments["more.txt"] = b"more"


def test_a_scan_says_how_large_its_first_page_is():
    found = scan(JPEG, JPEG)

    assert is_pdf(found)
    assert scan_facts(found) == PictureFacts(PictureKind.PDF, 595, 842)


def test_both_sides_of_two_sheets_are_taken_and_more_are_not():
    assert scan_facts(scan(*[JPEG] * MOST_PAGES)).width == 595
    assert refused(scan(*[JPEG] * (MOST_PAGES + 1))) == "photograph.too_many_pages"


@pytest.mark.parametrize(
    ("size", "key"),
    [
        ((595, 60), "too_small"),
        ((60, 842), "too_small"),
        ((595, 9000), "too_many_pixels"),
    ],
)
def test_pages_that_are_no_sheets_are_refused(size: tuple[int, int], key: str):
    assert refused(scan(JPEG, size=size)) == f"photograph.{key}"


def test_no_pages_at_all_are_refused():
    assert refused(scan()) == "photograph.too_small"


@pytest.mark.parametrize(("owner", "user"), [("one", "two"), ("one", "")])
def test_what_has_a_password_is_refused(owner: str, user: str):
    assert refused(locked(owner, user)) == "photograph.locked_scan"


RUN = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


@pytest.mark.parametrize(
    "change",
    [
        in_root("/OpenAction", RUN),
        in_root("/AA", Dictionary(WC=RUN)),
        in_root("/AcroForm", Dictionary(Fields=Array())),
        in_root("/Names", Dictionary(JavaScript=Dictionary(Names=Array()))),
        on_page(Name.FileAttachment),
        with_file,
    ],
    ids=["begins", "closes", "form", "script", "note", "file"],
)
def test_what_holds_more_than_pages_is_refused(change: Change):
    assert refused(scan(JPEG, change=change)) == "photograph.more_than_pages"


@pytest.mark.parametrize(
    "change",
    [
        on_page(Name.Link),
        in_root("/OpenAction", Dictionary(S=Name.GoTo, D=Array())),
        in_root("/OpenAction", Array([0, Name.Fit])),
    ],
    ids=["link", "goes to a page", "a place"],
)
def test_a_link_and_where_to_begin_are_no_harm(change: Change):
    assert scan_facts(scan(JPEG, change=change)).kind is PictureKind.PDF


def test_what_is_too_big_is_not_even_opened():
    assert refused(b"%PDF-" + bytes(MOST_BYTES)) == "photograph.too_big"


def told_of(content: bytes) -> str:
    """Say what became of a file: its kind, or why it is refused."""
    try:
        return scan_facts(content).kind
    except Problem as problem:
        return problem.key.removeprefix("photograph.")


@given(st.binary(max_size=400), st.integers(min_value=0))
def test_a_damaged_file_is_a_scan_or_refused_and_never_a_crash(more: bytes, at: int):
    whole = scan(JPEG)
    place = at % len(whole)
    damaged = b"%PDF-" + whole[5:place] + more + whole[place + len(more) :]

    assert told_of(damaged) in {
        "pdf",
        "locked_scan",
        "more_than_pages",
        "no_picture",
        "too_many_pixels",
        "too_small",
    }
