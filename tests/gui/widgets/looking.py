"""What a person sees of a widget, so that two sights can be compared."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget


def sight(widget: QWidget) -> str:
    """Give a fingerprint of what is painted, with the mouse away from it."""
    QTest.mouseMove(widget, QPoint(1, 1))
    for _ in range(3):
        QApplication.processEvents()
    # The image is held: its bytes go with it.
    image = widget.grab().toImage()
    return hashlib.sha256(bytes(image.constBits())).hexdigest()
