"""Breaking words into lines on paper whose lines start at the right.

A row's stretches keep the order in which they were written, which is the order of
reading; only their places follow the directions of their words (``bidi``). ``x`` of a
stretch is how far its own right edge is from the edge at which lines start.

Sentences of ours run leftwards and hold isolates around what is filled in. Somebody's
own words run as their first letter does, and nothing in them reaches out of them.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from coprod_desktop.i18n.isolates import is_balanced
from coprod_desktop.pdf import bidi
from coprod_desktop.pdf.arabic import letters_shaped
from coprod_desktop.pdf.drawable import Sign, drawable, named_signs
from coprod_desktop.pdf.faces import Face, face
from coprod_desktop.pdf.spans import Drawing, Row, Span, Stretch

_CONTROLS = {"\u2067": "RLI", "\u2068": "FSI", "\u2069": "PDI"}
_EDGES = frozenset({*bidi.ISOLATES, "PDI"})
_CLUSTER = re.compile("[\u0300-\u036f]|.[\u0300-\u036f]*", re.DOTALL)
"""A letter with the marks over it."""
_MIRRORED = dict(zip("()<>[]{}«»‹›", ")(><][}{»«›‹", strict=True))


@dataclass(frozen=True, slots=True)
class _Cell:
    """The smallest thing that has a place of its own: a letter with its marks."""

    shown: str
    written: str
    face: Face
    span: Span
    kind: str
    """Its bidirectional class, as Unicode names it."""
    level: int = 0
    drawing: Drawing | None = None
    """An emoji that is drawn here, in place of letters."""
    is_name: bool = False
    """Whether it is of the name of the emoji that was drawn before it."""
    is_ours: bool = False
    """Whether it tells of an emoji, and nothing that was written stands there."""

    @property
    def width(self) -> float:
        if self.drawing:
            return self.drawing.width(self.span.size)
        return self.face.width(self.shown, self.span.size)

    @property
    def is_space(self) -> bool:
        return self.kind in {"WS", "S"}

    @property
    def is_edge(self) -> bool:
        """Whether an isolate starts or ends here, which keeps neighbours apart."""
        return self.kind in _EDGES


def break_leftward(spans: Sequence[Span], width: float) -> list[Row]:
    """Return the lines of a paragraph that is ``width`` points wide.

    A word that is wider than that is parted between its letters.
    """
    cells = list(_cells(spans))
    kinds = [one.kind for one in cells]
    ground = _ground(spans, cells)
    found = bidi.levels(kinds, [one.written for one in cells], ground)
    levelled = [
        replace(one, level=level) for one, level in zip(cells, found, strict=True)
    ]
    lines = list(_lines(levelled, width))
    # Words that run rightwards start at one edge, and stay close to their border.
    widest = max(sum(one.width for one in line[: _bare(line)]) for line in lines)
    return [_placed(line, ground, widest) for line in lines]


def _ground(spans: Sequence[Span], cells: list[_Cell]) -> int:
    """Return 1 where the paragraph runs leftwards.

    Somebody's own words run as they begin, also where notes of ours stand in them.
    """
    if not any(span.is_said for span in spans):
        return 1
    said = [
        one.kind
        for one in cells
        if one.span.is_said and not (one.is_edge or one.is_ours)
    ]
    way = bidi.first_strong(said)
    return 1 if way is None else way


def _cells(spans: Sequence[Span]) -> Iterator[_Cell]:
    """Yield what stands in a paragraph; of several spans each is an isolate."""
    for span in spans:
        edge = _Cell("", "", face(span.weight), span, "FSI" if span.is_said else "RLI")
        if len(spans) > 1:
            yield edge
        obeyed = not span.is_said and is_balanced(span.text)
        for part in re.split("([\u2067-\u2069])", span.text) if obeyed else [span.text]:
            if obeyed and part in _CONTROLS:
                yield replace(edge, kind=_CONTROLS[part])
            else:
                for sign in drawable(part, span.weight, span.element.emoji):
                    yield from _of_sign(sign, span)
        if len(spans) > 1:
            yield replace(edge, kind="PDI")


def _of_sign(sign: Sign, span: Span) -> Iterator[_Cell]:
    if sign.name:
        yield from _of_emoji(sign, span)
    elif sign.face.name.startswith("arabic"):
        for shown, written in letters_shaped(sign.written, sign.face.signs):
            yield _cell(shown, written, sign.face, span)
    elif sign.is_plain and not sign.is_atom:
        for one in _CLUSTER.findall(sign.shown):
            yield _cell(one, one, sign.face, span)
    elif not sign.shown:
        yield _Cell("", sign.written, sign.face, span, "BN")
    elif sign.shown.startswith("[") and sign.is_atom:
        # A name in brackets is one thing, whatever it stands for.
        yield _Cell(sign.shown, sign.written, sign.face, span, "ON")
    else:
        yield _cell(sign.shown, sign.written, sign.face, span)


def _of_emoji(sign: Sign, span: Span) -> Iterator[_Cell]:
    """Yield an emoji's drawing and its name, which is a sentence of ours."""
    drawing, written = sign.drawing, sign.written
    edge = _Cell("", "", sign.face, span, "RLI")
    yield edge
    if drawing:
        yield _Cell("", "", sign.face, span, "ON", drawing=drawing, is_ours=True)
    for one in named_signs(sign):
        for cell in _of_sign(one, span):
            is_name = drawing is not None
            yield replace(cell, written=written, is_name=is_name, is_ours=True)
            written = ""
    yield replace(edge, kind="PDI")


def _cell(shown: str, written: str, main: Face, span: Span) -> _Cell:
    kind = "WS" if written == "\t" else unicodedata.bidirectional(written[0])
    return _Cell(shown, written, main, span, kind or "L")


def _lines(cells: list[_Cell], width: float) -> Iterator[list[_Cell]]:
    line: list[_Cell] = []
    filled = 0.0
    for word in _words(cells):
        solid = sum(one.width for one in word if one.is_ours or not one.is_space)
        if line and filled + solid > width:
            yield line
            line, filled = [], 0.0
        for one in word:
            if line and filled + one.width > width and not one.is_space:
                yield line
                line, filled = [], 0.0
            line.append(one)
            filled += one.width
    yield line


def _words(cells: list[_Cell]) -> Iterator[list[_Cell]]:
    """Yield what may stand at the end of a line: a word with the spaces after it."""
    word: list[_Cell] = []
    for one in cells:
        # The name of an emoji stays in one piece.
        is_inside = one.is_ours and bool(word) and word[-1].is_ours
        if word and word[-1].is_space and not (one.is_space or is_inside):
            yield word
            word = []
        word.append(one)
    if word:
        yield word


def _bare(line: list[_Cell]) -> int:
    """Return where the spaces at the end of a line start."""
    bare = len(line)
    while bare and (line[bare - 1].is_space or not line[bare - 1].width):
        bare -= 1
    return bare


def _placed(line: list[_Cell], ground: int, widest: float) -> Row:
    """Join like neighbours and give each stretch its place in the line."""
    bare = _bare(line)
    # Spaces at the end of a line stand at its end, whichever way it runs (L1).
    line = [*line[:bare], *(replace(one, level=ground) for one in line[bare:])]
    joined = list(_joined(line))
    order = bidi.reordered([level for _, level in joined])
    placed = [one for one, _ in joined]
    if ground:
        x = 0.0
        for at in reversed(order):
            placed[at] = replace(placed[at], x=x)
            x += placed[at].width
    else:
        x = widest
        for at in order:
            x -= placed[at].width
            placed[at] = replace(placed[at], x=x)
    return tuple(one for one in placed if one.written or one.shown or one.drawing)


def _joined(line: list[_Cell]) -> Iterator[tuple[Stretch, int]]:
    """Yield neighbours that are drawn in one go, and their level."""
    at = 0
    while at < len(line):
        first, stop = line[at], at + 1
        while stop < len(line) and _are_alike(first, line[stop]):
            stop += 1
        cells = line[at:stop]
        shown = [_MIRRORED.get(one.shown, one.shown) for one in cells]
        if first.level % 2:
            shown.reverse()
        else:
            shown = [one.shown for one in cells]
        written = "".join(one.written for one in cells)
        wide = sum(one.width for one in cells)
        letters: tuple[tuple[str, str], ...] = ()
        if first.level % 2 and len(written) > 1:
            backwards = [one.written[::-1] for one in reversed(cells)]
            letters = tuple(zip(shown, backwards, strict=True))
        drawn = "".join(shown)
        yield (
            Stretch(
                drawn,
                written,
                first.face,
                first.span,
                wide,
                letters=letters,
                drawing=first.drawing,
                is_name=first.is_name,
            ),
            first.level,
        )
        at = stop


def _are_alike(one: _Cell, other: _Cell) -> bool:
    return (
        one.level == other.level
        and one.drawing is None
        and other.drawing is None
        and one.is_name == other.is_name
        and one.face is other.face
        and one.span is other.span
        and not (one.is_edge or other.is_edge)
        and (one.is_space == other.is_space or not one.level % 2)
    )
