"""The bar at the top: where I am, and what is always at hand."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.big_button import BigButton, Kind
from coprod_desktop.gui.widgets.picture import Picture
from coprod_desktop.gui.widgets.plain import text_label
from coprod_desktop.gui.widgets.scrolling import scroll_to_focus
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
MOST_PT_BESIDE_READING = 28
"""With bigger text there is no room for all while something is read aloud."""
_GAP_PX = 2
TITLE_ROOM = 6
"""How wide a title is at least, in heights of its words."""


class Naming(NamedTuple):
    """How much is shown. A screen reader says all of it."""

    is_whole: bool
    has_title: bool
    """The screen and the window have titles of their own."""
    has_pictures: bool


NAMINGS = (
    Naming(is_whole=True, has_title=True, has_pictures=True),
    Naming(is_whole=False, has_title=True, has_pictures=True),
    Naming(is_whole=False, has_title=False, has_pictures=True),
    Naming(is_whole=False, has_title=False, has_pictures=False),
)
"""From the fullest; the first with which all stand in one line is taken."""


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

    _named_for: object = None
    """In what circumstances all that is at hand was named last."""

    def __init__(self, stage: Stage, title: str, picture: str = "bee") -> None:
        super().__init__()
        self.setObjectName("top-bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._stage = stage
        self._has_people = False
        self._naming = NAMINGS[0]
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
        # Where not even short words have room, they stand in two lines.
        buttons = QWidget()
        self._buttons = WrapLayout(buttons, is_trailing=True)
        self._at_hand = (
            self.not_fair,
            self.listen,
            self.text_size,
            self.switch,
            self.help,
            self.hide_all,
            self.lock,
        )
        for button in self._at_hand:
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
        # Asked for at each change of screen, and mostly all stands as it stood.
        if self._circumstances() != self._named_for:
            self.name_buttons()

    def set_listening(self, *, is_listening: bool) -> None:
        """Leave room, where words are big, for the strip that stops reading aloud.

        What goes for so long can be asked for by its key.
        """
        has_room = not (is_listening and self._is_big)
        self.not_fair.setVisible(self._has_people and has_room)
        self.text_size.setVisible(has_room)
        self.help.setVisible(has_room)
        self.name_buttons()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.name_buttons()

    def focusNextPrevChild(self, is_next: bool) -> bool:
        has_moved = super().focusNextPrevChild(is_next)
        # From here Tab comes into a body that may be scrolled to somewhere else.
        scroll_to_focus()
        return has_moved

    def name_buttons(self) -> None:
        """Name what is at hand in the language that is spoken now, as it has room."""
        if not self.testAttribute(Qt.WidgetAttribute.WA_Resized):
            # How much room there is will be known before anything shows.
            self._show_names()
            return
        for naming in NAMINGS:
            self._naming = naming
            self._show_names()
            if self._fits():
                break
        self._named_for = self._circumstances()

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
        return self._stage.look.text_pt > MOST_PT_BESIDE_READING

    def _circumstances(self) -> object:
        hidden = tuple(one.isHidden() for one in self._at_hand)
        return (self.width(), self._stage.words.language, hidden)

    def _show_names(self) -> None:
        words, naming = self._stage.words, self._naming
        self._title.setVisible(naming.has_title)
        for button, what, whole, short in (
            (self.listen, _LISTEN, "top.listen", "top.listen_short"),
            (self.text_size, AtHand.TEXT_SIZE, "top.text_size", "top.text_size_short"),
            (self.switch, AtHand.SWITCH, "top.switch", "top.switch"),
            (self.help, AtHand.HELP, "top.help", "top.help"),
            (self.not_fair, AtHand.NOT_FAIR, "not_fair.title", "top.not_fair"),
            (self.hide_all, AtHand.HIDE, "top.hide", "top.hide"),
            (self.lock, AtHand.LOCK, "top.lock", "top.lock_short"),
        ):
            shown = words.text(whole if naming.is_whole else short)
            picture = _PICTURES[what] if naming.has_pictures else None
            button.show_words(shown, picture)
            button.setAccessibleName(words.text(whole))

    def _fits(self) -> bool:
        """Whether all that is at hand stands in one line."""
        shown = [one for one in self._at_hand if not one.isHidden()]
        taken = sum(one.sizeHint().width() + _GAP_PX for one in shown)
        sides = self._row.contentsMargins()
        taken += sides.left() + sides.right() + 8
        if not self._picture.isHidden():
            taken += self._picture.sizeHint().width() + _GAP_PX
        if not self._title.isHidden():
            taken += TITLE_ROOM * self._stage.look.bar_px + _GAP_PX
        return taken <= self.width()

    def _on_board_changed(self) -> None:
        look = self._stage.look
        side = max(10, 58 - look.text_px)
        self._row.setContentsMargins(side, 4, side, 4)
        self._row.setSpacing(_GAP_PX)
        self._buttons.setSpacing(_GAP_PX)
        self._picture.show_picture(self._picture.meaning, round(look.bar_px * 1.6))
        # At the biggest text the room is for what can be pressed.
        self._picture.setVisible(look.text_px < BIGGEST_WITH_PICTURE_PX)
        self.name_buttons()
