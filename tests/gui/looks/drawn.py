"""Colours as they were really drawn: sampled from images, and held against each other.

Edges of letters are blended with their ground, so the ink of a line of words is the
strongest colour found in it, and a part is found as what is not there without it.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator
from functools import cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.content.themes import contrast

LEAST_ROWS = 5
"""A band of fewer rows is the dot of a letter, or a stroke across."""


class Drawn:
    """The pixels of a widget, or of a part of it."""

    def __init__(self, image: QImage) -> None:
        self._image = image
        plain = image.convertToFormat(QImage.Format.Format_RGB32)
        self.width, self.height = plain.width(), plain.height()
        self._pixels = array("I", bytes(plain.constBits()))

    def __getitem__(self, at: tuple[int, int]) -> int:
        x, y = at
        return self._pixels[y * self.width + x] & 0xFFFFFF

    def part(self, box: QRect) -> Drawn:
        """Return a part by itself."""
        return Drawn(self._image.copy(box))

    def rows(self, box: QRect | None = None) -> Iterator[array[int]]:
        """Give the rows of a part, from the top."""
        box = (box or QRect(0, 0, self.width, self.height)) & QRect(
            0, 0, self.width, self.height
        )
        for y in range(box.top(), box.bottom() + 1):
            start = y * self.width + box.left()
            yield self._pixels[start : start + box.width()]

    def ground(self, box: QRect | None = None) -> int:
        """Return the colour of most of a part."""
        counted: Counter[int] = Counter()
        for row in self.rows(box):
            counted.update(row)
        return counted.most_common(1)[0][0] & 0xFFFFFF

    def strongest(self, ground: int, box: QRect | None = None) -> float:
        """Return the most contrast against a ground that anything in a part has."""
        found = {one & 0xFFFFFF for row in self.rows(box) for one in row}
        return max(between(one, ground) for one in found)


def drawn(widget: QWidget, box: QRect | None = None) -> Drawn:
    """Return what is drawn of a widget, or of a part of it, with nothing due."""
    for _ in range(2):
        QApplication.processEvents()
    shown = widget.grab() if box is None else widget.grab(box)
    return Drawn(shown.toImage())


def place_of(widget: QWidget, screen: QWidget) -> QRect:
    """Return where a widget is on its screen."""
    return QRect(widget.mapTo(screen, widget.rect().topLeft()), widget.size())


@cache
def between(one: int, other: int) -> float:
    """Return the contrast of two colours as pixels have them."""
    return contrast(f"#{one:06X}", f"#{other:06X}")


def bands(with_it: Drawn, without: Drawn, box: QRect | None = None) -> list[float]:
    """Return the contrast of each line of what is in one image and not in the other.

    Rows in which nothing differs part the lines. Of each line it is the strongest pixel
    against what stands there without it.
    """
    found: list[float] = []
    best, rows = 0.0, 0
    pairs = zip(with_it.rows(box), without.rows(box), strict=True)
    for row, bare in [*pairs, (array("I"), array("I"))]:
        if row != bare:
            seen = {(a, b) for a, b in zip(row, bare, strict=True) if a != b}
            best = max(best, *(between(a & 0xFFFFFF, b & 0xFFFFFF) for a, b in seen))
            rows += 1
        else:
            if rows >= LEAST_ROWS:
                found.append(best)
            best, rows = 0.0, 0
    return found
