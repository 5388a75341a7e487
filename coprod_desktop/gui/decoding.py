"""A picture's file made into pixels, within limits. Called beside the window."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader

from coprod_desktop.model.photographs import MOST_PIXELS, picture_facts
from coprod_desktop.model.problem import Problem

LONGEST_SHOWN = 2600
"""Pixels along the longer side: A4 at 220 dots an inch, which is read with ease."""
MOST_MIB = 4 * MOST_PIXELS // 2**20 + 1


def decoded(content: bytes) -> QImage:
    """Return a picture as it is meant to be seen: turned as the camera was held.

    The file stays as it is. Its kind is told by its first bytes, never by its name.

    Raises:
        Problem: It is no picture that can be kept, or cannot be drawn.
    """
    facts = picture_facts(content)
    QImageReader.setAllocationLimit(MOST_MIB)
    opened = QBuffer()
    opened.setData(QByteArray(content))
    opened.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(opened, QByteArray(facts.kind.value.encode()))
    reader.setDecideFormatFromContent(False)
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    whole = QSize(facts.width, facts.height)
    if max(facts.width, facts.height) > LONGEST_SHOWN:
        most = QSize(LONGEST_SHOWN, LONGEST_SHOWN)
        reader.setScaledSize(whole.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    if image.isNull():
        raise Problem("photograph.no_picture")
    return image
