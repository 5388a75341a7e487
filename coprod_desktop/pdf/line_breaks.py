"""Breaking words into lines: aligned where they start, no hyphens, nothing lost.

Every space is kept, also those at the end of a line, so that the words can be read back
from the page as they were written.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from coprod_desktop.pdf.both import halves
from coprod_desktop.pdf.drawable import Sign, drawable, named_signs
from coprod_desktop.pdf.faces import Face, face
from coprod_desktop.pdf.leftward_lines import break_leftward
from coprod_desktop.pdf.spans import Row, Span, Stretch

_WORD = re.compile(r"\S+\s*|\s+")


def break_lines(spans: Sequence[Span], width: float) -> list[Row]:
    """Return the lines of a paragraph that is ``width`` points wide.

    A word that is wider than that is parted between its characters.
    """
    # Nobody's own words are a pair of ours, whatever signs they hold.
    told = [] if spans[0].is_said else halves(spans[0].text)
    if len(told) > 1:
        return _in_both(told, spans[0], width)
    if spans[0].element.is_leftward:
        return break_leftward(spans, width)
    if len(spans) == 1:
        signs = _signs(spans[0])
        if len(signs) == 1 and signs[0].is_plain:
            return _simple_rows(spans[0], width)
    words = list(_words(spans))
    rows: list[Row] = []
    row: list[Stretch] = []
    filled = 0.0
    for word in words:
        solid = _solid(word)
        if row and filled + solid > width:
            rows.append(_placed(row))
            row, filled = [], 0.0
        pieces = _parted(word, width) if solid > width else [word]
        for number, piece in enumerate(pieces):
            if number:
                rows.append(_placed(row))
                row, filled = [], 0.0
            row.extend(piece)
            filled += sum(one.width for one in piece)
    rows.append(_placed(row))
    return rows


def _in_both(told: Sequence[str], span: Span, width: float) -> list[Row]:
    """Return a sentence of ours, then the same in the language beside it."""
    first = second = span.element
    if first.beside_language and first.role != "Artifact":
        # Both in parts of their own: places come into a part only when it is drawn.
        first, second = first.add("Span"), first.add("Span")
        second.language = second.beside_language
    return [
        *break_lines([replace(span, text=told[0], element=first)], width),
        *break_lines([replace(span, text=told[1], element=second)], width),
    ]


def _simple_rows(span: Span, width: float) -> list[Row]:
    """The same for text without anything special, which nearly all text is."""
    main = face(span.weight)
    rows: list[Row] = []
    row: list[str] = []
    filled = 0.0
    size, measured = span.size, main.word
    for word in _WORD.findall(span.text):
        bare, whole = measured(word)
        solid = bare * size / 1000
        if row and filled + solid > width:
            rows.append((_plain_stretch("".join(row), main, span, filled),))
            row, filled = [], 0.0
        if solid > width:
            *full, rest = _chunks(word, main, size, width)
            for chunk in full:
                wide = main.width(chunk, size)
                rows.append((_plain_stretch(chunk, main, span, wide),))
            row, filled = [rest], main.width(rest, size)
        else:
            row.append(word)
            filled += whole * size / 1000
    rows.append((_plain_stretch("".join(row), main, span, filled),))
    return rows


def _plain_stretch(text: str, main: Face, span: Span, width: float) -> Stretch:
    return Stretch(text, text, main, span, width)


def _words(spans: Sequence[Span]) -> Iterator[list[Stretch]]:
    """Yield what may stand at the end of a line: a word with the spaces after it."""
    word: list[Stretch] = []
    for span in spans:
        for sign in _signs(span):
            if sign.name:
                word += _emoji(sign, span)
                continue
            for piece in _pieces(sign):
                width = piece.face.width(piece.shown, span.size)
                word.append(
                    Stretch(piece.shown, piece.written, piece.face, span, width)
                )
                if piece.written[-1:].isspace() and not piece.is_atom:
                    yield word
                    word = []
    if word:
        yield word


def _signs(span: Span) -> list[Sign]:
    return drawable(span.text, span.weight, span.element.emoji)


def _emoji(sign: Sign, span: Span) -> Iterator[Stretch]:
    """Yield an emoji's drawing and its name, which are never parted."""
    drawing, size = sign.drawing, span.size
    if drawing:
        wide = drawing.width(size)
        yield Stretch("", "", sign.face, span, wide, drawing=drawing)
    written = sign.written
    for one in named_signs(sign):
        wide = one.face.width(one.shown, size)
        yield Stretch(
            one.shown, written, one.face, span, wide, is_name=drawing is not None
        )
        written = ""


def _pieces(sign: Sign) -> Iterator[Sign]:
    if not sign.is_plain or sign.is_atom:
        yield sign
        return
    for word in _WORD.findall(sign.shown):
        yield Sign(word, word, sign.face)


def _solid(word: list[Stretch]) -> float:
    """Return how wide a word is without the spaces after it."""
    last = word[-1]
    bare = last.face.width(last.shown.rstrip(), last.span.size)
    return sum(one.width for one in word[:-1]) + bare


def _parted(word: list[Stretch], width: float) -> list[list[Stretch]]:
    """Part a word that is wider than a line, between characters."""
    rows: list[list[Stretch]] = [[]]
    filled = 0.0
    for one in word:
        if filled and filled + one.width > width:
            rows.append([])
            filled = 0.0
        first, *others = _halves(one, width)
        rows[-1].append(first)
        rows.extend([other] for other in others)
        filled = rows[-1][-1].width + (0 if others else filled)
    return rows


def _halves(one: Stretch, width: float) -> list[Stretch]:
    """Part one stretch; the first part of what is shown otherwise keeps it all."""
    if one.width <= width:
        return [one]
    found = []
    for number, shown in enumerate(_chunks(one.shown, one.face, one.span.size, width)):
        written = shown if one.is_plain else ("" if number else one.written)
        wide = one.face.width(shown, one.span.size)
        found.append(replace(one, shown=shown, written=written, width=wide))
    return found


def _chunks(text: str, main: Face, size: float, width: float) -> list[str]:
    found, start, filled = [], 0, 0.0
    for at, sign in enumerate(text):
        wide = main.width(sign, size)
        if at > start and filled + wide > width and not sign.isspace():
            found.append(text[start:at])
            start, filled = at, 0.0
        filled += wide
    return [*found, text[start:]]


def _placed(row: list[Stretch]) -> Row:
    """Join like neighbours and give each stretch its place in the line."""
    joined: list[Stretch] = []
    for one in row:
        last = joined[-1] if joined else None
        if last and last.is_plain and one.is_plain and _are_alike(last, one):
            shown, width = last.shown + one.shown, last.width + one.width
            joined[-1] = replace(last, shown=shown, written=shown, width=width)
        else:
            joined.append(one)
    placed, x = [], 0.0
    for group in _directions(joined):
        wide = sum(one.width for one in group)
        at = x + wide
        for one in group:
            at -= one.width
            placed.append(replace(one, x=at))
        x += wide
    return tuple(placed)


def _are_alike(one: Stretch, other: Stretch) -> bool:
    return one.face is other.face and one.span is other.span


def _directions(row: list[Stretch]) -> Iterator[list[Stretch]]:
    """Yield groups to be placed from right to left: Arabic words, else one alone."""
    at = 0
    while at < len(row):
        stop = end = at + 1
        while _is_arabic(row[at]) and stop < len(row):
            if _is_arabic(row[stop]):
                end = stop + 1
            elif row[stop].shown.strip(" .,:;!?"):
                break
            stop += 1
        yield row[at:end]
        at = end


def _is_arabic(one: Stretch) -> bool:
    return one.face.name.startswith("arabic")
