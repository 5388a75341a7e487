"""Setting tables, and lines to sign on."""

from __future__ import annotations

from collections.abc import Iterator

from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.line_breaks import break_lines
from coprod_desktop.pdf.sheet import ARTIFACT, Sheet
from coprod_desktop.pdf.spans import Row, Span
from coprod_desktop.pdf.structure import Element
from coprod_desktop.pdf.typography import (
    MARGIN,
    TIGHT,
    WIDTH,
    Group,
    Slab,
    draw_row,
    gap,
)

_PADDING = 5.0
_TALLEST = 24
"""Lines of one row that stay together; what is longer goes on over the page."""


def table(block: blocks.Table, parent: Element) -> Iterator[Group]:
    """Yield a table's rows; its headings come again on every page, as artifacts."""
    whole = parent.add("Table", title=block.summary)
    heads = whole.add("THead").add("TR")
    elements = [heads.add("TH") for _ in block.headings]
    for element in elements:
        element.attributes = "<< /O /Table /Scope /Column >>"
    first = _row(block, block.headings, elements, "bold")
    outside = parent.beside(ARTIFACT, "<</Type /Pagination>>")
    again = _row(block, block.headings, [outside] * len(elements), "bold")
    yield Group(first, is_tied=True)
    body = whole.add("TBody")
    for cells in block.rows:
        row = body.add("TR")
        named = row.add("TH")
        named.attributes = "<< /O /Table /Scope /Row >>"
        kids = [named, *(row.add("TD") for _ in cells[1:])]
        slabs = _row(block, cells, kids, "body")
        yield Group(slabs, gap=0, heads=again)


def _row(
    block: blocks.Table, cells: tuple[str, ...], elements: list[Element], weight: str
) -> tuple[Slab, ...]:
    edges = _edges(block)
    columns: list[list[Row]] = []
    for cell, element, (start, end) in zip(cells, elements, edges, strict=True):
        inside = element if element.role == ARTIFACT else element.add("P")
        span = Span(cell, inside, element.sizes.small, weight)
        columns.append(break_lines([span], end - start - 2 * _PADDING))
    count = max(len(column) for column in columns)
    parts = [range(at, min(at + _TALLEST, count)) for at in range(0, count, _TALLEST)]
    size = elements[0].sizes.small
    return tuple(_band(columns, edges, lines, size, weight) for lines in parts)


def _edges(block: blocks.Table) -> list[tuple[float, float]]:
    edges, start = [], MARGIN
    for share in block.shares:
        edges.append((start, start + share * WIDTH))
        start += share * WIDTH
    return edges


def _band(
    columns: list[list[Row]],
    edges: list[tuple[float, float]],
    lines: range,
    size: float,
    weight: str,
) -> Slab:
    leading = size * TIGHT
    height = leading * len(lines) + 2 * _PADDING

    def draw(sheet: Sheet, top: float) -> None:
        with sheet.artwork():
            sheet.setLineWidth(1.6 if weight == "bold" else 0.8)
            sheet.line(MARGIN, top - height, MARGIN + WIDTH, top - height)
            if weight == "bold":
                sheet.line(MARGIN, top, MARGIN + WIDTH, top)
        for column, (start, _) in zip(columns, edges, strict=True):
            for number, row in enumerate(column[lines.start : lines.stop]):
                upper = top - _PADDING - number * leading
                draw_row(sheet, row, start + _PADDING, upper, leading)

    return Slab(height, draw)


def sign_line(block: blocks.SignLine, parent: Element) -> Group:
    """Return a line to sign on, its words below it, and a short line for the date."""
    whole = parent.add("Div")
    day = MARGIN + WIDTH * 0.68
    small = whole.sizes.small
    long_rows = break_lines([Span(block.name, whole.add("P"), small)], day - MARGIN)
    short_rows = break_lines([Span(block.day, whole.add("P"), small)], WIDTH * 0.3)
    leading = small * TIGHT

    def draw(sheet: Sheet, top: float) -> None:
        with sheet.artwork():
            sheet.setLineWidth(1)
            sheet.line(MARGIN, top - 30, day - 20, top - 30)
            sheet.line(day, top - 30, MARGIN + WIDTH, top - 30)
        for rows, x in ((long_rows, MARGIN), (short_rows, day)):
            for number, row in enumerate(rows):
                draw_row(sheet, row, x, top - 32 - number * leading, leading)

    count = max(len(long_rows), len(short_rows))
    return Group((Slab(34 + leading * count, draw), gap(2)))
