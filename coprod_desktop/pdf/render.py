"""From blocks to bytes: a tagged PDF, the same every time."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import BytesIO
from threading import Lock

from reportlab import rl_config

from coprod_desktop.content.emoji import EmojiShelf
from coprod_desktop.i18n.catalogue import direction_of
from coprod_desktop.i18n.isolates import isolated
from coprod_desktop.pdf import blocks
from coprod_desktop.pdf.faces import forget_words
from coprod_desktop.pdf.flow import Flow
from coprod_desktop.pdf.layouts import FIRST_IN_ORDER, FIRST_WITH_EMOJI
from coprod_desktop.pdf.leftward_sheet import LeftwardSheet
from coprod_desktop.pdf.line_breaks import break_lines
from coprod_desktop.pdf.metadata import Attachment
from coprod_desktop.pdf.pictures import picture_code
from coprod_desktop.pdf.set_blocks import groups
from coprod_desktop.pdf.sheet import ARTIFACT, Sheet
from coprod_desktop.pdf.sheet_code import SheetCode
from coprod_desktop.pdf.sizes import sizes_of
from coprod_desktop.pdf.spans import Row, Span
from coprod_desktop.pdf.structure import Element
from coprod_desktop.pdf.typography import MARGIN, TIGHT, WIDTH, draw_row

_FOOT = 27.0
"""Where the lowest line of the footer ends: far enough in for any printer."""
_CODE = "{code}"
_BETWEEN = "     "
_ONE_AT_A_TIME = Lock()
"""ReportLab's fonts, and ours, are shared by every paper that is being made."""


def render(paper: blocks.Paper, attachments: tuple[Attachment, ...] = ()) -> bytes:
    """Return a paper as a PDF that conforms to PDF/UA-1 and PDF/A-3a.

    The same paper and attachments give the same bytes, on any day and any computer.
    Called from two threads at once, the second waits until the first is done.
    """
    with _ONE_AT_A_TIME, _nothing_collected():
        # ASCII 85 makes a file larger, and a fifth of the time goes into it.
        rl_config.useA85 = 0
        try:
            return _render(paper, attachments)
        finally:
            forget_words()


def make_ready(pictures: Iterable[str]) -> None:
    """Read the fonts and walk through pictures before somebody waits for a paper.

    Raises:
        KeyError: There is no picture for one of these meanings.
    """
    with _ONE_AT_A_TIME:
        # It looks into each font, and so all are read.
        forget_words()
        for picture in pictures:
            picture_code(picture)


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Let Python look for no garbage while a paper is made.

    A paper is a hundred thousand small things, and all of them stay to its end. To look
    through them again and again, and through all else that the program holds, took a
    third of the time.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _render(paper: blocks.Paper, attachments: tuple[Attachment, ...]) -> bytes:
    is_leftward = direction_of(paper.language) == "rtl"
    kind = LeftwardSheet if is_leftward else Sheet
    sheet = kind(BytesIO(), paper.language, sizes_of(paper.choice.kind))
    sheet.top.beside_language = paper.choice.beside
    sheet.top.is_in_order = paper.layout >= FIRST_IN_ORDER
    if paper.layout >= FIRST_WITH_EMOJI:
        sheet.top.emoji = EmojiShelf(paper.language)
    for picture in dict.fromkeys(_pictures(paper)):
        sheet.define_picture(picture, picture_code(picture))
    outside = sheet.top.beside(ARTIFACT, "<</Type /Pagination /Subtype /Footer>>")
    leading = sheet.sizes.small * TIGHT
    height = len(_footer(_with_code(paper.footer, [1]), outside, 1, 1)) * leading
    flow = Flow(_FOOT + height + 14)
    pages = flow.place(groups(paper.blocks, sheet.top))
    for number, placed in enumerate(pages, start=1):
        for one in placed:
            one.draw(sheet)
        foot = _with_code(paper.footer, [one.group.prompt for one in placed])
        rows = _footer(foot, outside, number, len(pages))
        for place, row in enumerate(rows):
            draw_row(sheet, row, MARGIN, _FOOT + height - place * leading, leading)
        sheet.showPage()
    return sheet.finished(paper, attachments)


def _with_code(footer: blocks.Footer, placed: Iterable[int]) -> blocks.Footer:
    """Return the foot of a page with the code of the prompts that stand on it."""
    if footer.sheet_tag is None:
        return footer
    prompts = sorted(filter(None, placed))
    if not prompts:
        lines = tuple(one for one in footer.lines if _CODE not in one)
        return replace(footer, lines=lines)
    count = prompts[-1] - prompts[0] + 1
    code = str(SheetCode(footer.sheet_tag, prompts[0], count))
    return replace(
        footer, lines=tuple(one.replace(_CODE, code) for one in footer.lines)
    )


def _footer(
    footer: blocks.Footer, element: Element, page: int, pages: int
) -> list[Row]:
    """Return the footer's lines: as many of its parts on one as fit."""
    counted = footer.page.replace("{pages}", str(pages)).replace("{page}", str(page))
    size = element.sizes.small
    rows: list[Row] = []
    line = ""
    parts = (counted, *footer.lines)
    if element.is_leftward:
        parts = tuple(isolated(part) for part in parts)
    for part in parts:
        joined = line + _BETWEEN + part if line else part
        tried = break_lines([Span(joined, element, size)], WIDTH)
        if line and len(tried) > 1:
            rows += break_lines([Span(line, element, size)], WIDTH)
            line = part
        else:
            line = joined
    return [*rows, *break_lines([Span(line, element, size)], WIDTH)]


def _pictures(paper: blocks.Paper) -> Iterator[str]:
    for block in paper.blocks:
        match block:
            case blocks.Title(figure=figure) | blocks.Heading(figure=figure):
                if figure:
                    yield figure.picture
            case blocks.Blank(choices=offered):
                yield from (box.picture for box in offered.boxes if box.picture)
            case blocks.Statement(parts=parts):
                for part in parts:
                    if isinstance(part, blocks.Choices):
                        yield from (box.picture for box in part.boxes if box.picture)
