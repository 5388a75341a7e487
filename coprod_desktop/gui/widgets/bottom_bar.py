"""The bar at the bottom: Back leading, ways out between, the main action trailing.

Whether the words are saved stands beside the main action, where it never scrolls away.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton, Kind
from coprod_desktop.gui.widgets.plain import discard
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout


class BarAction(Protocol):
    """What a button of the bar shows and does."""

    @property
    def words(self) -> str:
        """What stands on it."""
        ...

    @property
    def picture(self) -> str | None:
        """What stands before its words."""
        ...

    @property
    def run(self) -> Callable[[], None]:
        """What is called when it is pressed."""
        ...

    @property
    def enabled(self) -> bool:
        """Whether it can be pressed now."""
        ...


class BottomBar(QWidget):
    """Always visible. Where the window is narrow, ways out stand in a line above."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.setObjectName("bottom-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stage = stage
        self._back: BigButton | None = None
        self._main: BigButton | None = None
        self._outs: tuple[BigButton, ...] = ()
        self._status: QWidget | None = None
        self._is_above = False
        self._outs_box = QWidget()
        self._outs_row = WrapLayout(self._outs_box)
        self._row = QHBoxLayout()
        self._row.addWidget(self._outs_box, 1)
        self._column = QVBoxLayout(self)
        self._column.addLayout(self._row)
        stage.board.changed.connect(self._on_board_changed)
        self._on_board_changed()

    def show_back(self, run: Callable[[], None] | None) -> None:
        """Show Back, or take it away."""
        _drop(self._back)
        self._back = None
        if run is not None:
            words = self._stage.words.text("bar.back")
            self._back = BigButton(self._stage, words, "back", "plain", run)
            self._row.insertWidget(0, self._back, 0, Qt.AlignmentFlag.AlignVCenter)
        self._arrange()

    def show_main(self, main: BarAction | None) -> None:
        """Show the main action, or take it away."""
        _drop(self._main)
        self._main = None
        if main is not None:
            self._main = self._button(main, "main")
            self._row.addWidget(self._main, 0, Qt.AlignmentFlag.AlignVCenter)
        self._arrange()

    def show_status(self, status: QWidget) -> None:
        """Show how things stand, before the main action, for as long as the bar is."""
        self._status = status
        at = self._row.indexOf(self._main) if self._main else self._row.count()
        self._row.insertWidget(at, status, 0, Qt.AlignmentFlag.AlignVCenter)
        self._arrange()

    def show_outs(self, outs: tuple[BarAction, ...]) -> None:
        """Show the ways out."""
        for button in self._outs:
            self._outs_row.removeWidget(button)
            _drop(button)
        self._outs = tuple(self._button(out, "out") for out in outs)
        for button in self._outs:
            self._outs_row.addWidget(button)
        self._arrange()

    def buttons(self) -> tuple[BigButton, ...]:
        """Return the buttons in the order in which they stand."""
        back = () if self._back is None else (self._back,)
        main = () if self._main is None else (self._main,)
        if self._is_above:
            return (*self._outs, *back, *main)
        return (*back, *self._outs, *main)

    def first(self) -> QWidget:
        """Return what takes the focus when the body has nothing: the main action.

        Where that cannot be pressed now, it is the first way out, else Back.
        """
        buttons = (self._main, *self._outs, self._back)
        return next((one for one in buttons if one and one.isEnabled()), self)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _button(self, action: BarAction, kind: Kind) -> BigButton:
        button = BigButton(self._stage, action.words, action.picture, kind, action.run)
        button.setEnabled(action.enabled)
        return button

    def _arrange(self) -> None:
        """Put the ways out between the others, or above them when they do not fit."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            # How much room there is will be known before anything shows.
            return
        status = () if self._status is None else (self._status,)
        standing = (*self.buttons(), *status)
        needed = sum(one.sizeHint().width() for one in standing)
        needed += len(standing) * self._row.spacing()
        margins = self._column.contentsMargins()
        room = self.width() - margins.left() - margins.right()
        is_above = needed > room and bool(self._outs)
        if is_above != self._is_above:
            self._is_above = is_above
            self._row.removeWidget(self._outs_box)
            self._column.removeWidget(self._outs_box)
            if is_above:
                self._column.insertWidget(0, self._outs_box)
                self._row.insertStretch(1 if self._back else 0, 1)
            else:
                self._row.takeAt(1 if self._back else 0)
                self._row.insertWidget(1 if self._back else 0, self._outs_box, 1)
        for one, other in pairwise(self.buttons()):
            QWidget.setTabOrder(one, other)

    def _on_board_changed(self) -> None:
        look = self._stage.look
        side = max(10, 58 - look.text_px)
        self._column.setContentsMargins(side, 4, side, 4)
        self._column.setSpacing(0)
        self._row.setSpacing(round(look.bar_px * 0.5))
        self._arrange()


def _drop(button: BigButton | None) -> None:
    if button is not None:
        discard(button)
