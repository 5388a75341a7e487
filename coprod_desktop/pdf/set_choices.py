"""Setting choices: boxes drawn as shapes, each with its words and its picture."""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.line_breaks import break_lines
from coprod_desktop.pdf.shapes import tick_box
from coprod_desktop.pdf.sheet import Sheet
from coprod_desktop.pdf.spans import Row, Span
from coprod_desktop.pdf.structure import Element
from coprod_desktop.pdf.typography import BODY, TIGHT, Slab, draw_row, gap

_BOX = 14.0
_BESIDE = 30.0
_FACE = 40.0


def choices(
    block: blocks.Choices, division: Element, x: float, width: float
) -> tuple[Slab, ...]:
    """Return what could be chosen, with what was chosen ticked."""
    listed = division.add("L")
    listed.attributes = "<< /O /List /ListNumbering /None >>"
    if block.is_scale:
        return (_scale(block.boxes, listed, x, width), gap(5))
    return tuple(_choice(box, listed, x, width) for box in block.boxes)


def _words(box: blocks.Box, listed: Element, size: float, width: float) -> list[Row]:
    body = listed.add("LI").add("LBody")
    weight = "bold" if box.is_chosen else "body"
    return break_lines([Span(box.words, body, size, weight)], width)


def _choice(box: blocks.Box, listed: Element, x: float, width: float) -> Slab:
    beside = _BOX + 10 + (_BESIDE + 8 if box.picture else 0)
    rows = _words(box, listed, BODY, width - beside)
    leading = BODY * TIGHT
    height = max(_BESIDE + 4 if box.picture else 0.0, leading * len(rows) + 6)

    def draw(sheet: Sheet, top: float) -> None:
        middle = top - height / 2
        tick_box(sheet, x + 1, middle, _BOX, is_ticked=box.is_chosen)
        if box.picture:
            left = x + _BOX + 10
            sheet.picture(None, box.picture, left, middle - _BESIDE / 2, _BESIDE)
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
        _Step(box, _words(box, listed, BODY, each - 8), x + number * each, each)
        for number, box in enumerate(boxes)
    ]
    leading = BODY * TIGHT
    lines = max(len(step.rows) for step in steps)
    height = _FACE + 8 + leading * lines + _BOX + 14

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
    sheet.picture(None, step.box.picture, centre - _FACE / 2, top - _FACE - 5, _FACE)
    leading = BODY * TIGHT
    upper = top - _FACE - 7
    for number, row in enumerate(step.rows):
        bare = sum(one.face.width(one.shown.rstrip(), one.span.size) for one in row)
        draw_row(sheet, row, centre - bare / 2, upper - number * leading, leading)
    middle = top - height + _BOX / 2 + 6
    left = centre - _BOX / 2
    tick_box(sheet, left, middle, _BOX, is_ticked=step.box.is_chosen)
