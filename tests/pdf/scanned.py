"""Scans as scanners write them: a PDF with one picture a page, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO

import pikepdf

A4_PT = (595, 842)

Change = Callable[[pikepdf.Pdf], None]


def scan(
    *jpegs: bytes, size: tuple[int, int] = A4_PT, change: Change | None = None
) -> bytes:
    """Return a PDF that shows each of these JPEGs of 300 x 400 pixels on a page."""
    width, height = size
    draw = f"q {width} 0 0 {height} 0 0 cm /P Do Q".encode()
    with pikepdf.new() as made:
        for jpeg in jpegs:
            made.add_blank_page(page_size=size)
            picture = pikepdf.Stream(
                made,
                jpeg,
                Type=pikepdf.Name.XObject,
                Subtype=pikepdf.Name.Image,
                Width=300,
                Height=400,
                ColorSpace=pikepdf.Name.DeviceRGB,
                BitsPerComponent=8,
                Filter=pikepdf.Name.DCTDecode,
            )
            page = made.pages[-1]
            page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(P=picture))
            page.Contents = made.make_stream(draw)
        if change is not None:
            change(made)
        written = BytesIO()
        made.save(written, deterministic_id=True)
        return written.getvalue()
