"""A PIN to type: big keys, and a dot for each figure that is there.

Nothing on it ever shows or says a figure that was typed (SAFETY T7): a key takes no
focus from the mouse, so no ring stays on it, and what is spoken is only the count.
"""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.pin_dots import PinDots
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.plate import Face, Line
from coprod_desktop.gui.widgets.pressable import Pressable
from coprod_desktop.gui.widgets.scrolling import scroll_to
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout

ROWS = ("123", "456", "789")
SIDE_EM, KEY_EM = 20, 6
"""How wide the dots' side and a key are, in letters' heights.

Beside each other they fit a wide window without scrolling.
"""


class PinKey(Pressable):
    """One key of the pad. The keyboard reaches it; a click leaves no trace on it."""

    def __init__(self, stage: Stage, words: str, *, is_figure: bool) -> None:
        self._is_figure = is_figure
        super().__init__(stage, words)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self._stage.look.text_px * KEY_EM, hint.height())

    def face(self) -> Face:
        """Return what the key shows in the look of the moment."""
        look = self._stage.look
        px = look.part_px if self._is_figure else look.small_px
        line = Line(self.accessibleName(), px, is_bold=True)
        return Face((line,), is_tight=True, least_height=max(68, look.control_px))


class PinSide(QWidget):
    """What stands beside the keys. Its width stays, so that no sentence moves them."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self._stage = stage

    def sizeHint(self) -> QSize:
        tall = super().sizeHint().height()
        return QSize(self._stage.look.text_px * SIDE_EM, tall)


class PinPad(QWidget):
    """A PIN of so many figures, by keys on the screen or on the keyboard."""

    changed = Signal()
    entered = Signal()
    """Enter was pressed, and all figures are there."""

    def __init__(
        self, stage: Stage, label: str, figures: int, shorter: int | None = None
    ) -> None:
        """Ask for so many figures; ``shorter`` is another length that is whole too."""
        super().__init__()
        self._stage = stage
        self._label = label
        self._figures = figures
        self._shorter = shorter
        self._typed: list[str] = []
        self.dots = PinDots(stage, figures)
        self._error = text_label("", "strong")
        self._error.hide()
        self._keys: dict[str, PinKey] = {}
        self._lay_out()
        self._show_count()

    @property
    def is_whole(self) -> bool:
        """Whether as many figures are there as a PIN has."""
        return len(self._typed) in {self._figures, self._shorter}

    def pin(self) -> str:
        """Return what was typed so far."""
        return "".join(self._typed)

    def clear(self) -> None:
        """Forget what was typed."""
        self._take([])

    def show_error(self, words: str) -> None:
        """Say above the dots what is wrong; an empty sentence takes it away."""
        self._error.setText(words)
        self._error.setVisible(bool(words))
        self.dots.setAccessibleDescription(words)

    def ask_for_rest(self) -> None:
        """Say that figures are missing, and put the focus where they are typed."""
        words, most = self._stage.words, self._figures
        if self._shorter is None:
            self.show_error(words.text("pin.too_few", most=most))
        else:
            said = words.text("pin.too_few_either", least=self._shorter, most=most)
            self.show_error(said)
        self.setFocus()

    def setFocus(  # noqa: N802 - stands in for Qt's own
        self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason
    ) -> None:
        """Put the focus where the keyboard types."""
        self.dots.setFocus(reason)

    def key(self, words: str) -> PinKey:
        """Return the key that says this."""
        return self._keys[words]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Figures of any script, as people's keyboards have them.
        text = event.text()
        figure = unicodedata.decimal(text, None) if len(text) == 1 else None
        if figure is not None:
            # A hand that shakes or rests on a key types the figure once.
            if not event.isAutoRepeat():
                self._on_figure_typed(str(figure))
                scroll_to(self.dots)
        elif event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Delete}:
            self._on_delete_pressed()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter_pressed()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        words = self._stage.words
        pad = QWidget()
        # The figures of a pad stand in the same order in every language.
        pad.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        grid = QGridLayout(pad)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(2)
        for row, figures in enumerate(ROWS):
            for column, figure in enumerate(figures):
                self._add_key(grid, (row, column), figure)
        last = len(ROWS)
        self._add_key(grid, (last, 0), words.text("pin.delete"))
        self._add_key(grid, (last, 1), "0")
        self._add_key(grid, (last, 2), words.text("pin.start_again"))
        for column in range(3):
            grid.setColumnStretch(column, 1)
        side = PinSide(self._stage)
        column_of = QVBoxLayout(side)
        column_of.setContentsMargins(0, 0, 0, 0)
        column_of.addWidget(text_label(self._label, "strong"))
        column_of.addWidget(self._error)
        column_of.addWidget(self.dots, 0, Qt.AlignmentFlag.AlignLeading)
        column_of.addStretch(1)
        beside = WrapLayout(self)
        beside.addWidget(side)
        beside.addWidget(pad)

    def _add_key(self, grid: QGridLayout, at: tuple[int, int], words: str) -> None:
        key = PinKey(self._stage, words, is_figure=words.isdecimal())
        key.clicked.connect(lambda *_: self._on_key_clicked(words))
        self._keys[words] = key
        grid.addWidget(key, *at)

    def _on_key_clicked(self, words: str) -> None:
        if words.isdecimal():
            self._on_figure_typed(words)
        elif words == self._stage.words.text("pin.delete"):
            self._on_delete_pressed()
        else:
            self.clear()

    def _on_figure_typed(self, figure: str) -> None:
        if len(self._typed) < self._figures:
            self._take([*self._typed, figure])

    def _on_delete_pressed(self) -> None:
        self._take(self._typed[:-1])

    def _on_enter_pressed(self) -> None:
        if self.is_whole:
            self.entered.emit()
        else:
            self.ask_for_rest()

    def _take(self, typed: list[str]) -> None:
        self._typed = typed
        self.show_error("")
        self._show_count()
        self.changed.emit()

    def _show_count(self) -> None:
        """Show and say how many figures are there, and never which."""
        words, there = self._stage.words, len(self._typed)
        self.dots.show_count(there)
        count = words.text("pin.count", there=there, most=self._figures)
        named = words.text("pin.named", label=self._label, count=count)
        self.dots.setAccessibleName(named)
        if self.isVisible():
            event = QAccessibleAnnouncementEvent(self.dots, count)
            QAccessible.updateAccessibility(event)
