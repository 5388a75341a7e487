"""Pictures by meaning. A picture never stands without words, so it is silent itself."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.content.pictures import PictureStyle, meanings, picture_svg

POINTING = frozenset({"back", "next"})
"""Pictures that point along the line, and turn round where lines run leftwards."""


class PictureShelf:
    """Gives a picture for a meaning, drawn once for each size."""

    def __init__(
        self,
        style: PictureStyle = PictureStyle.FLAT,
        ink: str = "#000000",
        ratio: float = 1.0,
    ) -> None:
        """Take pictures of a theme's ``picture_style``, its lines in its ``ink``.

        ``ratio`` is the screen's device pixel ratio.
        """
        self._style = style
        self._ink = ink
        self._ratio = ratio
        self._known = meanings()
        self._drawn: dict[tuple[str, int, bool], QPixmap] = {}

    def has(self, meaning: str) -> bool:
        """Whether there is a picture for a meaning."""
        return meaning in self._known

    def pixmap(self, meaning: str, px: int, *, is_turned: bool = False) -> QPixmap:
        """Return the picture, ``px`` wide and tall.

        ``is_turned`` is for lines that run leftwards: a picture that points along
        the line is mirrored.

        Raises:
            KeyError: There is no picture for this meaning.
        """
        is_turned = is_turned and meaning in POINTING
        key = (meaning, px, is_turned)
        if key not in self._drawn:
            self._drawn[key] = self._draw(meaning, px, is_turned)
        return self._drawn[key]

    def _draw(self, meaning: str, px: int, is_turned: bool) -> QPixmap:
        size = round(px * self._ratio)
        pixmap = QPixmap(size, size)
        pixmap.fill(Qt.GlobalColor.transparent)
        svg = QByteArray(picture_svg(meaning, self._style, self._ink))
        painter = QPainter(pixmap)
        QSvgRenderer(svg).render(painter, QRectF(0, 0, size, size))
        painter.end()
        if is_turned:
            pixmap = pixmap.transformed(QTransform.fromScale(-1, 1))
        pixmap.setDevicePixelRatio(self._ratio)
        return pixmap


class Picture(QWidget):
    """A decorative picture: assistive technology passes it by."""

    def __init__(self, shelf: PictureShelf, meaning: str, px: int) -> None:
        super().__init__()
        self._shelf = shelf
        self._meaning = meaning
        self._px = px
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def meaning(self) -> str:
        """What the picture stands for."""
        return self._meaning

    def show_picture(self, meaning: str, px: int) -> None:
        """Show another picture, or the same in another size."""
        self._meaning, self._px = meaning, px
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._px, self._px)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        is_turned = self.isRightToLeft()
        pixmap = self._shelf.pixmap(self._meaning, self._px, is_turned=is_turned)
        QPainter(self).drawPixmap(0, 0, pixmap)
