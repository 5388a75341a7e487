"""A scan of a sheet that a scanner wrote as PDF: whether it may be taken in.

Scanners write pages and nothing else. A file that holds more, such as a program, a form
to fill in or further files, is refused: it would be kept for good, and read by others.
"""

from __future__ import annotations

from io import BytesIO

import pikepdf

from coprod_desktop.model.acts import PictureFacts, PictureKind
from coprod_desktop.model.photographs import MOST_BYTES, MOST_PAGES
from coprod_desktop.model.problem import Problem
from coprod_desktop.pdf.reading import UNREADABLE

SHORTEST_PT, LONGEST_PT = 72.0, 3_000.0
"""Nothing smaller than an inch was written on by hand; A0 has 3,370 points."""

_MORE_THAN_PAGES = ("/AA", "/AcroForm", "/Collection", "/OCProperties")
_MORE_NAMES = ("/EmbeddedFiles", "/JavaScript")


def scan_facts(content: bytes) -> PictureFacts:
    """Return what a scan is: width and height are its first page's, in points.

    Raises:
        Problem: It is too big or damaged, asks for a password, has too many pages or
            none that a sheet can be, or holds more than pages.
    """
    if len(content) > MOST_BYTES:
        raise Problem("photograph.too_big", most=MOST_BYTES // 2**20)
    try:
        with pikepdf.open(BytesIO(content)) as opened:
            return _facts(opened)
    except pikepdf.PasswordError:
        # What the file says in its errors may be somebody's words.
        raise Problem("photograph.locked_scan") from None
    except UNREADABLE:
        raise Problem("photograph.no_picture") from None


def _facts(opened: pikepdf.Pdf) -> PictureFacts:
    if opened.is_encrypted:
        raise Problem("photograph.locked_scan")
    if _holds_more(opened):
        raise Problem("photograph.more_than_pages")
    count = len(opened.pages)
    if count > MOST_PAGES:
        raise Problem("photograph.too_many_pages", most=MOST_PAGES)
    sizes = [_size(page) for page in opened.pages]
    if not sizes or min(map(min, sizes)) < SHORTEST_PT:
        raise Problem("photograph.too_small")
    if max(map(max, sizes)) > LONGEST_PT:
        raise Problem("photograph.too_many_pixels")
    width, height = sizes[0]
    return PictureFacts(PictureKind.PDF, round(width), round(height))


def _holds_more(opened: pikepdf.Pdf) -> bool:
    root = opened.Root
    names = root.get("/Names", pikepdf.Dictionary())
    begins = root.get("/OpenAction")
    # A place on a page to begin at is no action.
    is_action = isinstance(begins, pikepdf.Dictionary) and begins.get("/S") != "/GoTo"
    return (
        is_action
        or any(name in root for name in _MORE_THAN_PAGES)
        or any(name in names for name in _MORE_NAMES)
        or any(map(_page_holds_more, opened.pages))
    )


def _page_holds_more(page: pikepdf.Page) -> bool:
    # Programs of telephones put a link to their maker below each page.
    noted = page.get("/Annots", pikepdf.Array())
    return "/AA" in page or any(one.get("/Subtype") != "/Link" for one in noted)


def _size(page: pikepdf.Page) -> tuple[float, float]:
    left, bottom, right, top = (float(side) for side in page.cropbox)
    return abs(right - left), abs(top - bottom)
