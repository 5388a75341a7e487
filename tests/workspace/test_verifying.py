"""Holding a paper, and the record itself, against the store."""

from __future__ import annotations

import json
from io import BytesIO

import pikepdf
import pytest

from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.verifying import Verdict, verify_pdf, verify_store
from tests.workspace.wards import FORM, QUESTION, write


@pytest.fixture
def printed(document) -> bytes:
    write(document, QUESTION, "I like walks")
    document.sharing.share(document.sharing.unshared())
    pdf: bytes = document.papers.pdf()
    return pdf


def verified(ward, pdf: bytes):
    return verify_pdf(ward.store, pdf, ward.shelf)


def changed(pdf: bytes, **members: object) -> bytes:
    """The paper with other words inside, its pages untouched."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        kept = opened.attachments["words.json"].get_file().read_bytes().decode()
        told = json.dumps({**json.loads(kept), **members}).encode()
        opened.attachments["words.json"] = pikepdf.AttachedFileSpec(  # type: ignore[call-arg]
            opened, told
        )
        out = BytesIO()
        opened.save(out)
    return out.getvalue()


def test_a_paper_as_it_was_printed_is_the_store_s(printed, ward, document) -> None:
    found = verified(ward, printed)

    assert (found.verdict, found.is_genuine) == (Verdict.SAME, True)
    assert (found.document, found.differences) == (document.id, ())


def test_a_paper_stays_genuine_and_newer_words_are_told(
    printed, ward, document
) -> None:
    write(document, QUESTION, " a lot")
    document.sharing.share(document.sharing.unshared())

    assert verified(ward, printed).verdict is Verdict.NEWER
    assert verified(ward, document.papers.pdf()).verdict is Verdict.SAME


def test_a_paper_printed_on_another_day_is_still_genuine(
    printed, ward, document, clock
) -> None:
    clock.pass_days(30)

    assert verified(ward, document.papers.pdf()).verdict is Verdict.SAME


def test_changed_words_inside_are_found(printed, ward) -> None:
    told = {"title": "Other", "id": FORM, "version": 1, "language": "en"}

    found = verified(ward, changed(printed, form=told))

    assert (found.verdict, found.is_genuine) == (Verdict.CHANGED, False)
    assert [one.kind.value for one in found.differences] == ["embedded"]


@pytest.mark.parametrize(
    "members",
    [
        {"document": "0" * 32},
        {"ward": {"id": "another", "name": "Larch Ward"}},
        {"head": {"entry": 999_999}},
        {"head": {"entry": 0}},
        {"head": None},
    ],
)
def test_a_paper_of_another_ward_is_not_from_here(printed, ward, members) -> None:
    assert verified(ward, changed(printed, **members)).verdict is Verdict.FOREIGN


def test_any_other_pdf_is_not_from_here(ward) -> None:
    out = BytesIO()
    with pikepdf.new() as empty:
        empty.add_blank_page()
        empty.save(out)

    assert verified(ward, out.getvalue()).verdict is Verdict.FOREIGN


def test_a_paper_that_hides_when_it_was_printed_is_changed(printed, ward) -> None:
    with pikepdf.open(BytesIO(printed)) as opened:
        del opened.docinfo["/CreationDate"]
        out = BytesIO()
        opened.save(out)

    assert verified(ward, out.getvalue()).verdict is Verdict.CHANGED


def test_what_is_no_pdf_is_told(ward) -> None:
    with pytest.raises(Problem):
        verified(ward, b"words")


def test_a_record_as_it_was_written_holds(printed, ward) -> None:
    assert verify_store(ward.store) is None
