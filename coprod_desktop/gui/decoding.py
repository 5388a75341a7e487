"""A picture's file made into pixels, within limits. Called beside the window."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPoint, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from coprod_desktop.model.photographs import (
    MOST_PAGES,
    MOST_PIXELS,
    is_pdf,
    picture_facts,
)
from coprod_desktop.model.problem import Problem

LONGEST_SHOWN = 2600
"""Pixels along the longer side: A4 at 220 dots an inch, which is read with ease."""
BETWEEN_PX = 24
"""A dark band between two pages of a scan."""
MOST_MIB = 4 * MOST_PIXELS // 2**20 + 1


def decoded(content: bytes) -> QImage:
    """Return a picture as it is meant to be seen: turned as the camera was held.

    The pages of a scan stand below each other.

    The file stays as it is. Its kind is told by its first bytes, never by its name.

    Raises:
        Problem: It is no picture that can be kept, or cannot be drawn.
    """
    if is_pdf(content):
        return _pages_below_each_other(content)
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


def _pages_below_each_other(content: bytes) -> QImage:
    """Draw the pages of a PDF, none larger than a photograph is shown."""
    # What draws a PDF is large, and nearly nobody needs it here.
    from coprod_desktop.gui.printing import PdfPages  # noqa: PLC0415

    try:
        pages = PdfPages(content)
    except Problem:
        raise Problem("photograph.no_picture") from None
    most = QSize(LONGEST_SHOWN, LONGEST_SHOWN)
    keep = Qt.AspectRatioMode.KeepAspectRatio
    drawn = [
        pages.image(page, pages.size_pt(page).toSize().scaled(most, keep))
        for page in range(min(pages.count, MOST_PAGES))
    ]
    if not drawn or any(one.isNull() for one in drawn):
        # A page that cannot be seen would be kept unseen.
        raise Problem("photograph.no_picture")
    width = max(one.width() for one in drawn)
    height = sum(one.height() + BETWEEN_PX for one in drawn) - BETWEEN_PX
    whole = QImage(width, height, QImage.Format.Format_RGB32)
    if whole.isNull():
        raise Problem("photograph.no_picture")
    whole.fill(Qt.GlobalColor.darkGray)
    painter, top = QPainter(whole), 0
    for one in drawn:
        painter.drawImage(QPoint((width - one.width()) // 2, top), one)
        top += one.height() + BETWEEN_PX
    painter.end()
    return whole
