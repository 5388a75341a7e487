"""Photographs and scans of sheets that were filled in by hand: what a file must be.

Only its first bytes are read here, never its pixels: whether it may be taken in is
known before anybody makes room for a picture. What a camera writes beside the picture,
such as the place, is not read at all.
"""

from __future__ import annotations

from coprod_desktop.model.acts import PictureFacts, PictureKind
from coprod_desktop.model.problem import Problem

MOST_BYTES = 16 * 1024 * 1024
"""A photograph of a telephone has 2 to 8 MiB, a scanned page mostly less."""
MOST_PIXELS = 50_000_000
"""A4 at 600 dots an inch has 35 million. Each takes 4 bytes when it is drawn."""
LONGEST_SIDE = 16_000
MOST_PAGES = 4
"""Of a PDF. A sheet has two sides; each is drawn, and all of them are looked at."""
SHORTEST_SIDE = 16
"""Handwriting on fewer pixels cannot be read."""

_PNG, _PNG_END = b"\x89PNG\r\n\x1a\n", b"IEND\xaeB`\x82"
_JPEG, _JPEG_END = b"\xff\xd8\xff", b"\xff\xd9"
_NO_FRAMES = frozenset({0xC4, 0xC8, 0xCC})
_BARE = frozenset({0x01, *range(0xD0, 0xD8)})
_SCAN = 0xDA


def is_pdf(content: bytes) -> bool:
    """Whether a file says that it is a PDF. Its pages are read elsewhere."""
    return content.startswith(b"%PDF-")


def picture_facts(content: bytes) -> PictureFacts:
    """Return what a picture is, from its first bytes.

    Raises:
        Problem: It is too big, has too many pixels or hardly any, breaks off, or is
            no picture that can be kept.
    """
    if len(content) > MOST_BYTES:
        raise Problem("photograph.too_big", most=MOST_BYTES // 2**20)
    if content.startswith(_PNG):
        facts, is_whole = _of_png(content)
    elif content.startswith(_JPEG):
        facts, is_whole = _of_jpeg(content)
    else:
        raise Problem("photograph.no_picture")
    if facts is None:
        raise Problem("photograph.no_picture")
    short, long = sorted((facts.width, facts.height))
    if long > LONGEST_SIDE or facts.width * facts.height > MOST_PIXELS:
        raise Problem("photograph.too_many_pixels")
    if short < SHORTEST_SIDE:
        raise Problem("photograph.too_small")
    if not is_whole:
        raise Problem("photograph.breaks_off")
    return facts


def _of_png(content: bytes) -> tuple[PictureFacts | None, bool]:
    if content[12:16] != b"IHDR" or len(content) < 24:
        return None, False
    width, height = (int.from_bytes(content[at : at + 4], "big") for at in (16, 20))
    return PictureFacts(PictureKind.PNG, width, height), _PNG_END in content


def _of_jpeg(content: bytes) -> tuple[PictureFacts | None, bool]:
    """Go from segment to segment up to where the pixels begin."""
    facts: PictureFacts | None = None
    at = 2
    while at + 4 <= len(content) and content[at] == 0xFF:
        marker = content[at + 1]
        if marker == 0xFF or marker in _BARE:
            at += 1 if marker == 0xFF else 2
            continue
        if marker == _SCAN:
            # The small picture that many cameras put in front has an end of its own.
            return facts, content.find(_JPEG_END, at) > 0
        if 0xC0 <= marker <= 0xCF and marker not in _NO_FRAMES:
            height = int.from_bytes(content[at + 5 : at + 7], "big")
            width = int.from_bytes(content[at + 7 : at + 9], "big")
            facts = PictureFacts(PictureKind.JPEG, width, height)
        at += 2 + int.from_bytes(content[at + 2 : at + 4], "big")
    return facts, False
