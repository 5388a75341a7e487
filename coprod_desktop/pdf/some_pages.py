"""Some pages of a PDF, for a printer that cannot choose them itself."""

from __future__ import annotations

from io import BytesIO

import pikepdf


def some_pages(pdf: bytes, pages: tuple[int, ...]) -> bytes:
    """Return a PDF with these pages alone, counted from 0, as they were drawn.

    Tags, embedded words and what stands on the other pages are not in it: it is to be
    printed, never to be kept.
    """
    found = BytesIO()
    with pikepdf.open(BytesIO(pdf)) as whole, pikepdf.new() as some:
        for page in pages:
            some.pages.append(whole.pages[page])
        some.save(found, deterministic_id=True)
    return found.getvalue()
