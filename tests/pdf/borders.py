"""Whose words these are, by the border alone: read from the dots of a printed page.

Where a block stands is taken from the tags; which border it wears is measured in the
dots of a 1-bit page, as somebody would see it who knows the key on page 1. Nothing
here knows how a border is drawn.
"""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from io import BytesIO
from itertools import groupby
from pathlib import Path

import pikepdf
from PIL import Image, ImageOps

from coprod_desktop.model.people import VoiceKind

DPI = 150
_PT = DPI / 72
_STRIP_PT = 13.0
"""So wide is looked at from the first black dot on: the border, not yet the words."""
_HEIGHT_PT = 841.89
_SHORT_PT = 40.0
"""Of a block that is no higher, all of its border is looked at."""
_NEAR_PT = 5.5
"""The most white between the dots of one border."""
_LINE_PT = 3.0
"""Within so much of its ends a frame has its lines from side to side."""
_TURNED = Image.Transpose.TRANSPOSE


@dataclass(frozen=True)
class Block:
    """One voice's words on one page."""

    page: int
    part: int
    """The number of its part of the structure, the same on every page it is on."""
    author: str
    top: float
    bottom: float


_Inside = tuple[int, str]
"""Which block something is in, and whose that is."""
_Authors = dict[tuple[int, int], _Inside]
"""The same for each page and mark."""


def blocks_of(pdf: bytes) -> list[Block]:
    """The blocks that the tags tell of, page by page."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        authors = _authors(opened)
        return [
            block
            for number, page in enumerate(opened.pages)
            for block in _on_page(number, page, authors)
        ]


def pages_in_one_bit(pdf: bytes, folder: Path) -> list[Image.Image]:
    """The pages as a mono laser printer has them: each dot is black or white."""
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    asked = ["pdftoppm", "-r", str(DPI), "-mono", str(file), str(folder / "page")]
    subprocess.run(asked, check=True)
    made = sorted(folder.glob("page-*.pbm"))
    found = [Image.open(one).convert("L") for one in made]
    for one in made:
        one.unlink()
    return found


def kind_by_border(
    page: Image.Image, block: Block, *, is_leftward: bool
) -> VoiceKind | None:
    """The voice whose border a block wears; None where it cannot be told."""
    strip = _strip(page, block, is_leftward=is_leftward)
    if any(any(column) for column in strip[-3:]):
        return None
    strokes = [_Stroke(lines) for lines in _strokes(strip)]
    whole = [one.is_whole for one in strokes]
    if whole == [True]:
        return VoiceKind.PATIENT if strokes[0].width > 4 else None
    if whole == [True, True]:
        return VoiceKind.TOGETHER
    if whole == [False, False]:
        return VoiceKind.STAFF
    if whole != [False]:
        return None
    if not strokes[0].has_dots:
        return None
    return VoiceKind.SUPPORTER if strokes[0].has_dashes else VoiceKind.PARTNER


class _Stroke:
    """Dots beside each other, from the top of a block to its bottom, in points."""

    def __init__(self, columns: list[list[bool]]) -> None:
        self.width = len(columns) / _PT
        fullest = max(columns, key=sum)
        runs = [(key, len(list(run)) / _PT) for key, run in groupby(fullest)]
        self.is_whole = all(key for key, _ in runs)
        inner = runs[1:-1]
        self.has_dots = any(key and run < 1.6 * self.width for key, run in inner)
        self.has_dashes = any(key and run > 2 * self.width for key, run in runs)


def _strip(page: Image.Image, block: Block, *, is_leftward: bool) -> list[list[bool]]:
    """The columns at a block's leading edge, from outside to inside; True is black."""
    rows = ((_HEIGHT_PT - one) * _PT for one in (block.top, block.bottom))
    top, bottom = (round(row) for row in rows)
    if is_leftward:
        page = page.transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    band = page.crop((0, top, page.width, bottom))
    found = ImageOps.invert(band).getbbox()
    first = found[0] if found else 0
    last = first + round(_STRIP_PT * _PT)
    top, bottom = _reach(page.crop((first, 0, last, page.height)), top, bottom)
    strip = page.crop((first, top, last, bottom))
    return _columns(strip)


def _reach(strip: Image.Image, top: int, bottom: int) -> tuple[int, int]:
    """From where to where a border goes that stands beside these rows.

    Where one line of large print is alone on its page, its border is longer than the
    line: whose words go on is said again above it. The dots of one border are nearer to
    each other than one border is to the next.
    """
    if bottom - top > _SHORT_PT * _PT:
        return top, bottom
    beside = _columns(strip.crop((0, top, strip.width, bottom)))
    outer = next((at for at, column in enumerate(beside) if not any(column)), 0)
    rows = _columns(strip.crop((0, 0, outer, strip.height)).transpose(_TURNED))
    black = [any(row) for row in rows]
    near, line = round(_NEAR_PT * _PT), round(_LINE_PT * _PT)
    low, high = bottom, top
    while any(black[max(high - near, 0) : high]):
        high -= 1
    while any(black[low : low + near]):
        low += 1
    # The lines at the ends of a frame are looked at no more than elsewhere.
    return min(top, high + line), max(bottom, low - line)


def _columns(part: Image.Image) -> list[list[bool]]:
    """The columns of a part of a page; True is black."""
    return [
        [dot == 0 for dot in part.crop((x, 0, x + 1, part.height)).tobytes()]
        for x in range(part.width)
    ]


def _strokes(columns: list[list[bool]]) -> Iterator[list[list[bool]]]:
    """What stands side by side, parted by white."""
    for is_black, found in groupby(columns, key=any):
        if is_black:
            yield list(found)


def _authors(opened: pikepdf.Pdf) -> _Authors:
    numbers = {page.obj.objgen: at for at, page in enumerate(opened.pages)}
    found: _Authors = {}

    def walk(one: pikepdf.Object, inside: _Inside, page: int) -> None:
        page = numbers[one.Pg.objgen] if "/Pg" in one else page
        for entry in one.get("/A", []) if "/A" in one else []:
            if entry.get("/O") == "/UserProperties":
                inside = (one.objgen[0], str(entry.P[0].V))
        for kid in one.get("/K", []):
            if isinstance(kid, int):
                found[page, kid] = inside
            elif "/MCID" in kid:
                found[numbers[kid.Pg.objgen], int(kid.MCID)] = inside
            else:
                walk(kid, inside, page)

    for kid in opened.Root.StructTreeRoot.K:
        walk(kid, (0, ""), 0)
    return found


def _on_page(
    number: int,
    page: pikepdf.Page,
    authors: _Authors,
) -> Iterator[Block]:
    """The blocks of one page, from where their lines of text stand."""
    lines: dict[_Inside, list[float]] = {}
    inside: list[_Inside | None] = []
    for one in pikepdf.parse_content_stream(page):
        operands = one.operands
        match str(one.operator):
            case "BDC":
                told = operands[1]
                has_number = isinstance(told, pikepdf.Dictionary) and "/MCID" in told
                own = authors[number, int(told.MCID)] if has_number else None
                inside.append(own or (inside[-1] if inside else None))
            case "BMC":
                inside.append(inside[-1] if inside else None)
            case "EMC":
                inside.pop()
            case "Tm" if inside and inside[-1] and inside[-1][1]:
                lines.setdefault(inside[-1], []).append(float(operands[5]))
    for (part, author), found in lines.items():
        yield Block(number, part, author, max(found) + 15, min(found) - 4)
