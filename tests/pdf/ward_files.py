"""A ward's certificate for tests, made here: an authority, and what it gave out."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import cache
from typing import NamedTuple

from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    pkcs12,
)
from cryptography.x509.oid import NameOID

_Key = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey

PASSWORD = "made up for tests"
FROM, UNTIL = datetime(2020, 1, 1, tzinfo=UTC), datetime(2090, 1, 1, tzinfo=UTC)


class Files(NamedTuple):
    """The files that somebody is given."""

    own: bytes
    """Certificate and key under a password, as PKCS#12."""
    authority: bytes
    """The certificate of who gave it out, as DER."""


@cache
def ward_files(
    name: str = "Juniper ward", until: datetime = UNTIL, *, is_curve: bool = False
) -> Files:
    """Make a certificate; asked for the same again, give the same in a run."""
    giving, own = (_key(is_curve=is_curve) for _ in range(2))
    authority = _certificate("A made-up authority", giving, None, UNTIL)
    given = _certificate(name, own, (authority, giving), until)
    secret = BestAvailableEncryption(PASSWORD.encode())
    file = pkcs12.serialize_key_and_certificates(
        b"ward", own, given, [authority], secret
    )
    return Files(file, authority.public_bytes(Encoding.DER))


def _key(*, is_curve: bool) -> _Key:
    if is_curve:
        return ec.generate_private_key(ec.SECP256R1())
    return rsa.generate_private_key(65537, 2048)


def _certificate(
    name: str,
    key: _Key,
    by: tuple[x509.Certificate, _Key] | None,
    until: datetime,
) -> x509.Certificate:
    called = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    is_authority = by is None
    giver, giving = (by[0].subject, by[1]) if by else (called, key)
    usage = x509.KeyUsage(
        digital_signature=True,
        content_commitment=not is_authority,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=is_authority,
        crl_sign=is_authority,
        encipher_only=False,
        decipher_only=False,
    )
    own = x509.SubjectKeyIdentifier.from_public_key(key.public_key())
    giver_key = x509.AuthorityKeyIdentifier.from_issuer_public_key(giving.public_key())
    return (
        x509.CertificateBuilder()
        .subject_name(called)
        .issuer_name(giver)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(FROM)
        .not_valid_after(until)
        .add_extension(x509.BasicConstraints(is_authority, None), critical=True)
        .add_extension(usage, critical=True)
        .add_extension(own, critical=False)
        .add_extension(giver_key, critical=False)
        .sign(giving, hashes.SHA256())
    )
