"""What can be longer than the window, and bringing into sight what lies in it."""

from __future__ import annotations

from typing import ClassVar
from weakref import WeakSet

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractScrollArea,
    QApplication,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)
from shiboken6 import isValid


class Scrolling(QScrollArea):
    """A place that scrolls up and down, and never sideways.

    Given a name, that is spoken when the focus comes in from elsewhere.
    """

    spoken_role = QAccessible.Role.Grouping

    # Asked for its parents one by one, PySide wraps each, and that costs the first key
    # an eighth of the start.
    _places: ClassVar[WeakSet[Scrolling]] = WeakSet()

    def __init__(self, inside: QWidget) -> None:
        """Hold what may be longer than the window."""
        super().__init__()
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidget(inside)
        self._places.add(self)

    def event(self, event: QEvent) -> bool:
        """Take what Qt tells, but lay nothing out before there is room for it."""
        if event.type() == QEvent.Type.StyleChange and not self.isVisible():
            # Qt would lay out all that is inside, in a size that it never has: it is
            # given its own a moment later, and laid out then.
            return QAbstractScrollArea.event(self, event)
        return super().event(event)

    def focusNextPrevChild(self, is_next: bool) -> bool:
        has_moved = super().focusNextPrevChild(is_next)
        # Qt has just scrolled as it likes to, whatever the screen did.
        scroll_to_focus()
        return has_moved

    def show_whole(self, widget: QWidget) -> None:
        """Scroll until all of a widget can be seen, or from its beginning.

        Qt is content with the caret of a box, and with the middle of what is tall. Of a
        box that is taller than the room, the caret it is.
        """
        self.ensureWidgetVisible(widget)
        # Asked for by its name, the viewport is wrapped by PySide, which takes 1.2 MiB.
        room, bar = self.maximumViewportSize().height(), self.verticalScrollBar()
        top = widget.mapTo(self, QPoint(0, 0)).y() - self.frameWidth()
        over = top + widget.height() - room
        if widget.height() > room:
            by = 0 if isinstance(widget, QPlainTextEdit) else top
        else:
            by = top if top < 0 else max(0, over)
        bar.setValue(bar.value() + by)

    @classmethod
    def around(cls, widget: QWidget) -> Scrolling | None:
        """Return the place that a widget lies in, however deep."""
        there = (one for one in cls._places if isValid(one))
        return next((one for one in there if one.isAncestorOf(widget)), None)


def scroll_to_focus() -> None:
    """Scroll to whatever has the focus: Tab may have come in from outside."""
    focused = QApplication.focusWidget()
    if focused is not None:
        scroll_to(focused)


def scroll_to(widget: QWidget) -> None:
    """Scroll whatever a widget lies in until it can be seen."""
    around = Scrolling.around(widget)
    if around is not None:
        around.show_whole(widget)
