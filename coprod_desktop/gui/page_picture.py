"""A page of paper as a picture, as wide as there is room for."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.gui.look import RING_PX
from coprod_desktop.gui.printing import PdfPages
from coprod_desktop.gui.stage import Stage

_EDGE = RING_PX + 2


_STEPS = {
    Qt.Key.Key_Plus: 1,
    # On most keyboards plus stands above it.
    Qt.Key.Key_Equal: 1,
    Qt.Key.Key_Minus: -1,
}


class PagePicture(QWidget):
    """One page. ``share`` of the width is taken, so that nothing scrolls sideways.

    While it has the focus, plus and minus ask for another size, and the arrows to the
    sides for another page: forward is where lines run to.
    """

    resized = Signal(int)
    """Somebody asks for it bigger (1) or smaller (-1)."""
    turned = Signal(int)
    """Somebody asks for the next page (1) or the one before (-1)."""

    def __init__(self, stage: Stage, pages: PdfPages) -> None:
        super().__init__()
        self._stage = stage
        self._pages = pages
        self._page = 0
        self._share = 0.6
        self._drawn: tuple[int, QSize, QImage] | None = None
        self.setAccessibleDescription(stage.words.text("paper.picture_keys"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_page(self, page: int, share: float) -> None:
        """Show a page, counted from 0, across a share of the width."""
        self._page, self._share = page, share
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._size(width).height() + 2 * _EDGE

    def sizeHint(self) -> QSize:
        return QSize(600, self.heightForWidth(600))

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        size = self._size(self.width())
        place = QRect((self.width() - size.width()) // 2, _EDGE, *size.toTuple())
        painter = QPainter(self)
        painter.drawImage(place, self._image(size * self.devicePixelRatioF()))
        painter.setPen(QPen(self._stage.look.colour("border"), 2))
        painter.drawRect(place)
        if self.hasFocus():
            half = RING_PX // 2 + 1
            painter.setPen(QPen(self._stage.look.colour("focus"), RING_PX))
            painter.drawRect(place.adjusted(-half, -half, half, half))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        onwards = -1 if self.isRightToLeft() else 1
        if key in _STEPS:
            self.resized.emit(_STEPS[key])
        elif key is Qt.Key.Key_Right:
            self.turned.emit(onwards)
        elif key is Qt.Key.Key_Left:
            self.turned.emit(-onwards)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def _size(self, width: int) -> QSize:
        paper = self._pages.size_pt(self._page)
        across = max(100, round((width - 2 * _EDGE) * self._share))
        return QSize(across, round(across * paper.height() / paper.width()))

    def _image(self, size: QSize) -> QImage:
        if self._drawn is None or self._drawn[:2] != (self._page, size):
            image = self._pages.image(self._page, size)
            self._drawn = (self._page, size, image)
        return self._drawn[2]
