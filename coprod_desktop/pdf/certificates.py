"""The ward's own certificate: what is signed with it, and whether a signature fits.

Loaded when a paper is signed, or a signed one is checked, and never else: pyHanko is an
extra (``signing``). It is asked to make a signature and to check one; it opens no
connection, and no certificate is looked for anywhere (decision 024).
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime

from asn1crypto import algos, cms, x509
from pyhanko.sign.general import as_signing_certificate_v2
from pyhanko.sign.signers.pdf_cms import SimpleSigner
from pyhanko.sign.validation.errors import SignatureValidationError
from pyhanko.sign.validation.generic_cms import validate_sig_integrity

from coprod_desktop.model.problem import Problem
from coprod_desktop.pdf.ward_signature import (
    FileSignature,
    digest_of,
    filled,
    prepared,
)

_DIGEST = "sha256"
_ROOM = 4_096
"""For all of a signature but its certificates, in bytes."""


class Certificate:
    """A certificate and its key, from a PKCS#12 file, for as long as it is needed."""

    def __init__(self, file: bytes, password: str) -> None:
        """Open the file.

        Raises:
            Problem: It is no such file, or the password is another.
        """
        try:
            self._signer = SimpleSigner.load_pkcs12_data(file, [], password.encode())
        except (ValueError, TypeError, AttributeError):
            # What it says could name the password or the key.
            raise Problem("pdf.problem.certificate") from None

    @property
    def fingerprint(self) -> str:
        """Which it is, with those that came with it: SHA-256 in hexadecimal."""
        return _fingerprint(self._all)

    @property
    def _own(self) -> x509.Certificate:
        return self._signer.signing_cert

    @property
    def _all(self) -> list[x509.Certificate]:
        return [self._own, *self._signer.cert_registry]

    def sign(self, pdf: bytes, at: datetime) -> bytes:
        """Return a paper, fresh from being made, with a signature at its end.

        Raises:
            Problem: The certificate is not of this time.
        """
        if not self._own.not_valid_before <= at <= self._own.not_valid_after:
            raise Problem("pdf.problem.certificate_time")
        room = _ROOM + sum(len(one.dump()) for one in self._all)
        waiting = prepared(pdf, at, room)
        return filled(waiting, _signature(self._signer, digest_of(waiting)))


def signer_of(found: FileSignature) -> str | None:
    """Return the fingerprint of the certificate that a signature is of.

    None where the signature does not fit the file, or is not as ours are.
    """
    try:
        told = _without_room(found.contents)
        return _fitting(told, found.digest)
    except (ValueError, TypeError, KeyError, SignatureValidationError):
        return None


def _fitting(told: bytes, digest: bytes) -> str | None:
    """Check a signature: what it covers, and that the rest can only be as it is.

    A signature covers the file and some of itself. What else stands in it is written
    again from those parts and must give the same bytes.
    """
    content = cms.ContentInfo.load(told, strict=True)["content"]
    (signer,) = content["signer_infos"]
    certificates = [
        x509.Certificate.load(one.chosen.dump()) for one in content["certificates"]
    ]
    covered = cms.CMSAttributes.load(signer["signed_attrs"].untag().dump())
    method = signer["signature_algorithm"]
    if method.contents not in {one.contents for one in _methods_in(covered)}:
        return None
    signature = signer["signature"].native
    for own in certificates:
        if _packed(own, certificates, method, covered, signature) == told:
            intact, valid = validate_sig_integrity(signer, own, "data", digest)
            return _fingerprint(certificates) if intact and valid else None
    return None


def _methods_in(covered: cms.CMSAttributes) -> Iterator[algos.SignedDigestAlgorithm]:
    """Yield how it is signed, by what the signature covers (RFC 6211)."""
    for one in covered:
        if one["type"].native == "cms_algorithm_protection":
            for value in one["values"]:
                yield value["signature_algorithm"]


def _without_room(contents: bytes) -> bytes:
    """Return a signature without the empty room behind it.

    Raises:
        ValueError: The room is not empty.
    """
    if contents[:2] != b"\x30\x82":
        raise ValueError("want a sequence with a length of two bytes")
    length = 4 + int.from_bytes(contents[2:4])
    if contents[length:].strip(b"\0"):
        raise ValueError("want nothing behind the signature")
    return contents[:length]


def _fingerprint(certificates: Iterable[x509.Certificate]) -> str:
    each = sorted({hashlib.sha256(one.dump()).hexdigest() for one in certificates})
    return hashlib.sha256("".join(each).encode()).hexdigest()


def _signature(signer: SimpleSigner, digest: bytes) -> bytes:
    """Return a signature for PAdES-B-B (ETSI EN 319 122-1, 319 142-1) as DER.

    pyHanko's own way there waits in an event loop, which would be a network's.
    """
    method = signer.get_signature_mechanism_for_digest(_DIGEST)
    protected = {
        "digest_algorithm": {"algorithm": _DIGEST},
        "signature_algorithm": method,
    }
    covered = {
        "content_type": "data",
        "message_digest": digest,
        "signing_certificate_v2": as_signing_certificate_v2(signer.signing_cert),
        "cms_algorithm_protection": protected,
    }
    told = cms.CMSAttributes(
        [
            cms.CMSAttribute({"type": kind, "values": [value]})
            for kind, value in covered.items()
        ]
    )
    signature = signer.sign_raw(told.dump(), _DIGEST)
    certificates = [signer.signing_cert, *signer.cert_registry]
    return _packed(signer.signing_cert, certificates, method, told, signature)


def _packed(
    own: x509.Certificate,
    certificates: list[x509.Certificate],
    method: algos.SignedDigestAlgorithm,
    covered: cms.CMSAttributes,
    signature: bytes,
) -> bytes:
    """Return the whole of a signature (RFC 5652, 5) as DER."""
    named = {"issuer": own.issuer, "serial_number": own.serial_number}
    signer = {
        "version": "v1",
        "sid": cms.SignerIdentifier(
            name="issuer_and_serial_number", value=cms.IssuerAndSerialNumber(named)
        ),
        "digest_algorithm": {"algorithm": _DIGEST},
        "signature_algorithm": method,
        "signed_attrs": covered,
        "signature": signature,
    }
    content = {
        "version": "v1",
        "digest_algorithms": [{"algorithm": _DIGEST}],
        "encap_content_info": {"content_type": "data"},
        "certificates": [
            cms.CertificateChoices(name="certificate", value=one)
            for one in certificates
        ],
        "signer_infos": [signer],
    }
    told = {"content_type": "signed_data", "content": cms.SignedData(content)}
    return bytes(cms.ContentInfo(told).dump())
