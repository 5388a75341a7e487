"""The fonts of a paper: which signs they have and how wide words are in them.

Atkinson Hyperlegible Next for everything it has, Noto Sans Arabic for Arabic letters.
All are embedded; a reader needs none of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from coprod_desktop.bundled import bundled

_FILES = {
    "body": "AtkinsonHyperlegibleNext-Regular.ttf",
    "bold": "AtkinsonHyperlegibleNext-Bold.ttf",
    "arabic": "NotoSansArabic-Regular.ttf",
    "arabic-bold": "NotoSansArabic-Bold.ttf",
}


@dataclass(frozen=True, eq=False)
class Face:
    """One font, ready to be measured and drawn with."""

    name: str
    font: TTFont = field(repr=False)
    signs: frozenset[str] = field(repr=False)
    """The characters that it has a drawing for."""
    widths: dict[str, float] = field(default_factory=dict, repr=False)
    """Words of the paper that is being made, in thousandths of the font's size."""

    def width(self, words: str, size: float) -> float:
        """Return how wide words are, in points."""
        known = self.widths.get(words)
        if known is None:
            inside = self.font.face
            known = sum(
                inside.charWidths.get(ord(sign), inside.defaultWidth) for sign in words
            )
            if len(words) < 40:
                self.widths[words] = known
        return known * size / 1000


@cache
def face(name: str) -> Face:
    """Return a font by what it is for: body, bold, arabic or arabic-bold.

    Raises:
        KeyError: There is no such font.
    """
    path = bundled("resources") / "fonts" / _FILES[name]
    font = TTFont("coprod-" + name, str(path))
    pdfmetrics.registerFont(font)
    signs = frozenset(chr(code) for code in font.face.charToGlyph if code < 0xFFFF)
    return Face(name, font, signs)


def forget_words() -> None:
    """Forget the words that were measured: none stay behind when a paper is done."""
    for name in _FILES:
        face(name).widths.clear()
