"""A document as plain text: the blocks of its paper, a line at a time.

Every line that somebody wrote starts with a bar, and no line of ours does: nobody can
write a label into their words and have it taken for one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from coprod_desktop.exchange.fit_text import shown
from coprod_desktop.pdf import blocks

BAR = "  | "
"""Starts each line of somebody's own words."""

_TERMINAL = re.compile("[\x7f-\x84\x86-\x9f]")
"""What a terminal could take for orders; a next line (U+0085) is a line end."""


def plain_text(paper: blocks.Paper) -> str:
    """Return a paper as lines of text."""
    lines = [line for block in paper.blocks for line in (*_block(block), "")]
    foot = map(_one_line, paper.footer.lines)
    return "\n".join((*lines, "-" * 40, *foot, ""))


def _block(block: blocks.Block) -> Iterator[str]:
    match block:
        case blocks.Title(text, more):
            yield from _underlined(text, "=")
            yield from map(_one_line, more)
        case blocks.Heading(text, level):
            yield from _underlined(text, "-" if level == 2 else "")
        case blocks.Statement():
            yield from _statement(block)
        case blocks.Key(text, voices):
            yield _one_line(text)
            yield from (f"- {_one_line(one.label)}" for one in voices)
        case blocks.Notice(text):
            yield f"! {_one_line(text)}"
        case blocks.Note(text):
            yield _one_line(text)
        case blocks.Bullets(more):
            yield from (f"- {_one_line(line)}" for line in more)
        case blocks.Table():
            yield from _table(block)
        case blocks.SignLine(name, day):
            yield f"{_one_line(name)}: {'.' * 30} {_one_line(day)}: {'.' * 12}"


def _underlined(text: str, line: str) -> Iterator[str]:
    heading = _one_line(text)
    yield heading
    if line:
        yield line * len(heading)


def _statement(block: blocks.Statement) -> Iterator[str]:
    yield f"[{_one_line(block.voice.label)}]"
    yield from (f"! {_one_line(mark)}" for mark in block.marks)
    yield from map(_one_line, (*block.manner, *block.signed))
    for part in block.parts:
        yield from _part(part)
    for stance in block.stances:
        yield f"[{_one_line(stance.voice.label)}]"
        yield from map(_one_line, stance.manner)
        for part in stance.parts:
            yield from _part(part)


def _part(part: blocks.Part) -> Iterator[str]:
    match part:
        case blocks.Words(pieces):
            yield from _pieces(pieces)
        case blocks.Choices(boxes):
            for box in boxes:
                yield f"({'x' if box.is_chosen else ' '}) {_one_line(box.words)}"
        case blocks.Lines(lines):
            for number, line in enumerate(lines, start=1):
                mark = f" {_one_line(line.mark)}" if line.mark else ""
                yield f"{number}.{mark}"
                yield from _pieces(line.pieces)
        case blocks.Remark(text):
            yield _one_line(text)


def _pieces(pieces: tuple[blocks.Piece, ...]) -> Iterator[str]:
    for piece in pieces:
        if piece.note:
            yield f"({_one_line(piece.note)})"
        for line in piece.words.splitlines():
            yield BAR + _safe(line)


def _table(table: blocks.Table) -> Iterator[str]:
    yield _one_line(table.summary)
    for row in table.rows:
        cells = zip(table.headings, row, strict=True)
        yield "- " + "; ".join(f"{_one_line(h)}: {_one_line(c)}" for h, c in cells)


def _one_line(text: str) -> str:
    """Return a sentence of ours on one line, whatever a name in it holds."""
    return _safe(" ".join(text.splitlines()))


def _safe(line: str) -> str:
    return _TERMINAL.sub("\ufffd", shown(line))
