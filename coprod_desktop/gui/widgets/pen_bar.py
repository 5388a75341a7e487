"""Who has the pen: in words, with a thick border and a pen."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.plain import discard
from coprod_desktop.gui.widgets.plate import Face, Line
from coprod_desktop.gui.widgets.pressable import Pressable
from coprod_desktop.gui.widgets.spoken_roles import speak_roles
from coprod_desktop.gui.widgets.wrap_layout import WrapLayout


@dataclass(frozen=True, slots=True)
class PenView:
    """One pen that somebody here can take."""

    key: object
    title: str
    saying: str
    picture: str
    is_taken: bool


class PenButton(Pressable):
    """A pen to take."""

    def __init__(self, stage: Stage, view: PenView) -> None:
        self.view = view
        super().__init__(stage, view.title, view.saying)
        self.set_picked(view.is_taken, is_one_of=True)

    def show_view(self, view: PenView) -> None:
        """Show the pen as it is now."""
        self.view = view
        self.setAccessibleName(view.title)
        self.setAccessibleDescription(view.saying)
        self.set_picked(view.is_taken, is_one_of=True)

    def face(self) -> Face:
        """Return what the button shows in the look of the moment."""
        look = self._stage.look
        lines = (
            Line(self.view.title, look.small_px, is_bold=True),
            Line(self.view.saying, look.small_px - 2, is_quiet=True),
        )
        return Face(
            lines,
            self.view.picture,
            round(min(64, look.text_px * 1.6)),
            mark="write" if self.view.is_taken else None,
            is_centred=False,
            is_tight=True,
            least_height=round(look.text_px * 3.2),
        )


class PenBar(QWidget):
    """The pens, side by side. Taking one is asked of the owner, who shows it taken."""

    taken = Signal(object)
    spoken_role = QAccessible.Role.Grouping

    def __init__(self, stage: Stage) -> None:
        super().__init__()
        speak_roles()
        self._stage = stage
        self._buttons: list[PenButton] = []
        self._row = WrapLayout(self, columns=4)
        self.setAccessibleName(stage.words.text("pen.who"))

    def show_pens(self, pens: tuple[PenView, ...]) -> None:
        """Show these pens; the focus stays on the pen it was on."""
        if [one.view.key for one in self._buttons] == [pen.key for pen in pens]:
            for button, pen in zip(self._buttons, pens, strict=True):
                button.show_view(pen)
            return
        for button in self._buttons:
            self._row.removeWidget(button)
            discard(button)
        self._buttons = [self._button(pen) for pen in pens]

    def buttons(self) -> tuple[PenButton, ...]:
        """Return the pens' buttons in order."""
        return tuple(self._buttons)

    def _button(self, pen: PenView) -> PenButton:
        button = PenButton(self._stage, pen)
        button.clicked.connect(lambda *_: self._on_button_clicked(button))
        self._row.addWidget(button)
        return button

    def _on_button_clicked(self, button: PenButton) -> None:
        if not button.view.is_taken:
            self.taken.emit(button.view.key)
