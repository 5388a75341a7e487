"""Pictures by meaning. A picture never stands without words, so it is silent itself."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPixmap, QTransform
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

from coprod_desktop.content.pictures import PictureStyle, meanings, picture_svg
from coprod_desktop.content.themes import Theme
from coprod_desktop.gui.look import Look
from coprod_desktop.gui.look_board import LookBoard
from coprod_desktop.gui.widgets.sample import draw_sample, is_sample

POINTING = frozenset({"back", "next"})
"""Pictures that point along the line, and turn round where lines run leftwards."""

EDGE_SHARE = 1 / 48
"""How thick the edge round a picture in colour is, of its width; 1 pixel at least."""
_ROUND = tuple((x, y) for x in (-1, 0, 1) for y in (-1, 0, 1) if (x, y) != (0, 0))


class PictureShelf:
    """Gives a picture for a meaning, drawn once for each size in the theme of now.

    Pictures in colour were drawn for nobody's paper: a yellow face is hardly there on
    white, nor a black camera on black. So each has a thin edge in the colour of
    quiet words, which can be told from everything that a picture stands on.
    """

    def __init__(self, theme: Theme, ratio: float = 1.0) -> None:
        """Take pictures of a theme's style; ``ratio`` is the screen's pixel ratio."""
        self._ratio = ratio
        self._known = meanings()
        self._drawn: dict[tuple[str, int, bool, str], QPixmap] = {}
        self._theme = theme

    def show_theme(self, theme: Theme) -> None:
        """Draw pictures for another theme from now on."""
        if theme != self._theme:
            self._theme = theme
            self._drawn.clear()

    def has(self, meaning: str) -> bool:
        """Whether there is a picture for a meaning."""
        return meaning in self._known

    def pixmap(
        self, meaning: str, px: int, *, is_turned: bool = False, ink: str = ""
    ) -> QPixmap:
        """Return the picture, ``px`` wide and tall.

        ``is_turned`` is for lines that run leftwards: a picture that points along
        the line is mirrored. ``ink`` is the colour of the words beside it, where they
        have another than usual; pictures of many colours keep their own.

        Raises:
            KeyError: There is no picture for this meaning.
        """
        is_turned = is_turned and meaning in POINTING
        has_own = self._theme.picture_style is PictureStyle.FLAT
        key = (meaning, px, is_turned, "" if has_own else ink)
        if key not in self._drawn:
            self._drawn[key] = self._draw(*key)
        return self._drawn[key]

    def _draw(self, meaning: str, px: int, is_turned: bool, ink: str) -> QPixmap:
        size, theme = round(px * self._ratio), self._theme
        if is_sample(meaning):
            sample = draw_sample(meaning, size, theme)
            sample.setDevicePixelRatio(self._ratio)
            return sample
        has_edge = theme.picture_style is PictureStyle.FLAT
        edge = max(1.0, size * EDGE_SHARE) if has_edge else 0.0
        svg = picture_svg(meaning, theme.picture_style, ink or theme.colours.text)
        inside = QRectF(0, 0, size, size).adjusted(edge, edge, -edge, -edge)
        drawn = _blank(size)
        painter = QPainter(drawn)
        QSvgRenderer(QByteArray(svg)).render(painter, inside)
        painter.end()
        if has_edge:
            drawn = _edged(drawn, edge, QColor(theme.colours.quiet_text))
        if is_turned:
            drawn = drawn.transformed(QTransform.fromScale(-1, 1))
        drawn.setDevicePixelRatio(self._ratio)
        return drawn


def shelf_for(board: LookBoard, ratio: float = 1.0) -> PictureShelf:
    """Return a shelf whose pictures follow the theme on a board.

    Made before any widget, it has changed before they are told of the change.
    """
    shelf = PictureShelf(board.look.theme, ratio)
    board.changed.connect(lambda: shelf.show_theme(board.look.theme))
    return shelf


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
        """What the picture stands for; empty where only its room is kept."""
        return self._meaning

    def show_picture(self, meaning: str, px: int) -> None:
        """Show another picture, or the same in another size."""
        self._meaning, self._px = meaning, px
        self.updateGeometry()
        self.update()

    def grow_with(self, board: LookBoard, size: Callable[[Look], int]) -> None:
        """Be as big as a look says, now and whenever it becomes another."""
        self._board, self._size = board, size
        board.changed.connect(self._on_board_changed)
        self._on_board_changed()

    def sizeHint(self) -> QSize:
        return QSize(self._px, self._px)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._meaning:
            return
        is_turned = self.isRightToLeft()
        pixmap = self._shelf.pixmap(self._meaning, self._px, is_turned=is_turned)
        QPainter(self).drawPixmap(0, 0, pixmap)

    def _on_board_changed(self) -> None:
        self.show_picture(self._meaning, self._size(self._board.look))


def _blank(size: int) -> QPixmap:
    pixmap = QPixmap(size, size)
    pixmap.fill(Qt.GlobalColor.transparent)
    return pixmap


def _edged(drawn: QPixmap, edge: float, colour: QColor) -> QPixmap:
    """Return a picture with an edge round all that is drawn."""
    shadow = _blank(drawn.width())
    # A painter's fillRect would first learn every gradient of Qt, which takes 4 ms.
    shadow.fill(colour)
    painter = QPainter(shadow)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    whole = _blank(drawn.width())
    painter = QPainter(whole)
    for x, y in _ROUND:
        # Along the diagonals as far as along the lines.
        step = edge if x == 0 or y == 0 else edge * 0.7
        painter.drawPixmap(QPointF(x * step, y * step), shadow)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return whole
