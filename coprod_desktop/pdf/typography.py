"""Measures of a page in points, and paragraphs as a pile of lines.

A4 with margins of 20 mm and 1.5 lines (DOMAIN 3.1). How large words and pictures are
stands in :mod:`coprod_desktop.pdf.sizes`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from coprod_desktop.pdf.line_breaks import break_lines
from coprod_desktop.pdf.sheet import Sheet
from coprod_desktop.pdf.spans import Row, Span

PAGE_WIDTH, PAGE_HEIGHT = 595.2756, 841.8898
MARGIN = 56.6929
WIDTH = PAGE_WIDTH - 2 * MARGIN
TOP = PAGE_HEIGHT - MARGIN

LEADING = 1.5
TIGHT = 1.3
"""For headings and small print, whose lines are short."""

Draw = Callable[[Sheet, float], None]
"""Draws something whose upper edge is at the given height of the page."""


@dataclass(frozen=True, slots=True)
class Slab:
    """Something of a certain height that never stands on two pages."""

    height: float
    draw: Draw


@dataclass(frozen=True, slots=True)
class Extent:
    """From where to where something reaches on one page."""

    top: float
    bottom: float
    is_start: bool
    is_end: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Slabs that belong together, and should stand on one page where they can."""

    slabs: tuple[Slab, ...]
    gap: float = 10.0
    """White space above; none at the top of a page."""
    border: Callable[[Sheet, Extent], None] | None = None
    carried: tuple[Slab, ...] = ()
    """What is drawn again, inside the border, where the group goes on over the page."""
    is_tied: bool = False
    """Whether what follows should stand on the same page."""
    starts_page: bool = False
    prompt: int = 0
    """The number of the question that is filled in by hand here; 0 for none."""
    heads: tuple[Slab, ...] = field(default=())
    """What is drawn again, above the group, when a later page starts with it."""


def gap(height: float) -> Slab:
    """Return white space."""
    return Slab(height, lambda sheet, top: None)  # noqa: ARG005 - nothing to draw


def draw_row(sheet: Sheet, row: Row, x: float, top: float, leading: float) -> None:
    """Draw a line of text in the middle of its height."""
    if row:
        size = max(one.span.size for one in row)
        for note in _frames(row, x):
            _frame(sheet, note, top, size)
        sheet.row(row, x, top - leading / 2 - size * 0.34)


def rows_as_slabs(rows: Sequence[Row], x: float, leading: float) -> tuple[Slab, ...]:
    """Return one slab for each line of text."""

    def slab(row: Row) -> Slab:
        return Slab(leading, lambda sheet, top: draw_row(sheet, row, x, top, leading))

    return tuple(slab(row) for row in rows)


def paragraph(
    spans: Sequence[Span], x: float, width: float, spacing: float = LEADING
) -> tuple[Slab, ...]:
    """Return text as slabs, one a line."""
    leading = max(span.size for span in spans) * spacing
    return rows_as_slabs(break_lines(spans, width), x, leading)


def _frames(row: Row, x: float) -> list[tuple[float, float]]:
    """Return from where to where notes of ours stand in a line."""
    found: list[tuple[float, float]] = []
    before = None
    for one in row:
        if one.span.is_note and one.shown.strip():
            bare = one.face.width(one.shown.rstrip(), one.span.size)
            start, end = x + one.x, x + one.x + bare
            if before is one.span:
                first, last = found.pop()
                start, end = min(first, start), max(last, end)
            found.append((start, end))
        before = one.span
    return found


def _frame(sheet: Sheet, note: tuple[float, float], top: float, size: float) -> None:
    start, end = note
    middle = top - size * LEADING / 2
    high = sheet.sizes.small * 1.35
    with sheet.artwork():
        sheet.setLineWidth(0.75)
        sheet.roundRect(start - 2.5, middle - high / 2, end - start + 5, high, 3)
