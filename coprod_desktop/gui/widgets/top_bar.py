"""The bar at the top: where I am, and what is always at hand."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton, Kind
from coprod_desktop.gui.widgets.picture import Picture
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout

_LISTEN = "listen"
_PICTURES = {
    _LISTEN: "listen",
    "text_size": "text-size",
    "switch": "play",
    "help": "help",
    "not_fair": "rights",
    "hide": "hide",
    "lock": "lock",
}


BIGGEST_WITH_PICTURE_PX = 48
MOST_PT_FOR_ALL_WORDS = 28
"""Bigger text leaves no room for a sentence in the bar."""
NARROWEST_WITH_TITLE_PX = 1200
"""In narrower windows big text leaves the title less than a word's room; the screen
and the window have titles of their own."""


class AtHand(StrEnum):
    """What can be asked for at any time."""

    TEXT_SIZE = "text_size"
    SWITCH = "switch"
    HELP = "help"
    NOT_FAIR = "not_fair"
    HIDE = "hide"
    LOCK = "lock"


class TopBar(QWidget):
    """Where I am, and what is always at hand."""

    asked = Signal(str)
    """One of :class:`AtHand`."""

    def __init__(self, stage: Stage, title: str, picture: str = "bee") -> None:
        super().__init__()
        self.setObjectName("top-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stage = stage
        self._has_people = False
        self._picture = Picture(stage.pictures, picture, 40)
        self._title = text_label(title, "bar")
        self._title.setAlignment(Qt.AlignmentFlag.AlignVCenter)
        # It leads to no place: whoever reads aloud listens to it.
        self.listen = BigButton(stage, "", _PICTURES[_LISTEN], "bar")
        self.text_size = self._button(AtHand.TEXT_SIZE)
        self.switch = self._button(AtHand.SWITCH)
        self.help = self._button(AtHand.HELP)
        self.not_fair = self._button(AtHand.NOT_FAIR)
        self.hide_all = self._button(AtHand.HIDE)
        self.lock = self._button(AtHand.LOCK, "plain")
        self._row = QHBoxLayout(self)
        self._row.addWidget(self._picture)
        self._row.addSpacing(8)
        self._row.addWidget(self._title, 1)
        # Where the words are big they stand in two lines.
        buttons = QWidget()
        self._buttons = WrapLayout(buttons, is_trailing=True)
        for button in (
            self.not_fair,
            self.listen,
            self.text_size,
            self.switch,
            self.help,
            self.hide_all,
            self.lock,
        ):
            self._buttons.addWidget(button)
        self._row.addWidget(buttons)
        stage.board.changed.connect(self._on_board_changed)
        self._on_board_changed()

    def show_title(self, title: str, picture: str = "bee") -> None:
        """Say where the person is now."""
        self._title.setText(title)
        self._picture.show_picture(picture, self._picture.sizeHint().width())

    def set_open(self, *, is_open: bool, has_people: bool = False) -> None:
        """Offer to hide and to lock only while a ward is open to somebody here.

        That something is not fair is said by people who were said to be here. One
        switch is offered before anybody came in; later it stands with the text size.
        """
        self.switch.setVisible(not is_open)
        self._has_people = has_people
        self.not_fair.setVisible(has_people)
        self.hide_all.setVisible(is_open)
        self.lock.setVisible(is_open)

    def set_listening(self, *, is_listening: bool) -> None:
        """Leave room, where words are big, for the strip that stops reading aloud.

        What goes for so long can be asked for by its key.
        """
        has_room = not (is_listening and self._is_big)
        self.not_fair.setVisible(self._has_people and has_room)
        self.text_size.setVisible(has_room)
        self.help.setVisible(has_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_title_where_it_fits()

    def name_buttons(self) -> None:
        """Name what is at hand in the language that is spoken now.

        In short where words are big; a screen reader says all of it.
        """
        words = self._stage.words
        for button, what, whole, short in (
            (self.listen, _LISTEN, "top.listen", "top.listen_short"),
            (self.text_size, AtHand.TEXT_SIZE, "top.text_size", "top.text_size"),
            (self.switch, AtHand.SWITCH, "top.switch", "top.switch"),
            (self.help, AtHand.HELP, "top.help", "top.help"),
            (self.not_fair, AtHand.NOT_FAIR, "not_fair.title", "top.not_fair"),
            (self.hide_all, AtHand.HIDE, "top.hide", "top.hide"),
            (self.lock, AtHand.LOCK, "top.lock", "top.lock_short"),
        ):
            shown = words.text(short if self._is_big else whole)
            button.show_words(shown, _PICTURES[what])
            button.setAccessibleName(words.text(whole))

    def ask_not_fair(self) -> None:
        """Press "Something is not fair here", where it is offered."""
        if self._has_people:
            self.not_fair.click()

    def _button(self, what: AtHand, kind: Kind = "bar") -> BigButton:
        return BigButton(
            self._stage, "", _PICTURES[what], kind, lambda: self.asked.emit(what)
        )

    @property
    def _is_big(self) -> bool:
        return self._stage.look.text_pt > MOST_PT_FOR_ALL_WORDS

    def _show_title_where_it_fits(self) -> None:
        is_wide = self.width() >= NARROWEST_WITH_TITLE_PX
        self._title.setVisible(is_wide or not self._is_big)

    def _on_board_changed(self) -> None:
        look = self._stage.look
        self.name_buttons()
        self._show_title_where_it_fits()
        side = max(10, 58 - look.text_px)
        self._row.setContentsMargins(side, 4, side, 4)
        self._row.setSpacing(2)
        self._buttons.setSpacing(2)
        self._picture.show_picture(self._picture.meaning, round(look.bar_px * 1.6))
        # At the biggest text the room is for what can be pressed.
        self._picture.setVisible(look.text_px < BIGGEST_WITH_PICTURE_PX)
