"""The one place where labels are made: plain text, wrapped, selectable by nobody.

Qt guesses whether a label's text is HTML; a person's words could then draw anything
and fetch files. Everything else asks this module (held by ruff's banned imports).
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QTextCursor
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QSizePolicy, QTextEdit, QWidget

from coprod_desktop.gui.look import EDGE_PX, lines_apart, paragraphs_apart
from coprod_desktop.gui.widgets.laid_out import (
    LaidOut,
    Measured,
    PointedOut,
    Setting,
)

_LINE_HEIGHTS = {"heading": 1.1, "part": 1.15, "bar": 1.1, "words": 1.3}


class PlainLabel(QLabel):
    """Words on the screen, never mark-up. ``role`` picks size and weight in the style.

    It paints its own lines: Qt's would neither break a long word nor give lines air.
    """

    def __init__(self, text: str, role: str = "body") -> None:
        # Words that come with the label are told to assistive technology while Python
        # does not know it yet: a heading would be a label for as long as it lives.
        super().__init__()
        self._laid: tuple[str, int, LaidOut] | None = None
        self._measured: Measured | None = None
        self._pointed: tuple[int, int] | None = None
        self.setText(text)
        self.setProperty("role", role)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._role = role
        if role != "bar":
            # In line with plates and cards, which leave room for the focus ring.
            self.setContentsMargins(EDGE_PX, 0, EDGE_PX, 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def pointed_out(self) -> str:
        """The words that are pointed out; empty where none are."""
        return self.text()[slice(*self._pointed)] if self._pointed else ""

    @property
    def pointed_lines(self) -> tuple[int, int]:
        """From where to where down the label the line stands that is pointed out."""
        inner = self.contentsRect()
        at = self._pointed[0] if self._pointed else 0
        top, bottom = self._lines(inner.width()).place_of(at)
        return inner.y() + round(top), inner.y() + round(bottom)

    def point_out(self, start: int, end: int) -> None:
        """Show some of the words as those being spoken; an empty stretch shows none.

        Counted in code points.
        """
        pointed = (start, end) if start < end else None
        if pointed != self._pointed:
            self._pointed = pointed
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        inner = width - margins.left() - margins.right()
        height = self._measures().height(inner) if self.text() else 0
        return round(height + 0.49) + margins.top() + margins.bottom()

    def sizeHint(self) -> QSize:
        self.ensurePolished()
        most = self.fontMetrics().height() * 24
        margins = self.contentsMargins()
        sides = margins.left() + margins.right()
        if self._measures().is_long:
            # Whoever lays it out asks how tall it is in the width that it gets.
            return QSize(most + sides, most)
        width = round(min(self._natural_width() + 2, most)) + sides
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        self.ensurePolished()
        # Narrower than its widest word it would be a column of letters; a word as
        # long as a line is broken, so that nothing ever scrolls sideways.
        widest = self._measures().widest_word() + 2 * EDGE_PX
        most = self.fontMetrics().height() * 7
        return QSize(round(min(widest, most)) + 1, self.fontMetrics().height())

    def setText(self, text: str) -> None:  # noqa: N802 - stands in for Qt's own
        """Show other words."""
        self._laid = self._measured = None
        super().setText(text)

    def changeEvent(self, event: QEvent) -> None:
        self._laid = None
        self._measured = None
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        inner = self.contentsRect()
        laid = self._lines(inner.width())
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        over = inner.height() - laid.height
        top = 0.0
        if self.alignment() & Qt.AlignmentFlag.AlignVCenter and over > 0:
            top = over / 2
        laid.draw(painter, inner.x(), inner.y() + top, self._spoken())

    def _spoken(self) -> PointedOut | None:
        if self._pointed is None:
            return None
        palette, roles = self.palette(), QPalette.ColorRole
        paper, ink = (
            palette.color(roles.Highlight),
            palette.color(roles.HighlightedText),
        )
        return PointedOut(*self._pointed, paper, ink)

    def _lines(self, width: int) -> LaidOut:
        self.ensurePolished()
        laid = self._laid
        if laid is None or laid[0] != self.text() or laid[1] != width:
            laid = (self.text(), width, LaidOut(self.text(), width, self._setting()))
            self._laid = laid
        return laid[2]

    def _natural_width(self) -> float:
        return self._measures().natural_width() if self.text() else 0.0

    def _measures(self) -> Measured:
        if self._measured is None:
            # Whatever changes the font later says so.
            self.ensurePolished()
            self._measured = Measured(self.text(), self._setting())
        return self._measured

    def _setting(self) -> Setting:
        height = _LINE_HEIGHTS.get(self._role, 1.2) * lines_apart()
        is_centred = bool(self.alignment() & Qt.AlignmentFlag.AlignHCenter)
        is_theirs = self._role == "words"
        apart, is_leftwards = paragraphs_apart(), self.isRightToLeft()
        return Setting(self.font(), height, is_centred, is_leftwards, is_theirs, apart)


def text_label(text: str, role: str = "body") -> PlainLabel:
    """Return a label; ``role`` is body, quiet, strong, part or bar."""
    return PlainLabel(text, role)


def long_words(text: str) -> PlainLabel:
    """Return a label for words that a person wrote."""
    return PlainLabel(text, "words")


def mark_in(box: QPlainTextEdit, start: int, end: int) -> None:
    """Show some of the words in a box as those being spoken; they stay as they are.

    Counted in UTF-16 units; an empty stretch shows none.
    """
    marks = []
    if start < end:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(box.document())
        mark.cursor.setPosition(start)
        mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        palette, roles = box.palette(), QPalette.ColorRole
        mark.format.setBackground(palette.color(roles.Highlight))
        mark.format.setForeground(palette.color(roles.HighlightedText))
        marks.append(mark)
    box.setExtraSelections(marks)


def discard(widget: QWidget) -> None:
    """Take a widget off the screen for good; Qt deletes it when it is at rest.

    It keeps its parent until then. Without one it would be Python's, and Python may
    collect it in the middle of Qt's laying it out, which kills the program (found by
    trying).
    """
    widget.hide()
    widget.deleteLater()


def silence(widget: QWidget) -> None:
    """Keep clicks and the focus from a widget that only decorates."""
    widget.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    widget.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
