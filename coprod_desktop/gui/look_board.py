"""The look that everything has now, and the signal that it became another."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from coprod_desktop.content.themes import Theme
from coprod_desktop.gui.look import LARGEST_PT, SMALLEST_PT, Look, style_sheet


class LookBoard(QObject):
    """Holds the look and puts it on the whole program."""

    changed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("a LookBoard needs a QApplication")
        self._app = app
        self._put_on()

    @property
    def look(self) -> Look:
        """The look now."""
        return self._look

    def set_text_pt(self, text_pt: int) -> None:
        """Make all text bigger or smaller; outside 14 to 48 the nearest is taken."""
        text_pt = max(SMALLEST_PT, min(LARGEST_PT, text_pt))
        if text_pt != self._look.text_pt:
            self.set_look(self._look._replace(text_pt=text_pt))

    def set_theme(self, theme: Theme) -> None:
        """Show everything in other colours."""
        if theme != self._look.theme:
            self.set_look(self._look._replace(theme=theme))

    def set_look(self, look: Look) -> None:
        """Put another look on."""
        self._look = look
        self._put_on()
        self.changed.emit()

    def _put_on(self) -> None:
        app = self._app
        app.setFont(self._look.font(self._look.text_px))
        app.setPalette(_palette(self._look))
        app.setStyleSheet(style_sheet(self._look))


def _palette(look: Look) -> QPalette:
    palette = QPalette()
    roles = QPalette.ColorRole
    for role, name in (
        (roles.Window, "window"),
        (roles.Base, "surface"),
        (roles.Button, "surface"),
        (roles.WindowText, "text"),
        (roles.Text, "text"),
        (roles.ButtonText, "text"),
        (roles.PlaceholderText, "quiet_text"),
        (roles.Highlight, "accent"),
        (roles.HighlightedText, "accent_text"),
    ):
        palette.setColor(role, look.colour(name))
    return palette
