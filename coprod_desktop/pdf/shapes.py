"""Borders, rings and boxes: black shapes that tell voices apart without any colour.

Each kind of voice has a pattern of its own that a mono laser printer and a photocopier
keep (LOOK, whose words). Shapes are artifacts; the labels say the same in words.
"""

from __future__ import annotations

from coprod_desktop.model.people import VoiceKind
from coprod_desktop.pdf.faces import face
from coprod_desktop.pdf.line_breaks import break_lines
from coprod_desktop.pdf.sheet import ARTIFACT, Sheet
from coprod_desktop.pdf.spans import Span
from coprod_desktop.pdf.typography import Extent

BAR = 7.0
_HALF = 3.6 / 10.5
"""How far below the middle of a ring its capital letter starts, of its size."""


def border(sheet: Sheet, kind: VoiceKind, extent: Extent, x: float, end: float) -> None:
    """Draw the border of a voice around words from ``x`` to ``end``."""
    with sheet.artwork():
        if kind is VoiceKind.PATIENT:
            sheet.rect(x, extent.bottom, BAR, _height(extent), stroke=0, fill=1)
        elif kind is VoiceKind.STAFF:
            _dashed_frame(sheet, extent, x, end)
        elif kind is VoiceKind.PARTNER:
            _bar(sheet, extent, x, BAR * 0.8, (0.01, BAR * 1.5), cap=1)
        elif kind is VoiceKind.SUPPORTER:
            width = BAR * 0.6
            _bar(sheet, extent, x, width, (14, 6, 0.01, 6), cap=1)
        else:
            for at in (x, x + BAR):
                _bar(sheet, extent, at - BAR / 2 + 1.25, 2.5, (), cap=0)


def ring(sheet: Sheet, kind: VoiceKind, initial: str, x: float, middle: float) -> None:
    """Draw a ring with a letter, its leading edge at ``x``; a plus for together."""
    radius = sheet.sizes.ring
    centre = x + radius
    with sheet.artwork():
        sheet.setLineWidth(1.4)
        sheet.circle(centre, middle, radius)
        if kind is VoiceKind.TOGETHER:
            sheet.line(centre - radius + 3, middle, centre + radius - 3, middle)
            sheet.line(centre, middle - radius + 3, centre, middle + radius - 3)
    if kind is not VoiceKind.TOGETHER:
        letter = initial if initial in _letters(is_leftward=sheet.is_leftward) else "•"
        size = sheet.sizes.initial
        span = Span(letter, sheet.top.beside(ARTIFACT, "<<>>"), size, "bold")
        for row in break_lines([span], 4 * radius):
            sheet.row(row, centre - row[0].width / 2, middle - size * _HALF)


def tick_box(
    sheet: Sheet, x: float, middle: float, size: float, *, is_ticked: bool
) -> None:
    """Draw an empty box, or one with a tick, its leading edge at ``x``."""
    bottom = middle - size / 2
    with sheet.artwork():
        sheet.setLineWidth(2.2 if is_ticked else 1.1)
        sheet.rect(x, bottom, size, size)
        if is_ticked:
            sheet.setLineWidth(2.6)
            sheet.setLineCap(1)
            sheet.setLineJoin(1)
            path = sheet.beginPath()
            left = sheet.left_of(x, size)
            path.moveTo(left + size * 0.2, bottom + size * 0.52)
            path.lineTo(left + size * 0.42, bottom + size * 0.26)
            path.lineTo(left + size * 0.82, bottom + size * 0.8)
            sheet.drawPath(path)


def _letters(*, is_leftward: bool) -> frozenset[str]:
    """The letters that a ring can hold."""
    latin = face("bold").signs
    return latin | face("arabic-bold").signs if is_leftward else latin


def _height(extent: Extent) -> float:
    return extent.top - extent.bottom


def _bar(
    sheet: Sheet,
    extent: Extent,
    x: float,
    width: float,
    dash: tuple[float, ...],
    *,
    cap: int,
) -> None:
    inset = width / 2 if cap else 0
    middle = x + BAR / 2
    sheet.setLineWidth(width)
    sheet.setLineCap(cap)
    if dash:
        sheet.setDash(list(dash))
    sheet.line(middle, extent.top - inset, middle, extent.bottom + inset)


def _dashed_frame(sheet: Sheet, extent: Extent, x: float, end: float) -> None:
    """Draw dashes all around, but for the side where words go on over the page."""
    sheet.setLineWidth(1.3)
    sheet.setDash([6, 3.5])
    for at in (x, end):
        sheet.line(at, extent.top, at, extent.bottom)
    if extent.is_start:
        sheet.line(x, extent.top, end, extent.top)
    if extent.is_end:
        sheet.line(x, extent.bottom, end, extent.bottom)
    sheet.setLineWidth(3.2)
    sheet.setDash([16, 6])
    sheet.line(x + 6, extent.top - 3, x + 6, extent.bottom + 3)
