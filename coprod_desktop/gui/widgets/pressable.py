"""What every big button shares: its plate, its ring, and how it is pressed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import (
    QEnterEvent,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from coprod_desktop.gui.look import Look
from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.plate import Face, Line, Plate, State
from coprod_desktop.gui.widgets.presence import tell_of_somebody

_PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Pressable(QAbstractButton):
    """A button that paints a :class:`Face`. It acts when it is let go, or by keys.

    Space, Enter and a click
    press it. A picked one changes only when its owner says so: the model decides.
    """

    def __init__(self, stage: Stage, name: str, description: str = "") -> None:
        super().__init__()
        self._stage = stage
        self._plate_now: Plate | None = None
        self._least = 0
        self._is_picked = False
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        stage.board.changed.connect(self.show_anew)

    def face(self) -> Face:
        """Return what the button shows now: its name, unless a subclass has more."""
        line = Line(self.accessibleName(), self._stage.look.text_px, is_bold=True)
        return Face((line,))

    def look(self) -> Look:
        """Return the look in which the button is painted."""
        return self._stage.look

    def set_picked(self, is_picked: bool, *, is_one_of: bool) -> None:
        """Show the button as picked or not; ``is_one_of`` picks exclude each other.

        Assistive technology then speaks of a radio button or of a check box.
        """
        self._is_picked = is_picked
        self.setCheckable(True)
        self.setAutoExclusive(is_one_of)
        if is_one_of and self.group() is None:
            # It is spoken of as a radio button, but Qt may not clear the others, nor
            # refuse to clear the last: the model decides. In a group of its own that
            # excludes nothing, assistive technology can take a choice back too.
            group = QButtonGroup(self)
            group.setExclusive(False)
            group.addButton(self)
        self.setChecked(is_picked)
        self.show_anew()

    def show_anew(self) -> None:
        """Lay the face out again, after it or the look became another."""
        self._plate_now = None
        self.updateGeometry()
        self.update()

    def nextCheckState(self) -> None:
        """Leave the state as it is: the owner shows what came of it.

        Qt asks this of every press, by whatever means.
        """
        tell_of_somebody(self)

    def checkStateSet(self) -> None:
        """Press the button, where something else than its owner changed its state.

        Assistive technology toggles it, which Qt tells nobody as a click.
        """
        if self.isChecked() != self._is_picked:
            self.set_picked(self._is_picked, is_one_of=self.autoExclusive())
            # Qt is still at it, and a press may take the button away.
            QTimer.singleShot(0, self, self.click)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._plate().height(width)

    def sizeHint(self) -> QSize:
        width = self._plate().natural_width()
        return QSize(width, self._plate().height(width))

    def minimumSizeHint(self) -> QSize:
        # A word wider than this is broken rather than the screen scrolled sideways.
        width = min(self._plate().least_width(), self._stage.look.text_px * 14)
        return QSize(width, self._plate().height(self._plate().natural_width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        state = State(
            is_focused=self.hasFocus(),
            is_down=self.isDown(),
            is_picked=self.isChecked(),
            is_enabled=self.isEnabled(),
            is_under_mouse=self.underMouse(),
        )
        painter = QPainter(self)
        self._plate().paint(painter, self.width(), self.height(), state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _PRESSING and not event.isAutoRepeat():
            self.click()
        elif event.key() in {Qt.Key.Key_Left, Qt.Key.Key_Up}:
            self._step(forwards=self.isRightToLeft() and _is_left(event))
        elif event.key() in {Qt.Key.Key_Right, Qt.Key.Key_Down}:
            self._step(forwards=not (self.isRightToLeft() and not _is_down(event)))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        # QAbstractButton would take its neighbours out of the tab order.
        QWidget.focusInEvent(self, event)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        # A plate is made of the face and the look: Qt's fonts and styles, which come as
        # a screen is put together, change nothing about it.
        if event.type() == QEvent.Type.LayoutDirectionChange:
            self._plate_now = None
        super().changeEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def _plate(self) -> Plate:
        if self._plate_now is None:
            self._plate_now = Plate(
                self.face(),
                self.look(),
                self._stage.pictures,
                is_leftwards=self.isRightToLeft(),
            )
        return self._plate_now

    def _step(self, *, forwards: bool) -> None:
        """Move the focus to the neighbour of the same kind, as arrow keys do."""
        parent = self.parentWidget()
        if parent is None:
            return
        row = [
            one for one in parent.findChildren(type(self)) if one.isVisibleTo(parent)
        ]
        at = row.index(self) + (1 if forwards else -1)
        if 0 <= at < len(row):
            row[at].setFocus(Qt.FocusReason.TabFocusReason)


def _is_left(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Left


def _is_down(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_Down
