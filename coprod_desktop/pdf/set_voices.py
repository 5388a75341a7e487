"""Setting statements and stances: border, label, manner, words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.both import in_one_line
from coprod_desktop.pdf.drawable import paragraphs
from coprod_desktop.pdf.ideas import ideas_in, joined_ideas
from coprod_desktop.pdf.line_breaks import break_lines
from coprod_desktop.pdf.set_choices import choices
from coprod_desktop.pdf.shapes import border, ring
from coprod_desktop.pdf.sheet import ARTIFACT, Sheet
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

_INDENT = 26.0
"""How far a stance stands in from the statement that it is about."""


def statement(block: blocks.Statement, parent: Element) -> Iterator[Group]:
    """Yield the groups of a statement and of the stances under it."""
    own = _division(block.voice, parent)
    told = (*block.manner, *block.signed)
    inner = _inner(block.voice, told, block.parts, own, MARGIN, block.marks)
    whole = _bordered(block.voice, inner, MARGIN, again_as(own, block.more))
    heads = again(again_as(own, block.asked), MARGIN) if block.asked else ()
    yield replace(whole, is_tied=bool(block.stances), heads=heads)
    for number, stance in enumerate(block.stances, start=1):
        x = MARGIN + _INDENT
        division = _division(stance.voice, own)
        slabs = _inner(stance.voice, stance.manner, stance.parts, division, x)
        group = _bordered(stance.voice, slabs, x, again_as(division, block.more))
        is_last = number == len(block.stances)
        yield replace(group, gap=6.0, is_tied=not is_last, heads=heads)


def _division(voice: blocks.Voice, parent: Element) -> Element:
    return parent.add("Div", title=voice.label, author=voice.author)


def _bordered(
    voice: blocks.Voice, slabs: tuple[Slab, ...], x: float, more: Span
) -> Group:
    end = MARGIN + WIDTH

    def draw(sheet: Sheet, extent: Extent) -> None:
        border(sheet, voice.kind, extent, x, end)

    if not more.text:
        more = replace(more, text=voice.label)
    carried = (gap(6), *again(more, x + more.element.sizes.inside))
    return Group((gap(6), *slabs, gap(7)), border=draw, carried=carried)


def again_as(element: Element, text: str) -> Span:
    """Return something that was said before, outside the structure."""
    artifact = element.beside(ARTIFACT, "<</Type /Pagination>>")
    return Span(text, artifact, element.sizes.small, "bold")


def again(span: Span, x: float) -> tuple[Slab, ...]:
    """Return something that was said before, for eyes alone."""
    width = MARGIN + WIDTH - x - 10
    return (*paragraph([span], x, width, TIGHT), gap(4))


def _inner(
    voice: blocks.Voice,
    manner: tuple[str, ...],
    parts: tuple[blocks.Part, ...],
    division: Element,
    x: float,
    marks: tuple[str, ...] = (),
) -> tuple[Slab, ...]:
    left = x + division.sizes.inside
    width = MARGIN + WIDTH - left - 10
    slabs = [*label(voice, division.add("P"), left, width)]
    for mark in marks:
        slabs += [gap(3), _framed(mark, division.add("P"), left, width), gap(4)]
    sizes = division.sizes
    for idea in ideas_in(joined_ideas(manner, sizes), sizes):
        span = Span(idea, division.add("P"), sizes.small)
        slabs += paragraph([span], left, width, TIGHT)
    if parts:
        slabs.append(gap(3))
    for part in parts:
        slabs += _part(part, division, left, width)
    return tuple(slabs)


def label(
    voice: blocks.Voice, element: Element, x: float, width: float
) -> Iterator[Slab]:
    """Yield a voice's label, with its ring before the first line."""
    body = element.sizes.body
    beside = 2 * element.sizes.ring + 8
    rows = break_lines([Span(voice.label, element, body, "bold")], width - beside)
    leading = body * LEADING

    def slab(row: Row, *, is_first: bool) -> Slab:
        def draw(sheet: Sheet, top: float) -> None:
            if is_first:
                ring(sheet, voice.kind, voice.initial, x, top - leading / 2)
            draw_row(sheet, row, x + beside, top, leading)

        return Slab(leading, draw)

    for number, row in enumerate(rows):
        yield slab(row, is_first=not number)


def _framed(text: str, element: Element, x: float, width: float) -> Slab:
    """Return words in a frame of their own, which stays on one page."""
    body = element.sizes.body
    rows = break_lines([Span(text, element, body, "bold")], width - 20)
    leading = body * LEADING
    height = leading * len(rows) + 10

    def draw(sheet: Sheet, top: float) -> None:
        with sheet.artwork():
            sheet.setLineWidth(1.8)
            sheet.rect(x, top - height, width, height)
        for number, row in enumerate(rows):
            draw_row(sheet, row, x + 10, top - 5 - number * leading, leading)

    return Slab(height, draw)


def _part(
    part: blocks.Part, division: Element, x: float, width: float
) -> tuple[Slab, ...]:
    match part:
        case blocks.Words(pieces):
            return words(pieces, division, "P", x, width)
        case blocks.Choices():
            return choices(part, division, x, width)
        case blocks.Lines(lines):
            return _numbered(lines, division, x, width)
        case blocks.Remark(text):
            span = Span(text, division.add("P"), division.sizes.body)
            return paragraph([span], x, width)


def words(
    pieces: tuple[blocks.Piece, ...], parent: Element, role: str, x: float, width: float
) -> tuple[Slab, ...]:
    """Return people's words; each of their own lines is one part of the structure."""
    slabs: list[Slab] = []
    for spans in _lines_of(pieces, parent, role):
        slabs += paragraph(spans, x, width)
    return tuple(slabs)


def _lines_of(
    pieces: tuple[blocks.Piece, ...], parent: Element, role: str
) -> Iterator[list[Span]]:
    body, small = parent.sizes.body, parent.sizes.small
    is_mixed = parent.is_in_order and any(piece.note for piece in pieces)
    element = parent.add(role)

    def said(line: str) -> Span:
        # Beside notes, words are a part of their own, so that all keep their order.
        own = element.add("Span") if is_mixed and line.strip() else element
        return Span(line, own, body, is_said=True)

    spans: list[Span] = []
    for piece in pieces:
        if piece.note:
            note = element.add("Span", title=piece.note)
            if spans and spans[-1].text:
                spans.append(Span(" ", note, body))
            told = in_one_line(piece.note)
            spans.append(Span(told, note, small, "bold", is_note=True))
            spans.append(Span("  ", note, body))
        first, *others = paragraphs(piece.words)
        spans.append(said(first))
        for line in others:
            yield spans
            element = parent.add(role)
            spans = [said(line)]
    yield spans or [Span("", element, body)]


def _numbered(
    lines: tuple[blocks.Line, ...], division: Element, x: float, width: float
) -> tuple[Slab, ...]:
    listed = division.add("L")
    listed.attributes = "<< /O /List /ListNumbering /Decimal >>"
    size, inside = listed.sizes.body, listed.sizes.inside
    slabs: list[Slab] = []
    for number, line in enumerate(lines, start=1):
        item = listed.add("LI")
        label = Span(f"{number}. ", item.add("Lbl"), size, "bold")
        body = item.add("LBody")
        first, *rest = words(line.pieces, body, "P", x + inside, width - inside)
        slabs.append(_labelled(first, label, x))
        slabs += rest
        if line.mark:
            mark = Span(line.mark, body.add("P"), size, "bold")
            slabs += paragraph([mark], x + inside, width - inside)
    return tuple(slabs)


def _labelled(slab: Slab, label: Span, x: float) -> Slab:
    (row,) = break_lines([label], label.element.sizes.inside * 2)

    def draw(sheet: Sheet, top: float) -> None:
        draw_row(sheet, row, x, top, label.size * LEADING)
        slab.draw(sheet, top)

    return Slab(slab.height, draw)
