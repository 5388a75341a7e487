"""A row that wraps: neighbours share a line as long as they fit."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

TALLEST_PX = 320
"""What the smallest window shows at once, between its bars at the biggest text."""


class WrapLayout(QLayout):
    """Lays widgets along lines, as many lines as it takes. Mirrors itself.

    ``columns`` of 1 or more gives every line that many equal places, fewer where the
    widest would not fit or one would be so tall that it is never seen whole; 0 gives
    each widget its own width. A row that ``is_spread`` pushes the last of a line to its
    end; one that ``is_trailing`` pushes them all.
    """

    def __init__(
        self,
        parent: QWidget | None = None,
        *,
        columns: int = 0,
        is_spread: bool = False,
        is_trailing: bool = False,
    ) -> None:
        super().__init__(parent)
        self._is_trailing = is_trailing
        self._is_spread = is_spread
        self._columns = columns
        self._keeps_places = False
        self._items: list[QLayoutItem] = []
        # Asked for many times over while a screen is laid out. As Qt's own layouts do,
        # all is found anew after Qt says that something became another.
        self._hint: QSize | None = None
        self._least: QSize | None = None
        self._heights: dict[int, int] = {}
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(6)

    def keep_places(self) -> None:
        """Give few widgets no wider places than many would have, where they fit."""
        self._keeps_places = True

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self._forget()

    def invalidate(self) -> None:
        """Find everything anew from now on: Qt says that something changed."""
        self._forget()
        super().invalidate()

    def count(self) -> int:
        """Return how many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        self._forget()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        if width not in self._heights:
            rect = QRect(0, 0, width, 0)
            self._heights[width] = self._lay(rect, is_trial=True)
        return self._heights[width]

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._lay(rect, is_trial=False)

    def sizeHint(self) -> QSize:
        if self._hint is None:
            hints = [item.sizeHint() for item in self._shown()]
            gaps = self.spacing() * max(0, len(hints) - 1)
            width = sum(hint.width() for hint in hints) + gaps
            tall = max((hint.height() for hint in hints), default=0)
            self._hint = QSize(width, tall)
        return self._hint

    def minimumSize(self) -> QSize:
        if self._least is None:
            size = QSize(0, 0)
            for item in self._shown():
                size = size.expandedTo(item.minimumSize())
            self._least = size
        return self._least

    def _forget(self) -> None:
        self._hint = self._least = None
        self._heights.clear()

    def _shown(self) -> list[QLayoutItem]:
        return [item for item in self._items if not item.isEmpty()]

    def _lay(self, rect: QRect, *, is_trial: bool) -> int:
        y = rect.y()
        for line in self._lines(rect.width()):
            tall = max(_height(item, width) for item, width in line)
            x = rect.x()
            used = sum(width for _, width in line) + self.spacing() * (len(line) - 1)
            if self._is_trailing:
                x += max(0, rect.width() - used)
            for number, (item, width) in enumerate(line):
                if self._is_spread and 0 < number == len(line) - 1:
                    x += rect.width() - used
                if not is_trial:
                    place = QRect(QPoint(x, y), QSize(width, tall))
                    item.setGeometry(self._mirrored(place, rect))
                x += width + self.spacing()
            y += tall + self.spacing()
        return max(0, y - rect.y() - self.spacing())

    def _lines(self, room: int) -> list[list[tuple[QLayoutItem, int]]]:
        shown = self._shown()
        if self._columns:
            return self._in_columns(shown, room)
        lines: list[list[tuple[QLayoutItem, int]]] = []
        used = 0
        for item in shown:
            width = min(item.sizeHint().width(), max(room, 1))
            if lines and used + self.spacing() + width <= room:
                lines[-1].append((item, width))
                used += self.spacing() + width
            else:
                lines.append([(item, width)])
                used = width
        return lines

    def _in_columns(
        self, shown: list[QLayoutItem], room: int
    ) -> list[list[tuple[QLayoutItem, int]]]:
        least = max((item.minimumSize().width() for item in shown), default=1)
        columns = self._columns
        if not self._keeps_places:
            columns = min(columns, max(1, len(shown)))
        while columns > 1 and columns * least + (columns - 1) * self.spacing() > room:
            columns -= 1
        # Five that do not fit stand as three and two, not as four and one.
        rows = -(-max(1, len(shown)) // columns)
        if rows > 1 or not self._keeps_places:
            columns = -(-max(1, len(shown)) // rows)
        columns = self._low_enough(shown, room, columns)
        width = self._width_of(room, columns)
        return [
            [(item, width) for item in shown[at : at + columns]]
            for at in range(0, len(shown), columns)
        ]

    def _low_enough(self, shown: list[QLayoutItem], room: int, columns: int) -> int:
        """Return how many columns, of so many or fewer, leave no line too tall.

        Where every number does, it is the one with the least tall lines.
        """
        found, least = columns, 0
        for number in range(columns, 0, -1):
            width = self._width_of(room, number)
            tallest = max((_height(item, width) for item in shown), default=0)
            if number == columns or tallest < least:
                found, least = number, tallest
            if tallest <= TALLEST_PX:
                break
        return found

    def _width_of(self, room: int, columns: int) -> int:
        return (room - (columns - 1) * self.spacing()) // columns

    def _mirrored(self, place: QRect, rect: QRect) -> QRect:
        parent = self.parentWidget()
        if parent is None or not parent.isRightToLeft():
            return place
        return QRect(
            rect.right() - (place.right() - rect.left()),
            place.y(),
            place.width(),
            place.height(),
        )


def _height(item: QLayoutItem, width: int) -> int:
    if item.hasHeightForWidth():
        return item.heightForWidth(width)
    return item.sizeHint().height()
