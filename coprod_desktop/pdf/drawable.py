"""The one way for text to get onto paper: into signs that a font of ours can draw.

Whatever a person wrote stays inside its own block and can be read back as it was
written. What no font of ours has is printed as its Unicode name in brackets, and so are
the controls that could turn a line around; the original is kept beside it as the PDF's
ActualText. Nothing here knows any mark-up.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from coprod_desktop.content.emoji import EmojiRun, EmojiShelf
from coprod_desktop.pdf.arabic import is_arabic, joined
from coprod_desktop.pdf.faces import Face, face
from coprod_desktop.pdf.spans import Drawing

_SILENT = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad\ufe0e\ufe0f")
"""They join, part or colour their neighbours and are nothing to look at."""

_TAB = "    "
_SEQUENCE = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Sign:
    """A stretch of text as it is drawn, and as it was written.

    ``shown`` holds only characters that ``face`` has, in the order in which they are
    drawn. ``written`` is what a reader should get; it may be empty for the rest of
    something that was parted in two.
    """

    shown: str
    written: str
    face: Face
    is_atom: bool = False
    """Whether it should not be parted: a name in brackets, an Arabic word."""
    drawing: Drawing | None = None
    """An emoji that is drawn before its name."""
    name: str = ""
    """What stands for an emoji in words; then nothing else is shown."""

    @property
    def is_plain(self) -> bool:
        """Whether it is drawn as it was written."""
        return self.shown == self.written


def paragraphs(text: str) -> list[str]:
    """Part text at its line ends; they are the only thing that makes a new line."""
    return re.split("[\n\u2028\u2029]", text)


def drawable(
    text: str, weight: str = "body", emoji: EmojiShelf | None = None
) -> list[Sign]:
    """Return a paragraph as signs; ``weight`` is body or bold.

    Without a shelf of emoji, each of them is told by its name in Unicode, and Arabic
    letters are joined as layouts up to 4 did.
    """
    main = face(weight)
    if _simple(weight).issuperset(text):
        return [Sign(text, text, main)] if text else []
    as_before = emoji is None
    signs: list[Sign] = []
    at = 0
    for run in emoji.runs(text, _simple(weight)) if emoji else ():
        signs += _plain_signs(text[at : run.start], main, as_before=as_before)
        signs.append(_of_emoji(run, text[run.start : run.stop], main))
        at = run.stop
    return [*signs, *_plain_signs(text[at:], main, as_before=as_before)]


def named_signs(sign: Sign) -> list[Sign]:
    """Return the name of an emoji as signs of its own."""
    return drawable(sign.name, sign.face.name)


def _plain_signs(text: str, main: Face, *, as_before: bool) -> Iterator[Sign]:
    for part in _SEQUENCE.findall(text):
        yield from _signs(part, main, as_before=as_before)


def _of_emoji(run: EmojiRun, written: str, main: Face) -> Sign:
    drawing = Drawing(run.key, run.name, run.count) if run.key else None
    name = f"[{run.name}]"
    return Sign("", written, main, is_atom=True, drawing=drawing, name=name)


@cache
def _simple(weight: str) -> frozenset[str]:
    """The characters that need no care. A no-break space is not one of them."""
    return face(weight).signs - _SILENT - {"\u00a0", "\t"} - _controls()


@cache
def _controls() -> frozenset[str]:
    """The controls that some fonts have an (empty) drawing for."""
    codes = (*range(0x20), *range(0x7F, 0xA0), *range(0x200E, 0x2010))
    return frozenset(map(chr, (*codes, *range(0x202A, 0x202F), *range(0x2066, 0x2070))))


def _signs(part: str, main: Face, *, as_before: bool) -> Iterator[Sign]:
    simple = _simple(main.name)
    at = 0
    while at < len(part):
        stop = at
        while stop < len(part) and part[stop] in simple:
            stop += 1
        if stop < len(part) and stop > at and unicodedata.combining(part[stop]):
            stop -= 1
        if stop > at:
            yield Sign(part[at:stop], part[at:stop], main)
        else:
            stop, sign = _odd(part, at, main, as_before=as_before)
            yield sign
        at = stop


def _odd(part: str, at: int, main: Face, *, as_before: bool) -> tuple[int, Sign]:
    """Return what stands at a character that needs care, and where it ends."""
    char = part[at]
    if char == "\t":
        return at + 1, Sign(_TAB, char, main)
    if char == "\u00a0":
        return at + 1, Sign(" ", char, main, is_atom=True)
    if char in _SILENT:
        stop = _end(part, at, _SILENT.__contains__)
        return stop, Sign("", part[at:stop], main)
    if is_arabic(char):
        other = face("arabic-bold" if main.name == "bold" else "arabic")
        stop = _end(part, at, lambda one: is_arabic(one) and one in other.signs)
        if stop > at:
            word = part[at:stop]
            shown = joined(word, other.signs, as_before=as_before)
            return stop, Sign(shown, word, other, is_atom=True)
    stop = _cluster_end(part, at)
    whole = unicodedata.normalize("NFC", part[at:stop])
    if whole and _simple(main.name).issuperset(whole):
        return stop, Sign(whole, part[at:stop], main)
    if char in _simple(main.name):
        return at + 1, Sign(char, char, main)
    stop = _end(part, at, lambda one: one == char)
    return stop, Sign(_named(char, stop - at), part[at:stop], main, is_atom=True)


def _end(part: str, at: int, belongs: Callable[[str], bool]) -> int:
    while at < len(part) and belongs(part[at]):
        at += 1
    return at


def _cluster_end(part: str, at: int) -> int:
    stop = at + 1
    while stop < len(part) and unicodedata.combining(part[stop]):
        stop += 1
    return stop


def _named(char: str, count: int) -> str:
    name = unicodedata.name(char, f"U+{ord(char):04X}")
    name = name.lower() if not name.startswith("U+") else name
    return f"[{name}]" if count == 1 else f"[{name} × {count}]"
