"""Setting blocks: each block becomes groups of slabs, and parts of the structure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.line_breaks import break_lines
from coprod_desktop.pdf.set_tables import sign_line, table
from coprod_desktop.pdf.set_voices import statement
from coprod_desktop.pdf.shapes import RING, border, ring
from coprod_desktop.pdf.sheet import Sheet
from coprod_desktop.pdf.spans import Row, Span
from coprod_desktop.pdf.structure import Element
from coprod_desktop.pdf.typography import (
    BODY,
    INSIDE,
    LEADING,
    MARGIN,
    PART,
    PICTURE,
    QUESTION,
    TIGHT,
    TITLE,
    WIDTH,
    Extent,
    Group,
    Slab,
    draw_row,
    gap,
    paragraph,
)

_TITLE_PICTURE = 58.0
_SIZES = {2: PART, 3: QUESTION}


def groups(found: Iterable[blocks.Block], top: Element) -> Iterator[Group]:
    """Yield the groups of all blocks, in order."""
    starts_page = False
    for block in found:
        if isinstance(block, blocks.NewPage):
            starts_page = True
            continue
        for group in _groups(block, top):
            yield replace(group, starts_page=starts_page)
            starts_page = False


def _groups(block: blocks.Block, top: Element) -> Iterator[Group]:
    match block:
        case blocks.Statement():
            yield from statement(block, top)
        case blocks.Table():
            yield from table(block, top)
        case blocks.Bullets():
            yield from _bullets(block, top)
        case blocks.NewPage():
            return
        case _:
            yield _single(block, top)


def _single(
    block: blocks.Title
    | blocks.Key
    | blocks.Notice
    | blocks.Heading
    | blocks.Note
    | blocks.SignLine,
    top: Element,
) -> Group:
    match block:
        case blocks.Title():
            return _title(block, top)
        case blocks.Heading():
            return _heading(block, top)
        case blocks.Key():
            return _key(block, top)
        case blocks.Notice(text):
            return _notice(text, top)
        case blocks.Note(text, is_tied):
            span = Span(text, top.add("P"), BODY)
            return Group(paragraph([span], MARGIN, WIDTH), is_tied=is_tied)
        case blocks.SignLine():
            return sign_line(block, top)


def _title(block: blocks.Title, top: Element) -> Group:
    head = _head(block.text, block.figure, top, 1, (TITLE, _TITLE_PICTURE))
    slabs = [head, gap(6)]
    for line in block.lines:
        slabs += paragraph([Span(line, top.add("P"), BODY)], MARGIN, WIDTH)
    return Group(tuple(slabs))


def _heading(block: blocks.Heading, top: Element) -> Group:
    sizes = (_SIZES[block.level], PICTURE)
    head = _head(block.text, block.figure, top, block.level, sizes)
    return Group((head,), gap=20.0 if block.level == 2 else 16.0, is_tied=True)


def _head(
    text: str,
    figure: blocks.Figure | None,
    top: Element,
    level: int,
    sizes: tuple[float, float],
) -> Slab:
    """Return a heading with its picture at the leading side, read after its words."""
    size, picture = sizes
    element = top.add(f"H{level}")
    shown = top.add("Figure", alt=figure.alt) if figure else None
    beside = picture + 12 if figure else 0.0
    span = Span(text, element, size, "bold")
    rows = break_lines([span], WIDTH - beside)
    leading = size * TIGHT
    height = max(leading * len(rows), picture if figure else 0.0)

    def draw(sheet: Sheet, upper: float) -> None:
        sheet.bookmark(text, level - 1, upper)
        middle = upper - height / 2 + leading * len(rows) / 2
        for number, row in enumerate(rows):
            at = middle - number * leading
            draw_row(sheet, row, MARGIN + beside, at, leading)
        if figure and shown:
            bottom = upper - height / 2 - picture / 2
            sheet.picture(shown, figure.picture, MARGIN, bottom, picture)

    return Slab(height, draw)


def _notice(text: str, top: Element) -> Group:
    span = Span(text, top.add("P"), BODY, "bold")
    slabs = (gap(7), *paragraph([span], MARGIN + 12, WIDTH - 24), gap(8))

    def draw(sheet: Sheet, extent: Extent) -> None:
        height = extent.top - extent.bottom
        with sheet.artwork():
            sheet.setLineWidth(1.8)
            sheet.rect(MARGIN + 1, extent.bottom, WIDTH - 2, height)

    return Group(slabs, border=draw)


def _bullets(block: blocks.Bullets, top: Element) -> Iterator[Group]:
    listed = top.add("L")
    listed.attributes = "<< /O /List /ListNumbering /Disc >>"
    for number, line in enumerate(block.lines):
        item = listed.add("LI")
        (dot,) = break_lines([Span("• ", item.add("Lbl"), BODY)], INSIDE)
        span = Span(line, item.add("LBody"), BODY)
        first, *rest = paragraph([span], MARGIN + 16, WIDTH - 16)
        slabs = (_dotted(first, dot), *rest)
        yield Group(slabs, gap=4.0 if number else 8.0)


def _dotted(slab: Slab, dot: Row) -> Slab:
    def draw(sheet: Sheet, top: float) -> None:
        draw_row(sheet, dot, MARGIN, top, BODY * LEADING)
        slab.draw(sheet, top)

    return Slab(slab.height, draw)


@dataclass(frozen=True, slots=True)
class _KeyItem:
    voice: blocks.Voice
    rows: list[Row]
    x: float
    end: float


def _key(block: blocks.Key, top: Element) -> Group:
    said = Span(block.text, top.add("P"), BODY)
    slabs = [*paragraph([said], MARGIN, WIDTH), gap(4)]
    listed = top.add("L")
    listed.attributes = "<< /O /List /ListNumbering /None >>"
    line: list[_KeyItem] = []
    x = MARGIN
    for voice in block.voices:
        item = _key_item(voice, listed, x)
        if line and item.end > MARGIN + WIDTH:
            slabs += [_key_line(line), gap(8)]
            moved = item.end - item.x
            item = replace(item, x=MARGIN, end=MARGIN + moved)
            line = []
        line.append(item)
        x = item.end + 18
    return Group((*slabs, _key_line(line)))


def _key_item(voice: blocks.Voice, listed: Element, x: float) -> _KeyItem:
    body = listed.add("LI").add("LBody")
    beside = INSIDE + 2 * RING + 8
    span = Span(voice.label, body, BODY, "bold")
    rows = break_lines([span], WIDTH - beside - 12)
    widest = max(sum(one.width for one in row) for row in rows)
    return _KeyItem(voice, rows, x, x + beside + widest + 12)


def _key_line(items: list[_KeyItem]) -> Slab:
    leading = BODY * TIGHT
    height = leading * max(len(item.rows) for item in items) + 16

    def draw(sheet: Sheet, top: float) -> None:
        extent = Extent(top, top - height, is_start=True, is_end=True)
        middle = top - height / 2
        for item in items:
            kind = item.voice.kind
            border(sheet, kind, extent, item.x, item.end)
            ring(sheet, kind, item.voice.initial, item.x + INSIDE - 6, middle)
            upper = middle + leading * len(item.rows) / 2
            for number, row in enumerate(item.rows):
                at = item.x + INSIDE + 2 * RING + 2
                draw_row(sheet, row, at, upper - number * leading, leading)

    return Slab(height, draw)
