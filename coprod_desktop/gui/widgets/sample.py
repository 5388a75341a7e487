"""Pictures of ways to read: colours, space between lines and letters, big pictures.

They are drawn by what they show, so that a theme or a step more needs no picture.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen, QPixmap

from coprod_desktop.content.themes import Theme, computer_theme, read_theme
from coprod_desktop.gui.look import CHOSEN_FAMILIES, FAMILIES, load_chosen_font
from coprod_desktop.model.reading import AS_COMPUTER, PRINT_SIZES

THEME, LINES, LETTERS, PICTURES = "theme:", "lines:", "letters:", "pictures:"
WORDS, PARAGRAPHS, FONT, PAPER = "words:", "paragraphs:", "font:", "paper:"
"""What the name of a sample begins with; then comes which."""


def is_sample(name: str) -> bool:
    """Whether this names a sample; the pictures by meaning have no colon."""
    return ":" in name


def draw_sample(name: str, size: int, theme: Theme) -> QPixmap:
    """Return the sample of this name, ``size`` wide and tall, for use in a theme.

    Raises:
        KeyError: There is no such sample.
    """
    kind, _, which = name.partition(":")
    draw = _DRAWING[f"{kind}:"]
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # Everything is drawn on a square of 32 by 32, as the other pictures are.
    painter.scale(size / 32, size / 32)
    draw(painter, which, theme)
    painter.end()
    return pixmap


def _theme(painter: QPainter, which: str, theme: Theme) -> None:
    if which == AS_COMPUTER:
        painter.setClipRect(QRectF(0, 0, 16, 32))
        _page(painter, read_theme(_of_computer(is_dark=False)), theme)
        painter.setClipRect(QRectF(16, 0, 16, 32))
        _page(painter, read_theme(_of_computer(is_dark=True)), theme)
        return
    _page(painter, read_theme(which), theme)


def _of_computer(*, is_dark: bool) -> str:
    return computer_theme(is_dark=is_dark, has_contrast=False)


def _page(painter: QPainter, shown: Theme, theme: Theme) -> None:
    """Draw a page in the colours of a theme: a heading, words, and a button."""
    painter.setPen(QPen(QColor(theme.colours.text), 1))
    painter.setBrush(QColor(shown.colours.window))
    painter.drawRoundedRect(QRectF(0.5, 3.5, 31, 25), 4, 4)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(shown.colours.text))
    for y, tall, wide in ((8.0, 3.0, 18.0), (13.5, 1.8, 23.0), (17.2, 1.8, 23.0)):
        painter.drawRect(QRectF(4.5, y, wide, tall))
    painter.setBrush(QColor(shown.colours.accent))
    painter.drawRoundedRect(QRectF(17.5, 21.5, 10, 4.5), 1.5, 1.5)


def _lines(painter: QPainter, which: str, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.colours.text), 2.2))
    step = 5.2 * int(which) / 100
    for number in (-1.5, -0.5, 0.5, 1.5):
        y = 16 + number * step
        painter.drawLine(QPointF(4, y), QPointF(28, y))


def _letters(painter: QPainter, which: str, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.colours.text), 2))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    step = 8.0 + int(which) * 0.22
    for number in (-1, 0, 1):
        x = 16 + number * step
        painter.drawEllipse(QPointF(x - 0.6, 17.5), 2.6, 3.4)
        painter.drawLine(QPointF(x + 2.2, 14), QPointF(x + 2.2, 21.2))


def _pictures(painter: QPainter, which: str, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.colours.text), 1.6))
    painter.setBrush(QColor(theme.colours.chosen))
    side = 18 * int(which) / 100
    frame = QRectF(16 - side / 2, 16 - side / 2, side, side)
    painter.drawRoundedRect(frame, 2, 2)
    painter.setBrush(QColor(theme.colours.accent))
    hill = [QPointF(-0.35, 0.32), QPointF(0, -0.1), QPointF(0.35, 0.32)]
    painter.drawPolygon([QPointF(16, 16) + one * side for one in hill])


def _words(painter: QPainter, which: str, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.colours.text), 2.6))
    gap = 3.0 + int(which) * 0.1
    wide = (26 - gap) / 2
    for y in (12.0, 20.0):
        painter.drawLine(QPointF(3, y), QPointF(3 + wide, y))
        painter.drawLine(QPointF(29 - wide, y), QPointF(29, y))


def _paragraphs(painter: QPainter, which: str, theme: Theme) -> None:
    painter.setPen(QPen(QColor(theme.colours.text), 2.2))
    half = 2.6 + int(which) * 0.026
    for y in (16 - half - 4.4, 16 - half, 16 + half, 16 + half + 4.4):
        painter.drawLine(QPointF(4, y), QPointF(28, y))


def _font(painter: QPainter, which: str, theme: Theme) -> None:
    load_chosen_font(which)
    font = QFont(CHOSEN_FAMILIES.get(which, FAMILIES[0]))
    font.setPixelSize(19)
    painter.setFont(font)
    painter.setPen(QColor(theme.colours.text))
    painter.drawText(QRectF(0, 0, 32, 32), Qt.AlignmentFlag.AlignCenter, "Ag")


def _paper(painter: QPainter, which: str, theme: Theme) -> None:
    """Draw a sheet with lines as thick as its words are big."""
    painter.setPen(QPen(QColor(theme.colours.text), 1))
    painter.setBrush(QColor(theme.colours.surface))
    painter.drawRect(QRectF(6.5, 2.5, 19, 27))
    thick = 1.6 + 0.8 * PRINT_SIZES.index(which)
    painter.setPen(QPen(QColor(theme.colours.text), thick))
    y = 7.0
    while y < 27:
        painter.drawLine(QPointF(9.5, y), QPointF(22.5, y))
        y += thick * 2.4


_DRAWING: dict[str, Callable[[QPainter, str, Theme], None]] = {
    THEME: _theme,
    LINES: _lines,
    LETTERS: _letters,
    PICTURES: _pictures,
    WORDS: _words,
    PARAGRAPHS: _paragraphs,
    FONT: _font,
    PAPER: _paper,
}
