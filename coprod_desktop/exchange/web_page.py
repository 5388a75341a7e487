"""A document as one web page: the blocks of its paper, for eyes, ears and fingers.

The page is whole in itself: it runs nothing, fetches nothing, and needs no colour. What
people wrote stands in it as text alone, each piece in a direction of its own, under the
label that says whose it is.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import count

from coprod_desktop.exchange.fit_text import shown
from coprod_desktop.i18n.catalogue import direction_of
from coprod_desktop.pdf import blocks

_STYLE = """
body{max-width:44rem;margin:0 auto;padding:1rem;color:#000;background:#fff;
font:1.15rem/1.6 Atkinson Hyperlegible Next,Verdana,sans-serif}
h1{font-size:1.8rem}h2{font-size:1.45rem;margin-top:2.5rem}h3{font-size:1.25rem}
.label{font-size:1.15rem;margin:0 0 .3rem}
.words{white-space:pre-wrap;overflow-wrap:anywhere;font-size:1.15rem;margin:.5rem 0}
.manner,.how{font-size:1rem}.how{border:1px solid;padding:0 .3rem}
.notice,.mark{border:3px solid;padding:.5rem;font-weight:bold}
.voice{margin:1rem 0;padding:.6rem .6rem .6rem 1rem}
.patient{border-inline-start:.5rem solid}.staff{border:.2rem dashed}
.partner{border-inline-start:.5rem dotted}
.supporter{border-inline-start:.5rem solid;
border-image:repeating-linear-gradient(#000 0 1.1rem,#fff 1.1rem 1.6rem) 1}
.together{border-inline-start:.7rem double}
li.voice{list-style:none}.chosen{font-weight:bold}
table{border-collapse:collapse}caption{text-align:start}
th,td{border:1px solid;padding:.4rem;text-align:start;vertical-align:top;
overflow-wrap:anywhere}
.sign{border-top:2px solid;margin-top:4rem}
@media print{.voice,tr{break-inside:avoid}h2,h3,.label{break-after:avoid}}
""".replace("\n", "")


def web_page(paper: blocks.Paper) -> str:
    """Return a paper as HTML (the WHATWG's living standard), in UTF-8."""
    told = _Page()
    body = "".join(told.body(paper.blocks))
    foot = "".join(f"<p>{_text(line)}</p>" for line in paper.footer.lines)
    language, direction = escape(paper.language), direction_of(paper.language)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n'
        '<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f"<title>{_text(paper.title)}</title>\n<style>{_STYLE}</style>\n</head>\n"
        f"<body>\n{body}</main>\n<footer>{foot}</footer>\n</body>\n</html>\n"
    )


class _Page:
    """Writes blocks one after another; every heading gets an id that names its part."""

    def __init__(self) -> None:
        self._numbers = count(1)
        self._is_in_part = False
        self._level = 1

    def body(self, found: Iterable[blocks.Block]) -> Iterator[str]:
        """Yield the header, and what stands in the main part."""
        for block in found:
            if isinstance(block, blocks.Title):
                lines = "".join(f"<p>{_text(line)}</p>" for line in block.lines)
                yield f"<header><h1>{_text(block.text)}</h1>{lines}</header>\n<main>\n"
            else:
                yield from self._block(block)
                yield "\n"
        yield from self._end_of_part()

    def _block(self, block: blocks.Block) -> Iterator[str]:
        match block:
            case blocks.Heading(text, level):
                yield from self._heading(text, level)
            case blocks.Statement():
                yield from self._statement(block)
            case blocks.Key(text, voices):
                listed = "".join(
                    f'<li class="voice {one.kind}">{_text(one.label)}</li>'
                    for one in voices
                )
                yield f"<p>{_text(text)}</p><ul>{listed}</ul>"
            case blocks.Notice(text):
                yield f'<p class="notice">{_text(text)}</p>'
            case blocks.Note(text):
                yield f"<p>{_text(text)}</p>"
            case blocks.Bullets(lines):
                listed = "".join(f"<li>{_text(line)}</li>" for line in lines)
                yield f"<ul>{listed}</ul>"
            case blocks.Table():
                yield _table(block)
            case blocks.SignLine(name, day):
                yield f'<p class="sign">{_text(name)}</p>'
                yield f'<p class="sign">{_text(day)}</p>'

    def _heading(self, text: str, level: int) -> Iterator[str]:
        number = next(self._numbers)
        self._level = level
        if level == 2:
            yield from self._end_of_part()
            self._is_in_part = True
            yield f'<section aria-labelledby="h{number}">\n'
        yield f'<h{level} id="h{number}">{_text(text)}</h{level}>'

    def _end_of_part(self) -> Iterator[str]:
        if self._is_in_part:
            self._is_in_part = False
            yield "</section>\n"

    def _statement(self, block: blocks.Statement) -> Iterator[str]:
        yield self._voice(block.voice, "article", self._level + 1)
        yield from (f'<p class="mark">{_text(mark)}</p>' for mark in block.marks)
        told = " ".join((*block.manner, *block.signed))
        yield f'<p class="manner">{_text(told)}</p>'
        yield from map(_part, block.parts)
        for stance in block.stances:
            yield self._voice(stance.voice, "section", self._level + 2)
            if stance.manner:
                yield f'<p class="manner">{_text(" ".join(stance.manner))}</p>'
            yield from map(_part, stance.parts)
            yield "</section>"
        yield "</article>"

    def _voice(self, voice: blocks.Voice, part: str, level: int) -> str:
        """Return the start of what one voice says: its border and its label."""
        number = next(self._numbers)
        return (
            f'<{part} class="voice {voice.kind}" aria-labelledby="h{number}">'
            f'<h{level} id="h{number}" class="label">{_text(voice.label)}</h{level}>'
        )


def _part(part: blocks.Part) -> str:
    match part:
        case blocks.Words(pieces):
            return f'<p class="words" dir="auto">{_pieces(pieces)}</p>'
        case blocks.Choices(boxes):
            listed = "".join(map(_box, boxes))
            return f"<ul>{listed}</ul>"
        case blocks.Lines(lines):
            listed = "".join(map(_line, lines))
            return f"<ol>{listed}</ol>"
        case blocks.Remark(text):
            return f"<p>{_text(text)}</p>"


def _pieces(pieces: tuple[blocks.Piece, ...]) -> str:
    return "".join(
        (f'<span class="how">{_text(piece.note)}</span> ' if piece.note else "")
        + f"<bdi>{escape(shown(piece.words))}</bdi>"
        for piece in pieces
    )


def _box(box: blocks.Box) -> str:
    chosen = ' class="chosen"' if box.is_chosen else ""
    return f"<li{chosen}>{_text(box.words)}</li>"


def _line(line: blocks.Line) -> str:
    mark = f"<p>{_text(line.mark)}</p>" if line.mark else ""
    return f'<li><p class="words" dir="auto">{_pieces(line.pieces)}</p>{mark}</li>'


def _table(table: blocks.Table) -> str:
    heads = "".join(f'<th scope="col">{_text(one)}</th>' for one in table.headings)
    rows = "".join(
        f'<tr><th scope="row">{_text(row[0])}</th>'
        + "".join(f"<td>{_text(cell)}</td>" for cell in row[1:])
        + "</tr>"
        for row in table.rows
    )
    return (
        f"<table><caption>{_text(table.summary)}</caption>"
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"
    )


def _text(text: str) -> str:
    """Return a sentence of ours; a name in it cannot turn around what follows."""
    return f"<bdi>{escape(shown(text))}</bdi>"
