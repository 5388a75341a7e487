"""Real pictures of sheets, made here: drawn, and written as a camera would."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QColor, QImage, QImageWriter, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from coprod_desktop.gui.asking import Asking
from coprod_desktop.gui.opened import Opened
from coprod_desktop.gui.photograph_view import PhotographView
from coprod_desktop.gui.screen import Screen
from coprod_desktop.gui.widgets.plain import PlainLabel
from coprod_desktop.gui.widgets.zoomed_picture import ZoomedPicture

LONG_MS = 60_000
INK, PAPER = QColor("#1b2a6b"), QColor("#f3ead8")
PLACE = b"Larch Ward, 51.5 north"
"""What a camera writes beside a picture."""


def sheet(width: int = 300, height: int = 400, kind: bytes = b"JPEG") -> bytes:
    """A sheet of paper with a dark corner, at the top and the left."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(PAPER)
    painter = QPainter(image)
    painter.fillRect(0, 0, width // 4, height // 4, INK)
    painter.end()
    opened = QBuffer()
    opened.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(opened, QByteArray(kind)).write(image)
    return bytes(QByteArray(opened.data()).data())


def held_sideways(content: bytes) -> bytes:
    """A JPEG of a camera that was held on its side, and says where it was."""
    turned = b"\x01\x12\x00\x03\x00\x00\x00\x01\x00\x06\x00\x00"
    exif = b"Exif\x00\x00MM\x00*\x00\x00\x00\x08\x00\x01" + turned + bytes(4) + PLACE
    part = b"\xff\xe1" + (len(exif) + 2).to_bytes(2, "big") + exif
    return content[:2] + part + content[2:]


class Chooses(Asking):
    """Chooses the same file whenever a file is asked for, and counts."""

    def __init__(self, place: Path | None) -> None:
        self.place = place
        self.asked: list[str] = []

    def file_to_open(self, parent: QWidget, title: str, kind: str) -> Path | None:
        """Return the file."""
        self.asked.append(kind)
        return self.place


def shown(screen: Screen, qtbot: QtBot) -> Screen:
    """Show a screen that people press keys on."""
    qtbot.addWidget(screen)
    screen.resize(1366, 700)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow, timeout=LONG_MS)
    screen.focus_first()
    return screen


def key(which: Qt.Key) -> None:
    """Press a key where the focus is."""
    now = QApplication.focusWidget()
    assert now is not None
    QTest.keyClick(now, which)


def focused(qtbot: QtBot, words: str) -> None:
    """Wait until the focus stands on what is called so."""

    def is_there() -> bool:
        now = QApplication.focusWidget()
        return now is not None and now.accessibleName() == words

    qtbot.waitUntil(is_there, timeout=LONG_MS)


def pictured(view: PhotographView | None, qtbot: QtBot) -> ZoomedPicture:
    """Wait for the picture of a view."""
    assert view is not None
    qtbot.waitUntil(lambda: view.picture is not None, timeout=LONG_MS)
    assert view.picture is not None
    return view.picture


def labels(widget: QWidget) -> str:
    """All that can be read."""
    found = widget.findChildren(PlainLabel)
    return "\n".join(one.text() for one in found if one.isVisibleTo(widget))


def keep(opened: Opened, code: str, content: bytes) -> None:
    """Keep a photograph, as whoever holds the pen."""
    opened.document.sheets.photographs.keep(code, content)
