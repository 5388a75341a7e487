"""Setting blocks: each block becomes groups of slabs, and parts of the structure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.ideas import ideas_in
from coprod_desktop.pdf.line_breaks import break_lines
from coprod_desktop.pdf.set_blank import blank
from coprod_desktop.pdf.set_tables import sign_line, table
from coprod_desktop.pdf.set_voices import statement
from coprod_desktop.pdf.shapes import border, ring
from coprod_desktop.pdf.sheet import Sheet
from coprod_desktop.pdf.spans import Row, Span
from coprod_desktop.pdf.structure import Element
from coprod_desktop.pdf.typography import (
    LEADING,
    MARGIN,
    TIGHT,
    WIDTH,
    Extent,
    Group,
    Slab,
    draw_row,
    gap,
    paragraph,
)


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
        case blocks.Blank():
            yield blank(block, top)
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
            return Group(_ideas(text, top, MARGIN, WIDTH), is_tied=is_tied)
        case blocks.SignLine():
            return sign_line(block, top)


def _ideas(
    text: str, top: Element, x: float, width: float, weight: str = "body"
) -> tuple[Slab, ...]:
    """Return sentences of ours, on lines of their own where ideas stand apart."""
    size = top.sizes.body
    slabs: list[Slab] = []
    for idea in ideas_in(text, top.sizes):
        slabs += paragraph([Span(idea, top.add("P"), size, weight)], x, width)
    return tuple(slabs)


def _title(block: blocks.Title, top: Element) -> Group:
    sizes = (top.sizes.title, top.sizes.title_picture)
    head = _head(block.text, block.figure, top, 1, sizes)
    slabs = [head, gap(6)]
    for line in block.lines:
        slabs += _ideas(line, top, MARGIN, WIDTH)
    return Group(tuple(slabs))


def _heading(block: blocks.Heading, top: Element) -> Group:
    size = top.sizes.part if block.level == 2 else top.sizes.question
    sizes = (size, top.sizes.picture)
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
    ideas = _ideas(text, top, MARGIN + 12, WIDTH - 24, "bold")
    slabs = (gap(7), *ideas, gap(8))

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
        body, aside = top.sizes.body, top.sizes.bullet
        (dot,) = break_lines([Span("• ", item.add("Lbl"), body)], 2 * aside)
        told = item.add("LBody")
        parts = ideas_in(line, top.sizes)
        ideas = [told] if len(parts) == 1 else [told.add("P") for _ in parts]
        slabs: list[Slab] = []
        for part, idea in zip(parts, ideas, strict=True):
            span = Span(part, idea, body)
            slabs += paragraph([span], MARGIN + aside, WIDTH - aside)
        slabs[0] = _dotted(slabs[0], dot)
        yield Group(tuple(slabs), gap=4.0 if number else 8.0)


def _dotted(slab: Slab, dot: Row) -> Slab:
    def draw(sheet: Sheet, top: float) -> None:
        draw_row(sheet, dot, MARGIN, top, sheet.sizes.body * LEADING)
        slab.draw(sheet, top)

    return Slab(slab.height, draw)


@dataclass(frozen=True, slots=True)
class _KeyItem:
    voice: blocks.Voice
    rows: list[Row]
    x: float
    end: float


def _key(block: blocks.Key, top: Element) -> Group:
    said = Span(block.text, top.add("P"), top.sizes.body)
    slabs = [*paragraph([said], MARGIN, WIDTH), gap(4)]
    listed = top.add("L")
    listed.attributes = "<< /O /List /ListNumbering /None >>"
    line: list[_KeyItem] = []
    x = MARGIN
    for voice in block.voices:
        item = _key_item(voice, listed, x)
        if line and item.end > MARGIN + WIDTH:
            slabs += [_key_line(line, top), gap(8)]
            moved = item.end - item.x
            item = replace(item, x=MARGIN, end=MARGIN + moved)
            line = []
        line.append(item)
        x = item.end + 18
    return Group((*slabs, _key_line(line, top)))


def _key_item(voice: blocks.Voice, listed: Element, x: float) -> _KeyItem:
    body = listed.add("LI").add("LBody")
    sizes = body.sizes
    beside = sizes.inside + 2 * sizes.ring + 8
    span = Span(voice.label, body, sizes.body, "bold")
    rows = break_lines([span], WIDTH - beside - 12)
    widest = max(sum(one.width for one in row) for row in rows)
    return _KeyItem(voice, rows, x, x + beside + widest + 12)


def _key_line(items: list[_KeyItem], top: Element) -> Slab:
    sizes = top.sizes
    leading = sizes.body * TIGHT
    height = leading * max(len(item.rows) for item in items) + 16

    def draw(sheet: Sheet, upper: float) -> None:
        extent = Extent(upper, upper - height, is_start=True, is_end=True)
        middle = upper - height / 2
        for item in items:
            kind = item.voice.kind
            border(sheet, kind, extent, item.x, item.end)
            ring(sheet, kind, item.voice.initial, item.x + sizes.inside - 6, middle)
            first = middle + leading * len(item.rows) / 2
            for number, row in enumerate(item.rows):
                at = item.x + sizes.inside + 2 * sizes.ring + 2
                draw_row(sheet, row, at, first - number * leading, leading)

    return Slab(height, draw)
