"""Setting the room that is filled in by hand: boxes, ruled lines, who wrote it."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.set_choices import choices
from coprod_desktop.pdf.set_voices import again, again_as, label
from coprod_desktop.pdf.shapes import border
from coprod_desktop.pdf.sheet import Sheet
from coprod_desktop.pdf.spans import Span
from coprod_desktop.pdf.structure import Element
from coprod_desktop.pdf.typography import (
    MARGIN,
    TIGHT,
    WIDTH,
    Extent,
    Group,
    Slab,
    gap,
    paragraph,
)

_RULE = 2.1
"""How far ruled lines stand apart, of the size of the words; 29 pt at the least."""


def blank(block: blocks.Blank, parent: Element) -> Group:
    """Return the room for one answer, which stays on one page where it can."""
    division = parent.add("Div", title=block.voice.label, author=block.voice.author)
    left = MARGIN + division.sizes.inside
    width = MARGIN + WIDTH - left - 10
    inner = (gap(6), *_inner(block, division, left, width), gap(8))

    def draw(sheet: Sheet, extent: Extent) -> None:
        border(sheet, block.voice.kind, extent, MARGIN, MARGIN + WIDTH)

    carried = (gap(6), *again(again_as(division, block.asked), left))
    return Group(inner, border=draw, carried=carried, prompt=block.number)


def _inner(
    block: blocks.Blank, division: Element, x: float, width: float
) -> Iterator[Slab]:
    yield from label(block.voice, division.add("P"), x, width)
    if block.choices.boxes:
        yield from choices(block.choices, division, x, width)
    if block.marks:
        yield from _said(block.marks_label, division, x, width)
        listed = division.add("L")
        listed.attributes = "<< /O /List /ListNumbering /None >>"
        for one in block.marks:
            span = Span(one, listed.add("LI").add("LBody"), listed.sizes.body, "bold")
            yield from paragraph([span], x + 12, width - 12, TIGHT)
    yield from _said(block.write_label, division, x, width)
    for number in range(1, block.lines + 1):
        told = f"{number}." if block.is_numbered else ""
        yield from _rule(told, division, x, width)
    yield gap(8)
    yield from _boxes(block.ways_out, division, x, width)
    who, own, other = block.who
    yield gap(6)
    yield from _said(who, division, x, width, "bold")
    yield from _boxes((own, other), division, x, width)
    yield from _rule("", division, x, width)


def _said(
    text: str, division: Element, x: float, width: float, weight: str = "body"
) -> tuple[Slab, ...]:
    span = Span(text, division.add("P"), division.sizes.body, weight)
    return paragraph([span], x, width, TIGHT)


def _boxes(
    told: tuple[str, ...], division: Element, x: float, width: float
) -> tuple[Slab, ...]:
    boxes = tuple(blocks.Box(one, "", is_chosen=False) for one in told)
    return choices(blocks.Choices(boxes), division, x, width)


def _rule(number: str, division: Element, x: float, width: float) -> tuple[Slab, ...]:
    """Return a line to write on, with its number where it has one."""
    size = division.sizes.body
    height = max(29.0, size * _RULE)
    told = (
        paragraph([Span(number, division.add("P"), size, "bold")], x, width, 1.0)
        if number
        else ()
    )
    start = x + (division.sizes.inside if number else 0)

    def draw(sheet: Sheet, top: float) -> None:
        for slab in told:
            slab.draw(sheet, top - height + size)
        with sheet.artwork():
            sheet.setLineWidth(0.9)
            sheet.line(start, top - height + 1, x + width, top - height + 1)

    return (Slab(height, draw),)
