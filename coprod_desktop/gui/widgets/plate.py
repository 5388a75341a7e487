"""The plate of a big button: how its words and picture lie, and how it is painted."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

from coprod_desktop.gui.look import EDGE_PX, RING_PX, Look
from coprod_desktop.gui.widgets.laid_out import (
    LaidOut,
    Measured,
    Setting,
    widest_word,
)
from coprod_desktop.gui.widgets.picture import PictureShelf

ARROWS = {"back": (-1, 0), "next": (1, 0), "up": (0, -1), "down": (0, 1)}
"""Pictures that a plate draws as plain arrows in the colour of its words."""


PRESSED, HOVERED = 0.06, 0.03
"""How much of the theme's ink is mixed into what is pressed, or under the mouse."""


class Trim(Enum):
    """How a plate is filled and bordered."""

    MAIN = "main"
    PLAIN = "plain"
    QUIET = "quiet"
    OUT = "out"


class Line(NamedTuple):
    """One stretch of words on a plate."""

    words: str
    px: int
    is_bold: bool = False
    is_quiet: bool = False


class Face(NamedTuple):
    """What a plate shows."""

    lines: tuple[Line, ...]
    picture: str | None = None
    picture_px: int = 0
    is_column: bool = False
    """Whether the picture stands above the words, and not before them."""
    trim: Trim = Trim.QUIET
    mark: str | None = None
    """A picture at the trailing edge, such as the pen."""
    is_centred: bool = True
    least_height: int = 48
    is_tight: bool = False
    """Whether words come close to the border."""


class State(NamedTuple):
    """What a plate must make visible about its button."""

    is_focused: bool = False
    is_down: bool = False
    is_picked: bool = False
    is_enabled: bool = True
    is_under_mouse: bool = False


class Plate:
    """A face laid out in a look; asked for sizes, then painted."""

    def __init__(
        self, face: Face, look: Look, shelf: PictureShelf, *, is_leftwards: bool
    ) -> None:
        self._face = face
        self._look = look
        self._shelf = shelf
        self._is_leftwards = is_leftwards
        # Layouts ask for the same width many times over.
        self._kept: dict[int, list[LaidOut]] = {}
        self._is_enabled = True
        self._measured = [
            Measured(line.words, self._setting(line))
            for line in face.lines
            if line.words
        ]
        tallest = max((line.px for line in face.lines), default=look.text_px)
        self._pad = round((4 if face.is_tight else 8) + tallest * 0.25)
        self._gap = round(6 + look.text_px * 0.2)

    def natural_width(self) -> int:
        """Return how wide the plate would like to be."""
        words = max(
            (measured.natural_width() for measured in self._measured), default=0
        )
        most = self._look.text_px * 20
        least = self._look.bar_px * 5 if self._face.trim is Trim.MAIN else 0
        return round(max(least, min(words, most))) + 2 + self._around()

    def least_width(self) -> int:
        """Return the width below which a word would be broken."""
        words = max(
            (widest_word(one.words, self._setting(one)) for one in self._face.lines),
            default=0,
        )
        return round(words) + 2 + self._around()

    def height(self, width: int) -> int:
        """Return how tall the plate is at a width."""
        face = self._face
        room = width - self._around()
        words = sum(measured.height(room) for measured in self._measured)
        inner = words
        if face.picture and face.is_column:
            inner = words + face.picture_px + (self._gap if face.lines else 0)
        elif face.picture:
            inner = max(words, face.picture_px)
        tall = max(face.least_height, round(inner + 0.5) + 2 * self._pad)
        return tall + 2 * EDGE_PX

    def paint(self, painter: QPainter, width: int, height: int, state: State) -> None:
        """Paint everything into a box from the origin."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(EDGE_PX, EDGE_PX, width - 2 * EDGE_PX, height - 2 * EDGE_PX)
        self._is_enabled = state.is_enabled
        self._paint_box(painter, box, state)
        laid = self._laid(width - self._around())
        words = sum(one.height for one in laid)
        if self._face.is_column:
            self._paint_column(painter, box, laid, words)
        else:
            self._paint_row(painter, box, laid, words)
        if self._face.mark:
            self._paint_mark(painter, box)
        elif state.is_picked:
            self._paint_tick(painter, box)
        if state.is_focused:
            self._paint_ring(painter, box)

    def _around(self) -> int:
        face = self._face
        around = 2 * (EDGE_PX + self._pad)
        if face.picture and not face.is_column:
            around += self._picture_px() + (self._gap if face.lines else 0)
        if face.mark:
            around += self._mark_px() + self._gap
        return around

    def _picture_px(self) -> int:
        return self._face.picture_px

    def _mark_px(self) -> int:
        return round(self._look.text_px * 1.2)

    def _setting(self, line: Line) -> Setting:
        font = self._look.font(line.px, bold=line.is_bold)
        if self._face.trim is Trim.OUT:
            font.setUnderline(True)
        return Setting(
            font,
            1.2 * self._look.lines_pct / 100,
            is_centred=self._face.is_centred,
            is_leftwards=self._is_leftwards,
        )

    def _laid(self, width: int) -> list[LaidOut]:
        if width not in self._kept:
            lines = [one for one in self._face.lines if one.words]
            self._kept[width] = [
                LaidOut(one.words, width, self._setting(one)) for one in lines
            ]
        return self._kept[width]

    def _paint_box(self, painter: QPainter, box: QRectF, state: State) -> None:
        look, trim = self._look, self._face.trim
        if trim is Trim.OUT and not state.is_down and not state.is_under_mouse:
            return
        fill = look.colour("accent" if trim is Trim.MAIN else "surface")
        borders = {Trim.MAIN: "accent", Trim.PLAIN: "text"}
        border = look.colour(borders.get(trim, "border"))
        thick = 2.0
        if state.is_picked:
            fill, border, thick = look.colour("chosen"), look.colour("chosen_border"), 5
        if not state.is_enabled:
            # Hollow and broken round, but as easy to read as the others.
            fill = look.colour("window")
        elif state.is_down:
            # Its words must be as easy to read: the border says the most of it.
            fill, thick = _mixed(fill, self._mix(fill), PRESSED), max(thick, 4)
        elif state.is_under_mouse:
            fill = _mixed(fill, self._mix(fill), HOVERED)
        pen = QPen(border, thick)
        if not state.is_enabled:
            pen.setDashPattern([2.0, 3.0])
        painter.setPen(pen)
        painter.setBrush(fill)
        half = thick / 2
        painter.drawRoundedRect(box.adjusted(half, half, -half, -half), 14, 14)

    def _mix(self, fill: QColor) -> QColor:
        """Return what shows on a fill when it is mixed in."""
        text = self._look.colour("text")
        return self._look.colour("window") if fill == text else text

    def _ink(self, line: Line | None = None) -> QColor:
        if not self._is_enabled:
            return self._look.colour("quiet_text")
        if self._face.trim is Trim.MAIN:
            return self._look.colour("accent_text")
        return self._look.colour("quiet_text" if line and line.is_quiet else "text")

    def _paint_column(
        self, painter: QPainter, box: QRectF, laid: list[LaidOut], words: float
    ) -> None:
        face = self._face
        inner = words + (face.picture_px + self._gap if face.picture else 0)
        y = box.center().y() - inner / 2
        if face.picture:
            self._paint_picture(painter, box.center().x() - face.picture_px / 2, y)
            y += face.picture_px + self._gap
        self._paint_words(painter, laid, box.left() + self._pad, y)

    def _paint_row(
        self, painter: QPainter, box: QRectF, laid: list[LaidOut], words: float
    ) -> None:
        face = self._face
        px = self._picture_px() if face.picture else 0
        gap = self._gap if px and laid else 0
        room = box.width() - 2 * self._pad
        used = px + gap + max((one.natural_width for one in laid), default=0)
        slack = (room - used) / 2 if face.is_centred else 0.0
        start = box.left() + self._pad
        mark = self._mark_px() + self._gap if face.mark else 0
        is_after = face.picture == "next"
        pull = slack if face.is_centred else 0.0
        picture_first = (not is_after) != self._is_leftwards
        words_x = start + (px + gap if picture_first else 0)
        if self._is_leftwards:
            words_x += mark
        if face.picture:
            x = start + pull if picture_first else box.right() - self._pad - px - pull
            self._paint_picture(painter, x, box.center().y() - px / 2)
        self._paint_words(painter, laid, words_x, box.center().y() - words / 2)

    def _paint_words(
        self, painter: QPainter, laid: list[LaidOut], x: float, y: float
    ) -> None:
        lines = [one for one in self._face.lines if one.words]
        for line, block in zip(lines, laid, strict=True):
            painter.setPen(self._ink(line))
            block.draw(painter, x, y)
            y += block.height

    def _paint_picture(self, painter: QPainter, x: float, y: float) -> None:
        meaning, px = self._face.picture, self._picture_px()
        if meaning is None:
            return
        if meaning in ARROWS:
            across, down = ARROWS[meaning]
            if self._is_leftwards:
                across = -across
            middle = QPointF(x + px / 2, y + px / 2)
            _paint_arrow(painter, middle, px * 0.36, (across, down), self._ink())
            return
        ink = self._ink().name().upper() if self._face.trim is Trim.MAIN else ""
        pixmap = self._shelf.pixmap(meaning, px, is_turned=self._is_leftwards, ink=ink)
        painter.drawPixmap(QPointF(x, y), pixmap)

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        px = self._mark_px()
        x = box.right() - self._pad - px
        if self._is_leftwards:
            x = box.left() + self._pad
        pixmap = self._shelf.pixmap(self._face.mark or "", px)
        painter.drawPixmap(QPointF(x, box.center().y() - px / 2), pixmap)

    def _paint_tick(self, painter: QPainter, box: QRectF) -> None:
        size = 26.0
        x = box.left() + 10 if self._is_leftwards else box.right() - 10 - size
        ring = QRectF(x, box.top() + 10, size, size)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._look.colour("chosen_border"))
        painter.drawEllipse(ring)
        tick = QPainterPath(QPointF(ring.left() + 7, ring.top() + 13.5))
        tick.lineTo(ring.left() + 11.5, ring.top() + 18.5)
        tick.lineTo(ring.left() + 19.5, ring.top() + 8.5)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(self._look.colour("surface"), 3))
        painter.drawPath(tick)

    def _paint_ring(self, painter: QPainter, box: QRectF) -> None:
        half = RING_PX / 2 + 1
        painter.setPen(QPen(self._look.colour("focus"), RING_PX))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(-half, -half, half, half), 17, 17)


def _paint_arrow(
    painter: QPainter,
    middle: QPointF,
    reach: float,
    towards: tuple[int, int],
    colour: QColor,
) -> None:
    along = QPointF(towards[0] * reach, towards[1] * reach)
    across = QPointF(-along.y(), along.x())
    tip = middle + along
    path = QPainterPath(middle - along)
    path.lineTo(tip)
    path.moveTo(tip - along * 0.7 + across * 0.7)
    path.lineTo(tip)
    path.lineTo(tip - along * 0.7 - across * 0.7)
    pen = QPen(colour, max(2.5, reach * 0.28))
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(pen)
    painter.drawPath(path)


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    keep = 1 - share
    return QColor(
        round(one.red() * keep + other.red() * share),
        round(one.green() * keep + other.green() * share),
        round(one.blue() * keep + other.blue() * share),
    )
