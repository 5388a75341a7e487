"""What flows: it is as tall as all that stands in it needs in the width that it has."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget


class Flowing(QWidget):
    """A place for words and pictures that are laid out by their width.

    Asked for its size, Qt would lay all of it out in the width that it would like, to
    say how tall it is there, and so would every place inside it. Nobody uses that:
    whoever gives it a width asks for the height in that one.
    """

    def sizeHint(self) -> QSize:
        layout = self.layout()
        return super().sizeHint() if layout is None else layout.sizeHint()
