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

_KEPT = 40
"""Words that are shorter than so many characters are kept: they come again."""


@dataclass(frozen=True, eq=False)
class Face:
    """One font, ready to be measured and drawn with."""

    name: str
    font: TTFont = field(repr=False)
    signs: frozenset[str] = field(repr=False)
    """The characters that it has a drawing for."""
    widths: dict[str, float] = field(default_factory=dict, repr=False)
    """Words of the paper that is being made, in thousandths of the font's size."""
    solid: dict[str, tuple[float, float]] = field(default_factory=dict, repr=False)
    """The same for words with the spaces after them: without those, and with them."""

    def width(self, words: str, size: float) -> float:
        """Return how wide words are, in points."""
        known = self.widths.get(words)
        if known is None:
            known = self._thousandths(words)
            if len(words) < _KEPT:
                self.widths[words] = known
        return known * size / 1000

    def word(self, word: str) -> tuple[float, float]:
        """Return how wide a word is without the spaces after it, and with them.

        Both in thousandths of the font's size.
        """
        known = self.solid.get(word)
        if known is None:
            known = self._thousandths(word.rstrip()), self._thousandths(word)
            if len(word) < _KEPT:
                self.solid[word] = known
        return known

    def _thousandths(self, words: str) -> float:
        inside = self.font.face
        widths, otherwise = inside.charWidths, inside.defaultWidth
        return float(sum(widths.get(ord(sign), otherwise) for sign in words))


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
        face(name).solid.clear()
