"""Signing papers with the ward's own certificate, and knowing it again (decision 024).

The record keeps which certificates papers of this ward were signed with, by their
fingerprints. The certificate's file, its key and its password are kept nowhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.model.problem import Problem

if TYPE_CHECKING:
    from datetime import datetime

    from coprod_desktop.pdf.certificates import Certificate
    from coprod_desktop.pdf.ward_signature import FileSignature
    from coprod_desktop.store.vault import Store
    from coprod_desktop.workspace.ward import Ward

_CERTIFICATE = "certificate."
"""A setting of this name and a fingerprint tells since when one is in use."""


def certificate_in(file: bytes, password: str) -> Certificate:
    """Open a certificate with its key, from a PKCS#12 file.

    Raises:
        Problem: It is no such file, its password is another, or the part that signs is
            not on this computer.
    """
    try:
        from coprod_desktop.pdf.certificates import Certificate  # noqa: PLC0415 - extra
    except ModuleNotFoundError:
        raise Problem("pdf.problem.no_signing") from None
    return Certificate(file, password)


def signed(ward: Ward, pdf: bytes, certificate: Certificate, at: datetime) -> bytes:
    """Return a paper, fresh from being made, signed; the record keeps with which.

    Raises:
        Problem: The certificate is not of this time, or nothing can be kept.
    """
    made = certificate.sign(pdf, at)
    name = _CERTIFICATE + certificate.fingerprint
    if name not in ward.store.record.state().settings:
        ward.set_setting(name, at.date().isoformat())
    return made


def has_signed(store: Store, signature: FileSignature) -> bool:
    """Whether a signature fits its file and is of a certificate of this ward.

    Raises:
        Problem: The part that checks it is not on this computer.
    """
    try:
        from coprod_desktop.pdf.certificates import signer_of  # noqa: PLC0415 - extra
    except ModuleNotFoundError:
        raise Problem("pdf.problem.no_signing") from None
    found = signer_of(signature)
    return found is not None and _CERTIFICATE + found in store.record.state().settings
