"""The tour's part about a sheet that was filled in by hand, and its photograph."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter, QPen

from coprod_desktop.gui.photograph_view import PhotographView
from coprod_desktop.gui.screens.keep_photograph import KeepPhotographScreen
from coprod_desktop.gui.screens.parts import PartsScreen
from coprod_desktop.gui.screens.photographs import PhotographsScreen
from coprod_desktop.gui.screens.question import QuestionScreen
from coprod_desktop.gui.screens.sheet import SheetScreen
from coprod_desktop.gui.showing.visitor import Visitor

_WIDE, _HIGH, _LINE = 1240, 1754, 190
_WRITTEN = ("A quiet room helps me.", "Please knock before", "you come in.")


def by_hand(visitor: Visitor) -> None:
    """From a sheet's code: keep a photograph, copy from it, look at it again.

    It leaves no words behind, and the pen where it was.
    """
    opened = visitor.program.routes.session.opened
    if opened is None:
        raise LookupError("no form is open")
    words, pen = visitor.words, opened.document.pen
    last = len(tuple(opened.document.form.template.questions()))
    sheet = visitor.on(SheetScreen)
    sheet.field.set_text(opened.document.sheets.code(last, 1))
    visitor.press(words("sheet.find"))
    visitor.press(words("photograph.for_sheet"))
    _keep(visitor)
    visitor.press(words("photograph.type"))
    visitor.click(visitor.on(SheetScreen).tiles[0])
    screen = visitor.on(QuestionScreen)
    (view,) = screen.findChildren(PhotographView)
    visitor.until(lambda: view.picture is not None)
    screen.area.ensureWidgetVisible(view)
    visitor.picture("photograph-copy")
    visitor.press(words("question.all"))
    visitor.on(PartsScreen)
    visitor.press(words("photograph.open_all"))
    shown = visitor.on(PhotographsScreen)
    visitor.until(lambda: shown.view.picture is not None)
    visitor.picture("photographs")
    visitor.key(Qt.Key.Key_Escape)
    visitor.on(PartsScreen)
    opened.document.take_pen(pen)


def _keep(visitor: Visitor) -> None:
    """Choose a photograph that was just taken, and keep it."""
    screen = visitor.on(KeepPhotographScreen)
    place = visitor.folder / "by-hand.jpg"
    _write_sheet(place)
    visitor.press(visitor.words("photograph.choose"))
    visitor.until(lambda: screen.view is not None and screen.view.picture is not None)
    visitor.picture("photograph-choose")
    visitor.press(visitor.words("photograph.keep"))
    visitor.until(lambda: not screen.is_waiting)
    place.unlink()
    visitor.picture("photograph-kept")


def _write_sheet(place: Path) -> None:
    """Draw a sheet with some lines of handwriting, as a camera would see it."""
    image = QImage(_WIDE, _HIGH, QImage.Format.Format_RGB32)
    image.fill(QColor("#f4ecdb"))
    painter = QPainter(image)
    font = QFont()
    font.setPixelSize(84)
    font.setItalic(True)
    painter.setFont(font)
    for number in range(1, _HIGH // _LINE):
        painter.setPen(QPen(QColor("#8a8474"), 3))
        painter.drawLine(90, number * _LINE, _WIDE - 90, number * _LINE)
    painter.setPen(QColor("#1b2a6b"))
    for number, line in enumerate(_WRITTEN, 2):
        painter.drawText(120, number * _LINE - 20, line)
    painter.end()
    image.save(str(place))
