"""What can be longer than the window, and bringing into sight what lies in it."""

from __future__ import annotations

from typing import ClassVar
from weakref import WeakSet

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea, QWidget
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

    @classmethod
    def around(cls, widget: QWidget) -> Scrolling | None:
        """Return the place that a widget lies in, however deep."""
        there = (one for one in cls._places if isValid(one))
        return next((one for one in there if one.isAncestorOf(widget)), None)


def scroll_to(widget: QWidget) -> None:
    """Scroll whatever a widget lies in until it can be seen."""
    around = Scrolling.around(widget)
    if around is not None:
        around.ensureWidgetVisible(widget)
