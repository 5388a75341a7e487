"""A picture that is made bigger, turned and moved, by keys as well as from outside."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QTransform,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.gui.look import RING_PX
from coprod_desktop.gui.stage import Stage

TIMES = (1.0, 1.5, 2.0, 3.0, 4.0, 6.0)
"""How much bigger than the whole picture in its place."""
MOST_HIGH_PX = 560
_EDGE = RING_PX + 2
_STEP = 0.25
"""How far one step moves, of what shows."""

_MOVES = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}
_ZOOMS = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}
_TURNS = {Qt.Key.Key_R: 1, Qt.Key.Key_L: -1}


class ZoomedPicture(QWidget):
    """Shows all of it at first. How it is turned here changes nothing of the file."""

    changed = Signal()
    """It shows bigger, smaller, turned or moved."""

    spoken_role = QAccessible.Role.Graphic

    def __init__(self, stage: Stage, image: QImage) -> None:
        super().__init__()
        self._stage = stage
        self._image = image
        self._step = 0
        self._middle = QPointF(0.5, 0.5)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def may_grow(self) -> bool:
        """Whether it can be made bigger."""
        return self._step < len(TIMES) - 1

    @property
    def may_shrink(self) -> bool:
        """Whether it can be made smaller: then there is more of it than shows."""
        return self._step > 0

    @property
    def shown(self) -> QRectF:
        """Which part of the picture shows, in its pixels as it is turned."""
        size, times = self._image.size().toSizeF(), TIMES[self._step]
        place = self._place()
        scale = min(place.width() / size.width(), place.height() / size.height())
        width = min(size.width(), place.width() / (scale * times))
        height = min(size.height(), place.height() / (scale * times))
        left = min(max(0.0, self._middle.x() * size.width() - width / 2), size.width())
        top = min(
            max(0.0, self._middle.y() * size.height() - height / 2), size.height()
        )
        left, top = min(left, size.width() - width), min(top, size.height() - height)
        return QRectF(left, top, width, height)

    def zoom_by(self, by: int) -> None:
        """Show it so many steps bigger."""
        self._step = min(max(0, self._step + by), len(TIMES) - 1)
        self._show()

    def turn_by(self, quarters: int) -> None:
        """Turn it to the right, by so many quarters."""
        turn = QTransform().rotate(90 * quarters)
        self._image = self._image.transformed(turn)
        self._middle = QPointF(0.5, 0.5)
        self.updateGeometry()
        self._show()

    def move_by(self, right: int, down: int) -> None:
        """Show what is further right and further down; as far as there is more."""
        before, size = self.shown, self._image.size()
        middle = before.center() + QPointF(
            right * before.width() * _STEP, down * before.height() * _STEP
        )
        self._middle = QPointF(middle.x() / size.width(), middle.y() / size.height())
        after = self.shown.center()
        self._middle = QPointF(after.x() / size.width(), after.y() / size.height())
        self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ZOOMS:
            self.zoom_by(_ZOOMS[key])
        elif key in _TURNS:
            self.turn_by(_TURNS[key])
        elif key in _MOVES and self.may_shrink:
            before = self.shown
            self.move_by(*_MOVES[key])
            if self.shown == before:
                # At its end the screen itself goes on.
                super().keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        size = self._image.size()
        high = round((width - 2 * _EDGE) * size.height() / max(1, size.width()))
        return min(max(120, high), MOST_HIGH_PX) + 2 * _EDGE

    def sizeHint(self) -> QSize:
        return QSize(500, self.heightForWidth(500))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 140)

    def paintEvent(self, event: QPaintEvent) -> None:
        shown, place = self.shown, self._place()
        size = (
            shown.size()
            .toSize()
            .scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
        )
        target = QRect(0, 0, size.width(), size.height())
        target.moveCenter(place.center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(target), self._image, shown)
        painter.setPen(QPen(self._stage.look.colour("border"), 2))
        painter.drawRect(target)
        if self.hasFocus():
            half = RING_PX // 2 + 1
            painter.setPen(QPen(self._stage.look.colour("focus"), RING_PX))
            painter.drawRect(target.adjusted(-half, -half, half, half))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _place(self) -> QRect:
        found = self.rect().adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE)
        return QRect(found.topLeft(), found.size().expandedTo(QSize(1, 1)))

    def _show(self) -> None:
        self.update()
        self.changed.emit()
