"""Tests of signed papers: they conform, others call them valid, no byte can change."""

from __future__ import annotations

import random
import subprocess
from datetime import UTC, datetime, timedelta
from functools import cache
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from asn1crypto.x509 import Certificate as Known
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import fields, signers
from pyhanko.sign.validation import SignatureCoverageLevel, validate_pdf_signature
from pyhanko_certvalidator import ValidationContext

from coprod_desktop.model.problem import Problem
from coprod_desktop.pdf.certificates import Certificate, signer_of
from coprod_desktop.pdf.compare import Kind
from coprod_desktop.pdf.reading import read_paper
from coprod_desktop.pdf.ward_signature import filled, prepared, taken_out
from tests.faults.changing_papers import WAYS, appended_update
from tests.pdf.copies import changed, found_in, true_copy
from tests.pdf.full_forms import full_form
from tests.pdf.samples import SAM, by, one_answer, pdf_of
from tests.pdf.ward_files import PASSWORD, ward_files
from tests.verapdf import verdicts

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)


@cache
def certificate() -> Certificate:
    return Certificate(ward_files().own, PASSWORD)


@cache
def signed_copy() -> bytes:
    return certificate().sign(true_copy(), NOON)


def is_same(pdf: bytes) -> bool:
    """Whether a file says what the record says, and its signature fits."""
    try:
        # As read_paper does, which would read every page first.
        with pikepdf.open(BytesIO(pdf)) as opened:
            signature = taken_out(opened, pdf)
        if signature is None or signer_of(signature) != certificate().fingerprint:
            return False
        return found_in(pdf) == ()
    except (Problem, pikepdf.PdfError, ValueError, AttributeError):
        return False


def is_called_the_same(pdf: bytes) -> bool:
    """Whether a file passes; one without any signature may, as an unsigned paper."""
    try:
        signature = read_paper(pdf).signature
        fits = signature is None or signer_of(signature) is not None
        return fits and found_in(pdf) == ()
    except Problem:
        return False


def kinds(pdf: bytes) -> set[Kind]:
    return {one.kind for one in found_in(pdf)}


def test_a_signed_paper_says_what_it_said_before() -> None:
    assert found_in(signed_copy()) == ()
    assert is_same(signed_copy())
    assert signed_copy().startswith(true_copy())


def test_signing_twice_gives_the_same_bytes() -> None:
    assert certificate().sign(true_copy(), NOON) == signed_copy()


def test_a_signature_tells_when_it_was_made() -> None:
    signature = read_paper(signed_copy()).signature

    assert signature is not None
    assert signature.at == NOON


def test_an_unsigned_paper_has_no_signature() -> None:
    assert read_paper(true_copy()).signature is None


def test_signed_papers_conform_to_pdf_ua_1_and_pdf_a_3a(tmp_path: Path) -> None:
    papers = {"sample": true_copy()}
    papers |= {tag: full_form("care-plan", tag) for tag in ("en", "ar")}
    places = [tmp_path / f"{name}.pdf" for name in papers]
    for place, pdf in zip(places, papers.values(), strict=True):
        place.write_bytes(certificate().sign(pdf, NOON))

    said = verdicts(places)

    assert [(one.file, one.failures) for one in said if not one.passed] == []
    assert len(said) == 6


def test_poppler_calls_the_signature_valid(tmp_path: Path) -> None:
    (tmp_path / "signed.pdf").write_bytes(signed_copy())
    asked = ["pdfsig", "-nocert", str(tmp_path / "signed.pdf")]

    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout

    assert "Signature is Valid." in told
    assert "Total document signed" in told
    assert "ETSI.CAdES.detached" in told
    assert "Juniper ward" in told


def test_pyhanko_trusts_it_through_whoever_gave_the_certificate_out() -> None:
    (found,) = PdfFileReader(BytesIO(signed_copy())).embedded_signatures
    trusted = [Known.load(ward_files().authority)]
    context = ValidationContext(trust_roots=trusted, allow_fetching=False)

    status = validate_pdf_signature(found, context)

    assert status.bottom_line
    assert status.coverage is SignatureCoverageLevel.ENTIRE_FILE


def test_no_byte_can_be_flipped() -> None:
    pdf, chance = signed_copy(), random.Random(1)
    start = len(true_copy())
    places = [chance.randrange(start) for _ in range(20)]
    places += [chance.randrange(start, len(pdf)) for _ in range(40)]
    # What the signature does not cover is in the first part of its own place.
    at = pdf.rindex(b"/Contents <") + len(b"/Contents <")
    places += range(at, at + 90, 2)
    places += range(len(pdf) - 30, len(pdf), 2)

    same = [
        place
        for place in places
        if is_same(pdf[:place] + bytes([pdf[place] ^ 1]) + pdf[place + 1 :])
    ]

    assert same == []


def test_the_room_behind_a_signature_stays_empty() -> None:
    assert not is_same(signed_copy().replace(b"0>>>\nendobj", b"1>>>\nendobj"))


def test_only_a_paper_fresh_from_being_made_is_signed() -> None:
    with pytest.raises(ValueError, match="as it was made"):
        prepared(changed(true_copy(), lambda _: None), NOON, 100)


def test_other_words_that_are_signed_are_told_as_changed() -> None:
    other = certificate().sign(pdf_of(one_answer(by(SAM, "I agree"))), NOON)

    assert Kind.WORDS in kinds(other)


def test_a_paper_changed_by_hand_before_signing_is_told_as_changed() -> None:
    other = true_copy().replace(b"/Lang (en)", b"/Lang (cy)")
    assert other != true_copy()

    assert kinds(certificate().sign(other, NOON)) == {Kind.ADDED}


@pytest.mark.parametrize("way", WAYS)
def test_a_signed_paper_that_was_changed_is_never_called_the_same(way: str) -> None:
    others = (full_form("care-plan"),)

    made = WAYS[way](random.Random(5), signed_copy(), others)

    assert made is not None
    assert not is_called_the_same(made)


def test_a_signed_paper_whose_end_is_taken_away_is_the_unsigned_one() -> None:
    assert is_called_the_same(signed_copy()[: len(true_copy())])


def test_what_is_appended_to_a_signed_paper_is_found() -> None:
    found = appended_update(random.Random(3), signed_copy(), ())

    assert found is not None
    assert Kind.ADDED in kinds(found)
    assert read_paper(found).signature is None


def test_what_is_appended_before_signing_cannot_be_signed() -> None:
    found = appended_update(random.Random(3), true_copy(), ())
    assert found is not None

    with pytest.raises(ValueError, match="as it was made"):
        certificate().sign(found, NOON)


def test_a_signature_of_another_program_is_something_added() -> None:
    signer = signers.SimpleSigner.load_pkcs12_data(
        ward_files().own, [], PASSWORD.encode()
    )
    how = signers.PdfSignatureMetadata(
        field_name="Agreed",
        reason="Staff agreed",
        subfilter=fields.SigSeedSubFilter.PADES,
    )
    out = BytesIO()
    writer = IncrementalPdfFileWriter(BytesIO(true_copy()))
    signers.sign_pdf(writer, how, signer=signer, output=out)

    assert Kind.ADDED in kinds(out.getvalue())


def test_a_signed_paper_that_is_saved_anew_is_told_as_changed() -> None:
    assert Kind.ADDED in kinds(changed(signed_copy(), lambda _: None))


def test_a_signature_that_is_none_does_not_fit() -> None:
    waiting = prepared(true_copy(), NOON, 3_000)
    for contents in (b"", b"\x30\x82\x00\x02ab", b"\x30\x82\xff\xff", b"agreed"):
        signature = read_paper(filled(waiting, contents)).signature

        assert signature is not None
        assert signer_of(signature) is None


def test_a_signature_needs_its_room() -> None:
    with pytest.raises(ValueError, match="at most"):
        filled(prepared(true_copy(), NOON, 10), b"eleven byte")


def test_the_signature_of_another_paper_does_not_fit() -> None:
    signature = read_paper(signed_copy()).signature
    other = full_form("care-plan")
    assert signature is not None
    waiting = prepared(other, NOON, len(signature.contents))

    moved = read_paper(filled(waiting, signature.contents)).signature

    assert moved is not None
    assert signer_of(moved) is None


@pytest.mark.parametrize("password", ["", "another", "made up for tests "])
def test_another_password_opens_no_certificate(password: str) -> None:
    with pytest.raises(Problem) as found:
        Certificate(ward_files().own, password)

    assert found.value.key == "pdf.problem.certificate"
    assert found.value.__cause__ is None


@pytest.mark.parametrize("file", [b"", b"no certificate", ward_files().authority])
def test_what_is_no_certificate_file_is_told(file: bytes) -> None:
    with pytest.raises(Problem) as found:
        Certificate(file, PASSWORD)

    assert found.value.key == "pdf.problem.certificate"


def test_a_certificate_that_has_run_out_signs_nothing() -> None:
    old = Certificate(ward_files("Old ward", NOON - timedelta(days=1)).own, PASSWORD)

    with pytest.raises(Problem) as found:
        old.sign(true_copy(), NOON)

    assert found.value.key == "pdf.problem.certificate_time"


def test_a_certificate_with_a_key_on_a_curve_signs_too(tmp_path: Path) -> None:
    own = Certificate(ward_files(is_curve=True).own, PASSWORD)
    pdf = own.sign(true_copy(), NOON)
    (tmp_path / "signed.pdf").write_bytes(pdf)

    signature = read_paper(pdf).signature
    asked = ["pdfsig", "-nocert", str(tmp_path / "signed.pdf")]
    told = subprocess.run(asked, capture_output=True, text=True, check=True).stdout

    assert signature is not None
    assert signer_of(signature) == own.fingerprint
    assert "Signature is Valid." in told


def test_two_certificates_are_told_apart() -> None:
    other = Certificate(ward_files("Another ward").own, PASSWORD)
    signature = read_paper(other.sign(true_copy(), NOON)).signature

    assert signature is not None
    assert signer_of(signature) == other.fingerprint != certificate().fingerprint
