"""Setting choices: boxes drawn as shapes, each with its words and its picture."""

from __future__ import annotations

from dataclasses import dataclass, replace

from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.line_breaks import break_lines
from coprod_desktop.pdf.shapes import tick_box
from coprod_desktop.pdf.sheet import Sheet
from coprod_desktop.pdf.sizes import CLEAR
from coprod_desktop.pdf.spans import Row, Span
from coprod_desktop.pdf.structure import Element
from coprod_desktop.pdf.typography import TIGHT, WIDTH, Slab, draw_row, gap


def choices(
    block: blocks.Choices, division: Element, x: float, width: float
) -> tuple[Slab, ...]:
    """Return what could be chosen, with what was chosen ticked."""
    listed = division.add("L")
    listed.attributes = "<< /O /List /ListNumbering /None >>"
    if block.is_scale and _fits(block, listed, width):
        return (_scale(block.boxes, listed, x, width), gap(5))
    return tuple(_choice(box, listed, x, width) for box in block.boxes)


def _words(box: blocks.Box, listed: Element, width: float) -> list[Row]:
    body = listed.add("LI").add("LBody")
    return break_lines([_span(box, body)], width)


def _span(box: blocks.Box, element: Element) -> Span:
    weight = "bold" if box.is_chosen else "body"
    return Span(box.words, element, element.sizes.body, weight)


def _fits(block: blocks.Choices, element: Element, width: float) -> bool:
    """Whether steps can stand side by side without parting a word.

    Clear print never asked; a word that is too wide for it would be parted.
    """
    if element.sizes == CLEAR:
        return True
    room = width / len(block.boxes) - 8
    return all(_widest(_span(box, element)) <= room for box in block.boxes)


def _widest(span: Span) -> float:
    """Return how wide the widest word of a span is."""
    words = (replace(span, text=word) for word in span.text.split())
    rows = (row for word in words for row in break_lines([word], WIDTH))
    return max((sum(one.width for one in row) for row in rows), default=0.0)


def _choice(box: blocks.Box, listed: Element, x: float, width: float) -> Slab:
    sizes = listed.sizes
    square, side = sizes.box, sizes.option_picture
    beside = square + 10 + (side + 8 if box.picture else 0)
    rows = _words(box, listed, width - beside)
    leading = sizes.body * TIGHT
    height = max(side + 4 if box.picture else 0.0, leading * len(rows) + 6)

    def draw(sheet: Sheet, top: float) -> None:
        middle = top - height / 2
        tick_box(sheet, x + 1, middle, square, is_ticked=box.is_chosen)
        if box.picture:
            left = x + square + 10
            sheet.picture(None, box.picture, left, middle - side / 2, side)
        upper = middle + leading * len(rows) / 2
        for number, row in enumerate(rows):
            draw_row(sheet, row, x + beside, upper - number * leading, leading)

    return Slab(height, draw)


@dataclass(frozen=True, slots=True)
class _Step:
    box: blocks.Box
    rows: list[Row]
    x: float
    width: float


def _scale(
    boxes: tuple[blocks.Box, ...], listed: Element, x: float, width: float
) -> Slab:
    """Return steps side by side, each with its box below its picture and words."""
    each = width / len(boxes)
    steps = [
        _Step(box, _words(box, listed, each - 8), x + number * each, each)
        for number, box in enumerate(boxes)
    ]
    sizes = listed.sizes
    leading = sizes.body * TIGHT
    lines = max(len(step.rows) for step in steps)
    height = sizes.face + 8 + leading * lines + sizes.box + 14

    def draw(sheet: Sheet, top: float) -> None:
        for step in steps:
            _draw_step(sheet, step, top, height)

    return Slab(height, draw)


def _draw_step(sheet: Sheet, step: _Step, top: float, height: float) -> None:
    centre = step.x + step.width / 2
    if step.box.is_chosen:
        with sheet.artwork():
            sheet.setLineWidth(2.2)
            sheet.roundRect(step.x + 1, top - height + 1, step.width - 2, height - 2, 6)
    face, box = sheet.sizes.face, sheet.sizes.box
    sheet.picture(None, step.box.picture, centre - face / 2, top - face - 5, face)
    leading = sheet.sizes.body * TIGHT
    upper = top - face - 7
    for number, row in enumerate(step.rows):
        bare = sum(one.face.width(one.shown.rstrip(), one.span.size) for one in row)
        draw_row(sheet, row, centre - bare / 2, upper - number * leading, leading)
    middle = top - height + box / 2 + 6
    left = centre - box / 2
    tick_box(sheet, left, middle, box, is_ticked=step.box.is_chosen)
