"""A signed paper is known again, and says so to whoever checks it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from coprod_desktop.i18n.catalogue import read_catalogue
from coprod_desktop.workspace import signing
from coprod_desktop.workspace.paper_checking import PaperChecking
from tests.pdf.ward_files import PASSWORD, ward_files
from tests.workspace.wards import QUESTION, write

WORDS = read_catalogue("en")
NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.fixture
def printed(document) -> bytes:
    write(document, QUESTION, "I like walks")
    document.sharing.share(document.sharing.unshared())
    pdf: bytes = document.papers.pdf()
    return pdf


def signed(ward, pdf: bytes) -> bytes:
    certificate = signing.certificate_in(ward_files().own, PASSWORD)
    return signing.signed(ward, pdf, certificate, NOON)


def test_whoever_checks_a_signed_paper_is_told_that_its_signature_fits(ward, printed):
    answer = PaperChecking(ward).file(signed(ward, printed), WORDS)

    assert answer.mood == "good"
    assert answer.where == (WORDS.text("check_paper.signed"),)


def test_a_certificate_is_kept_in_the_record_once(ward, printed):
    signed(ward, printed)
    head = ward.store.record.head()

    signed(ward, printed)

    assert ward.store.record.head() == head
    assert ward.store.record.verify() is None
    assert PASSWORD not in repr(ward.store.record.state().settings)


def test_a_signature_of_nobody_of_the_ward_is_told_as_a_change(ward, printed):
    certificate = signing.certificate_in(ward_files().own, PASSWORD)

    answer = PaperChecking(ward).file(certificate.sign(printed, NOON), WORDS)

    assert answer.mood == "problem"
    assert "is not this ward's" in answer.where[0]


def test_a_changed_byte_under_a_signature_is_told_as_a_change(ward, printed):
    pdf = signed(ward, printed)
    at = pdf.index(b"% ReportLab") + 2

    answer = PaperChecking(ward).file(pdf[:at] + b"X" + pdf[at + 1 :], WORDS)

    assert answer.mood == "problem"
    assert "does not fit" in answer.where[0]
