"""The strip below the top bar while something is read aloud, or cannot be."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.scrolling import scroll_to_focus
from coprod_desktop.gui.widgets.tab_order import follow_each_other
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout


class Strip(QWidget):
    """Asks, plays or says why not. It tells what was pressed."""

    pressed = Signal(str)
    """One of begin, hold, again, skip, slower, faster and stop."""

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        self.setObjectName("top-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stage = stage
        self._pictures: dict[BigButton, str | None] = {}
        self._said = text_label("", "bar")
        text = stage.words.text
        self.begin = self._button("begin", "listen.begin", "listen")
        self.hold = self._button("hold", "listen.pause", "pause")
        self.again = self._button("again", "listen.again", "undo")
        self.skip = self._button("skip", "listen.skip", "next")
        self.slower = self._button("slower", "listen.slower", None)
        self.faster = self._button("faster", "listen.faster", None)
        self.stop = self._button("stop", "listen.stop", "finish")
        self._buttons = (
            *(self.begin, self.hold, self.again, self.skip),
            *(self.slower, self.faster, self.stop),
        )
        self.setAccessibleName(text("top.listen"))
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 2, 10, 2)
        column.setSpacing(0)
        column.addWidget(self._said)
        row = WrapLayout()
        row.setSpacing(2)
        for button in self._buttons:
            row.addWidget(button)
        column.addLayout(row)
        self.hide()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        has_moved = super().focusNextPrevChild(is_next)
        # As from the top bar: the body may be scrolled to somewhere else.
        scroll_to_focus()
        return has_moved

    @property
    def said(self) -> str:
        """What the strip says; empty while something is read."""
        return self._said.text()

    def ask(self, words: str) -> None:
        """Say what must be known first, and let it begin or not."""
        stop = self._stage.words.text("listen.not_now")
        self._show(words, (self.begin, self.stop), stop)

    def say(self, words: str) -> None:
        """Say why nothing is read."""
        self._show(words, (self.stop,), self._stage.words.text("listen.close"))

    def play(self) -> None:
        """Show what can be done while something is read."""
        shown = self._buttons[1:]
        self._show("", shown, self._stage.words.text("listen.stop"))
        self.show_held(is_held=False)

    def show_held(self, *, is_held: bool) -> None:
        """Show whether it is held now."""
        key = "listen.go_on" if is_held else "listen.pause"
        self._pictures[self.hold] = "listen" if is_held else "pause"
        self._name(self.hold, self._stage.words.text(key))

    def show_speeds(self, *, may_slow: bool, may_speed: bool) -> None:
        """Let only those steps be pressed that are there."""
        self.slower.setEnabled(may_slow)
        self.faster.setEnabled(may_speed)

    def follow(self, button: QWidget) -> None:
        """Let Tab come here after a button of the top bar."""
        follow_each_other((button, *self._buttons))

    def _show(self, words: str, shown: tuple[BigButton, ...], stop: str) -> None:
        self._said.setText(words)
        self._said.setVisible(bool(words))
        for button in self._buttons:
            button.setVisible(button in shown)
        self._name(self.stop, stop)
        self.show()
        shown[0].setFocus(Qt.FocusReason.OtherFocusReason)
        if words:
            shown[0].setAccessibleDescription(words)
            event = QAccessibleAnnouncementEvent(self, words)
            QAccessible.updateAccessibility(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self._show_pictures_where_all_fit()

    def _name(self, button: BigButton, words: str) -> None:
        button.show_words(words)
        self._show_pictures_where_all_fit()

    def _show_pictures_where_all_fit(self) -> None:
        """Leave pictures out where they would push a button to a second line."""
        shown = [one for one in self._buttons if not one.isHidden()]
        for has_pictures in (True, False):
            for one in shown:
                one.show_words(one.words, self._pictures[one] if has_pictures else None)
            taken = sum(one.sizeHint().width() + 2 for one in shown)
            if taken <= self.width() - 20:
                return

    def _button(self, what: str, key: str, picture: str | None) -> BigButton:
        words = self._stage.words.text(key)
        button = BigButton(
            self._stage, words, picture, "bar", lambda: self.pressed.emit(what)
        )
        self._pictures[button] = picture
        return button
