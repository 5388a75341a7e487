"""What a page's content stream draws: words by their marks, and everything else.

Text is read through the fonts' own ToUnicode tables, as a screen reader does, and also
kept as it is shown, because ActualText may say something else than the page.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import pikepdf

from coprod_desktop.pdf.font_letters import letters_of

_Instruction = pikepdf.ContentStreamInstruction | pikepdf.ContentStreamInlineImage

_DEEPEST = 12
"""So many forms inside forms are looked into; ours have one."""

_STEPS, _STEPS_A_BYTE = 200_000, 2
"""So many steps of drawing are followed, and so many more for each byte of the file.
Ours takes less than one a byte; forms that draw others again and again have no end."""


@dataclass(slots=True)
class Heard:
    """Text under one mark: as it is shown and as it is to be read."""

    shown: str = ""
    written: str = ""


@dataclass(slots=True)
class PageText:
    """Everything that one page shows."""

    marked: dict[int, Heard] = field(default_factory=dict)
    """Text that belongs to the structure, by the number of its mark."""
    loose: list[str] = field(default_factory=list)
    """Text outside the structure: footers and the like, stretch by stretch."""
    looks: str = ""
    """A fingerprint of all that is drawn, fonts and pictures included."""


@dataclass(slots=True)
class _Mark:
    number: int | None = None
    is_read_otherwise: bool = False
    reversed_parts: list[str] | None = None
    """What is heard inside ReversedChars, to be read backwards."""


class PageReader:
    """Reads pages, keeping fonts that it has read before."""

    def __init__(self, size: int) -> None:
        """Read the pages of a file of so many bytes."""
        self._fonts: dict[tuple[int, int], tuple[dict[int, str], bytes]] = {}
        self._forms: dict[tuple[int, int], list[_Instruction]] = {}
        self._steps_left = _STEPS + _STEPS_A_BYTE * size

    def read(self, page: pikepdf.Page) -> PageText:
        """Return what a page shows.

        Raises:
            UserWarning: It is damaged, or draws more than such a file can hold.
        """
        found = PageText()
        digest = hashlib.sha256()
        content = _instructions(page)
        resources = page.obj.get("/Resources", pikepdf.Dictionary())
        for part in self._walk(content, resources, found, 0):
            digest.update(part)
        for part in _surroundings(page.obj):
            digest.update(part)
        found.looks = digest.hexdigest()
        return found

    def _walk(
        self,
        content: Sequence[_Instruction],
        resources: pikepdf.Object,
        found: PageText,
        depth: int,
    ) -> Iterator[bytes]:
        """Gather the text, and yield what tells one drawing from another."""
        marks: list[_Mark] = []
        letters: dict[int, str] = {}
        for one in content:
            self._steps_left -= 1
            if self._steps_left < 0:
                raise UserWarning("more is drawn than such a file can hold")
            if isinstance(one, pikepdf.ContentStreamInlineImage):
                yield one.iimage.unparse()
                continue
            operands, name = list(one.operands), str(one.operator)
            yield name.encode()
            if name == "Tf":
                letters, ink = self._font(resources, str(operands[0]))
                yield ink + _source(operands[1])
                continue
            if name == "Do":
                yield from self._form(resources, str(operands[0]), found, depth)
                continue
            yield from map(_source, operands)
            if name in {"BDC", "BMC"}:
                marks.append(_open(operands, resources, marks, found))
            elif name == "EMC" and marks:
                _close(marks.pop(), marks, found)
            elif name in {"Tj", "TJ", "'", '"'}:
                _say(_decoded(operands[-1], letters), marks, found)

    def _form(
        self, resources: pikepdf.Object, name: str, found: PageText, depth: int
    ) -> Iterator[bytes]:
        form = resources.get("/XObject", pikepdf.Dictionary()).get(name)
        if form is None or depth > _DEEPEST:
            yield b"nothing"
        elif form.get("/Subtype") != pikepdf.Name.Form:
            yield hashlib.sha256(form.read_raw_bytes()).digest()
        else:
            inside = form.get("/Resources", resources)
            yield _source(form.get("/BBox")) + _source(form.get("/Matrix"))
            yield from self._walk(self._drawn_by(form), inside, found, depth + 1)

    def _drawn_by(self, form: pikepdf.Object) -> list[_Instruction]:
        known = self._forms.get(form.objgen) if form.is_indirect else None
        if known is None:
            known = _instructions(form)
            if form.is_indirect:
                self._forms[form.objgen] = known
        return known

    def _font(
        self, resources: pikepdf.Object, name: str
    ) -> tuple[dict[int, str], bytes]:
        font = resources.get("/Font", pikepdf.Dictionary()).get(name)
        if font is None:
            return {}, b"no font"
        known = self._fonts.get(font.objgen) if font.is_indirect else None
        if known is None:
            known = (letters_of(font), _font_looks(font))
            if font.is_indirect:
                self._fonts[font.objgen] = known
        return known


def _instructions(thing: pikepdf.Page | pikepdf.Object) -> list[_Instruction]:
    """Return what draws a page or a form.

    Raises:
        UserWarning: It is damaged, so that only a part of it can be known.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("error", UserWarning)
        return pikepdf.parse_content_stream(thing)


def _open(
    operands: list[pikepdf.Object],
    resources: pikepdf.Object,
    marks: list[_Mark],
    found: PageText,
) -> _Mark:
    """Return the mark that opens here; an ActualText is heard at once."""
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Name):
        listed = resources.get("/Properties", pikepdf.Dictionary())
        properties = listed.get(str(properties))
    before = marks[-1] if marks else _Mark()
    parts = before.reversed_parts
    if not isinstance(properties, pikepdf.Dictionary):
        is_artifact = str(operands[0]) == "/Artifact"
        number = None if is_artifact else before.number
        if str(operands[0]) == "/ReversedChars" and parts is None:
            parts = []
        return _Mark(number, before.is_read_otherwise, parts)
    number = before.number
    if "/MCID" in properties:
        number = int(properties["/MCID"])
    elif str(operands[0]) == "/Artifact":
        number = None
    if "/ActualText" in properties and not before.is_read_otherwise:
        _hear_in(
            "",
            str(properties["/ActualText"]),
            _Mark(number, reversed_parts=parts),
            found,
        )
        return _Mark(number, is_read_otherwise=True, reversed_parts=parts)
    return _Mark(number, before.is_read_otherwise, parts)


def _close(mark: _Mark, marks: list[_Mark], found: PageText) -> None:
    """Read what stood in reverse, where that ends (ISO 32000-1, 14.8.2.3.3)."""
    outer = marks[-1].reversed_parts if marks else None
    if mark.reversed_parts and mark.reversed_parts is not outer:
        _hear("", "".join(mark.reversed_parts)[::-1], mark.number, found)


def _say(text: str, marks: list[_Mark], found: PageText) -> None:
    mark = marks[-1] if marks else _Mark()
    _hear_in(text, "" if mark.is_read_otherwise else text, mark, found)


def _hear_in(shown: str, written: str, mark: _Mark, found: PageText) -> None:
    """Keep text for its turn where it stands in reverse."""
    if mark.reversed_parts is None:
        _hear(shown, written, mark.number, found)
        return
    mark.reversed_parts.append(written)
    if shown:
        _hear(shown, "", mark.number, found)


def _hear(shown: str, written: str, number: int | None, found: PageText) -> None:
    if number is None:
        found.loose.append(shown if shown == written else f"{shown}|{written}")
        return
    said = found.marked.setdefault(number, Heard())
    said.shown += shown
    said.written += written


def _decoded(operand: pikepdf.Object, letters: dict[int, str]) -> str:
    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    return "".join(
        letters.get(code, chr(code))
        for part in parts
        if isinstance(part, pikepdf.String)
        for code in bytes(part)
    )


def _font_looks(font: pikepdf.Object) -> bytes:
    """Return what makes a font look as it does, and read as it does."""
    digest = hashlib.sha256()
    inside = font.get("/FontDescriptor", pikepdf.Dictionary())
    for stream in (font.get("/ToUnicode"), inside.get("/FontFile2")):
        if isinstance(stream, pikepdf.Stream):
            digest.update(stream.read_bytes())
    for key in ("/BaseFont", "/Subtype", "/FirstChar", "/Widths", "/Encoding"):
        digest.update(_source(font.get(key)))
    return digest.digest()


_BESIDE_THE_PAGE = frozenset(
    {"/Parent", "/Contents", "/Resources", "/StructParents", "/Type", "/Metadata"}
)


def _surroundings(page: pikepdf.Object) -> Iterator[bytes]:
    """Yield what changes a page without being drawn on it: notes, turns, cuts."""
    for key in sorted(page.keys()):
        if key not in _BESIDE_THE_PAGE:
            yield key.encode()
            yield b"notes" if key == "/Annots" else _source(page[key])


def _source(thing: object) -> bytes:
    if isinstance(thing, pikepdf.Object):
        return bytes(thing.unparse(resolved=True))
    return repr(thing).encode()
