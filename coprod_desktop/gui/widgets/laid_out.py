"""Plain words laid out in lines, for widgets that paint their own words."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPainter,
    QTextLayout,
    QTextOption,
)

from coprod_desktop.i18n.isolates import is_all_apart

LONG = 1_000
"""So many signs are wider than any screen, and laying them out takes its time."""


class Setting(NamedTuple):
    """How words are set."""

    font: QFont
    line_height: float = 1.25
    """Of the font's own line height."""
    is_centred: bool = False
    is_leftwards: bool = False
    """Whether the language of the screen runs leftwards."""
    is_by_words: bool = False
    """Whether each paragraph starts where its own words do, whatever the screen."""
    apart: int = 0
    """How many pixels further than lines paragraphs stand apart."""


class PointedOut(NamedTuple):
    """Some of the words, shown on other paper in other ink: those being spoken."""

    start: int
    """In code points, as everywhere outside Qt."""
    end: int
    paper: QColor
    ink: QColor


class LaidOut:
    """Words in lines of a width. Long words are broken, marks mean nothing."""

    def __init__(self, text: str, width: float, setting: Setting) -> None:
        self.width = width
        self.natural_width = 0.0
        """How wide the widest line is."""
        self.lines = 0
        self._paragraphs: list[QTextLayout] = []
        self._setting = setting
        y = 0.0
        for number, paragraph in enumerate(text.split("\n")):
            y = self._add(paragraph, y + (setting.apart if number else 0))
        self.height = y

    def draw(
        self, painter: QPainter, x: float, y: float, pointed: PointedOut | None = None
    ) -> None:
        """Draw the words with the painter's pen, their top corner at a point."""
        begins = 0
        for layout in self._paragraphs:
            text = layout.text()
            ranges = [] if pointed is None else _ranges(pointed, text, begins)
            layout.draw(painter, QPointF(x, y), ranges)
            # The line end counts too.
            begins += len(text) + 1

    def place_of(self, at: int) -> tuple[float, float]:
        """Return where the line of a code point begins and ends, from the top."""
        place = (0.0, 0.0)
        for layout in self._paragraphs:
            text = layout.text()
            line = layout.lineForTextPosition(_units(text[: max(0, at)]))
            place = (line.y(), line.y() + line.height())
            if at <= len(text):
                break
            at -= len(text) + 1
        return place

    def _add(self, paragraph: str, y: float) -> float:
        setting = self._setting
        layout = QTextLayout(paragraph, setting.font)
        option = _option(setting)
        if setting.is_leftwards and not setting.is_by_words and is_all_apart(paragraph):
            option.setTextDirection(Qt.LayoutDirection.RightToLeft)
        layout.setTextOption(option)
        step = QFontMetricsF(setting.font).height() * setting.line_height
        layout.beginLayout()
        while True:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(max(1.0, self.width))
            tall = max(step, line.height())
            line.setPosition(QPointF(0, y + (tall - line.height()) / 2))
            self.natural_width = max(self.natural_width, line.naturalTextWidth())
            self.lines += 1
            y += tall
        layout.endLayout()
        self._paragraphs.append(layout)
        return y


class Measured:
    """How much room words take, laid out no oftener than needed: layouts ask often."""

    def __init__(self, text: str, setting: Setting) -> None:
        self.text = text
        self.is_long = max(map(len, text.split("\n"))) >= LONG
        """Whether a paragraph stands in one line nowhere: nobody need try."""
        self._setting = setting
        self._natural: tuple[float, float] | None = None
        self._widest: float | None = None
        self._heights: dict[int, float] = {}

    def natural_width(self) -> float:
        """Return how wide the words are when no line is broken."""
        return self._unbroken()[0]

    def widest_word(self) -> float:
        """Return how wide the widest word is."""
        if self._widest is None:
            self._widest = widest_word(self.text, self._setting)
        return self._widest

    def height(self, width: int) -> float:
        """Return how tall the words are in a width."""
        if not self.is_long:
            natural, height = self._unbroken()
            if width >= natural + 1:
                return height
        if width not in self._heights:
            laid = LaidOut(self.text, width, self._setting)
            self._heights[width] = laid.height
        return self._heights[width]

    def _unbroken(self) -> tuple[float, float]:
        if self._natural is None:
            laid = LaidOut(self.text, 1_000_000, self._setting)
            self._natural = (laid.natural_width, laid.height)
        return self._natural


def widest_word(text: str, setting: Setting) -> float:
    """Return how wide the widest word is."""
    metrics = QFontMetricsF(setting.font)
    # People use few words, and each many times.
    words = set(text.split())
    return max((metrics.horizontalAdvance(word) for word in words), default=0.0)


def _ranges(
    pointed: PointedOut, text: str, begins: int
) -> list[QTextLayout.FormatRange]:
    """Return what is pointed out of a paragraph that begins at a code point."""
    start, end = max(0, pointed.start - begins), pointed.end - begins
    if end <= 0 or start >= len(text):
        return []
    # Its many names take 4 ms to learn, and nobody is read to before the first key.
    from PySide6.QtGui import QTextCharFormat  # noqa: PLC0415

    shown = QTextLayout.FormatRange()
    shown.start, shown.length = _units(text[:start]), _units(text[start:end])
    look = QTextCharFormat()
    look.setBackground(pointed.paper)
    look.setForeground(pointed.ink)
    shown.format = look
    return [shown]


def _units(text: str) -> int:
    """Return how long Qt takes a text to be: it counts in UTF-16."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _option(setting: Setting) -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    leading = Qt.AlignmentFlag.AlignRight
    if not setting.is_leftwards:
        leading = Qt.AlignmentFlag.AlignLeft
    leading |= Qt.AlignmentFlag.AlignAbsolute
    if setting.is_by_words:
        leading = Qt.AlignmentFlag.AlignLeading
    option.setAlignment(
        Qt.AlignmentFlag.AlignHCenter if setting.is_centred else leading
    )
    return option
