"""A paper with a password: sealed by AES-256, still open to screen readers.

Revision 6 of the standard security handler (ISO 32000-2, 7.6.4). PDF/A allows no
encryption (ISO 19005-3, 6.1.3), so the claim to be PDF/A is taken out of the file.
"""

from __future__ import annotations

import unicodedata
from io import BytesIO

import pikepdf
from pikepdf import Encryption, Permissions

from coprod_desktop.model.problem import Problem

LONGEST_BYTES = 127
"""Of a password in UTF-8; readers pass over what is more."""


def as_typed(password: str) -> str:
    """Return a password in the one spelling in which it locks and opens (SASLprep).

    Accents and wide letters are typed in several ways, by the keyboard.
    """
    return unicodedata.normalize("NFKC", password)


def locked(pdf: bytes, password: str) -> bytes:
    """Return the same paper under a password. Its information is sealed too.

    Raises:
        Problem: The password is longer than readers can take.
    """
    secret = as_typed(password)
    if not secret or len(secret.encode()) > LONGEST_BYTES:
        raise Problem("pdf.problem.password_long")
    # Whoever has the password may do everything: no reader should keep from anybody
    # what they can read, and a screen reader asks for more than some allow.
    seal = Encryption(
        owner=secret, user=secret, R=6, allow=Permissions(), aes=True, metadata=True
    )
    target = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as opened:
        with opened.open_metadata(
            set_pikepdf_as_editor=False, update_docinfo=False
        ) as told:
            for key in ("pdfaid:part", "pdfaid:conformance"):
                if key in told:
                    del told[key]
        opened.save(target, encryption=seal)
    return target.getvalue()
