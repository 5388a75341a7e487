"""The bar at the bottom: Back leading, ways out between, the main action trailing."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton, Kind
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
    """Always visible. Ways out wrap where the window is narrow or text is big."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.setObjectName("bottom-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stage = stage
        self._row = QHBoxLayout(self)
        self._outs = WrapLayout()
        self._back: BigButton | None = None
        self._main: BigButton | None = None
        self._row.addLayout(self._outs, 1)
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
        self._order_tabs()

    def show_main(self, main: BarAction | None) -> None:
        """Show the main action, or take it away."""
        _drop(self._main)
        self._main = None
        if main is not None:
            self._main = self._button(main, "main")
            self._row.addWidget(self._main, 0, Qt.AlignmentFlag.AlignVCenter)
        self._order_tabs()

    def show_outs(self, outs: tuple[BarAction, ...]) -> None:
        """Show the ways out."""
        while self._outs.count():
            item = self._outs.takeAt(0)
            widget = item.widget() if item is not None else None
            if isinstance(widget, BigButton):
                _drop(widget)
        for out in outs:
            self._outs.addWidget(self._button(out, "out"))
        self._order_tabs()

    def buttons(self) -> tuple[BigButton, ...]:
        """Return the buttons in the order in which they stand."""
        items = (self._outs.itemAt(at) for at in range(self._outs.count()))
        outs = [item.widget() for item in items if item is not None]
        return tuple(
            one for one in (self._back, *outs, self._main) if isinstance(one, BigButton)
        )

    def first(self) -> QWidget:
        """Return what takes the focus when the body has nothing: the main action."""
        buttons = self.buttons()
        return self._main or (buttons[0] if buttons else self)

    def _button(self, action: BarAction, kind: Kind) -> BigButton:
        button = BigButton(self._stage, action.words, action.picture, kind, action.run)
        button.setEnabled(action.enabled)
        return button

    def _order_tabs(self) -> None:
        buttons = self.buttons()
        for one, other in pairwise(buttons):
            QWidget.setTabOrder(one, other)

    def _on_board_changed(self) -> None:
        look = self._stage.look
        side = max(10, 58 - look.text_px)
        self._row.setContentsMargins(side, 6, side, 6)
        self._row.setSpacing(round(look.gap_px * 0.75))


def _drop(button: BigButton | None) -> None:
    if button is not None:
        button.setParent(None)
        button.deleteLater()
