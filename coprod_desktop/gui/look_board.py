"""The look that everything has now, and the signal that it became another.

Font and palette are the application's; the style sheet is the window's
(docs/decisions/030). While the application had it, Qt matched every rule anew against
all that a screen is made of whenever a part was put into a bigger one.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QWidget

from coprod_desktop.content.themes import computer_theme, read_theme, theme_ids
from coprod_desktop.gui.computer import Computer, ask_computer
from coprod_desktop.gui.look import (
    Look,
    keep_lines_apart,
    load_chosen_font,
    style_sheet,
)
from coprod_desktop.model.reading import AS_COMPUTER, Reading, fitting


class LookBoard(QObject):
    """Holds how somebody likes to read, and puts that look on the whole program."""

    changed = Signal()
    restyled = Signal(str)
    """The style sheet of windows is another one; told before :attr:`changed`."""

    def __init__(
        self, reading: Reading | None = None, computer: Computer | None = None
    ) -> None:
        """Begin with what the computer asks for, where nothing else is given."""
        super().__init__()
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("a LookBoard needs a QApplication")
        self._app = app
        self._computer = computer or ask_computer(app)
        self._reading = reading or self.usual
        self._look = self._look_for(self._reading)
        self._put_on()
        # Both are held: PySide 6.11 lets the one go with the other.
        self._hints = app.styleHints()
        self._accessibility = self._hints.accessibility()
        self._hints.colorSchemeChanged.connect(self._on_computer_changed)
        self._accessibility.contrastPreferenceChanged.connect(self._on_computer_changed)

    @property
    def look(self) -> Look:
        """The look now."""
        return self._look

    @property
    def reading(self) -> Reading:
        """How whoever is here likes to read."""
        return self._reading

    @property
    def usual(self) -> Reading:
        """How somebody reads who chose nothing: as the computer asks."""
        return Reading(self._computer.text_pt)

    @property
    def style_sheet(self) -> str:
        """The style sheet of windows now."""
        return style_sheet(self._look)

    def dress(self, window: QWidget | QApplication) -> None:
        """Let a window, and all that stands in it, wear the look for as long as it is.

        Windows that were never dressed have its font and colours alone.
        """
        window.setStyleSheet(self.style_sheet)
        self.restyled.connect(window.setStyleSheet)

    def read_as(self, reading: Reading) -> None:
        """Show everything as somebody likes to read it."""
        if reading != self._reading:
            self._reading = reading
            look = self._look_for(reading)
            if look == self._look:
                # Of what does not show, such as a language, others must know.
                self.changed.emit()
            else:
                self.set_look(look)

    def set_text_pt(self, text_pt: int) -> None:
        """Make all text bigger or smaller; outside 14 to 48 the nearest is taken."""
        self.read_as(self._reading._replace(text_pt=fitting(text_pt)))

    def set_look(self, look: Look) -> None:
        """Put another look on."""
        self._look = look
        self._put_on()
        self.changed.emit()

    def _look_for(self, reading: Reading) -> Look:
        theme = reading.theme
        if theme not in theme_ids():
            # What a newer program knows is left to the computer, as if nobody chose.
            theme = AS_COMPUTER
        if theme == AS_COMPUTER:
            is_dark, has_contrast, _ = self._computer
            theme = computer_theme(is_dark=is_dark, has_contrast=has_contrast)
        return Look(
            read_theme(theme),
            reading.text_pt,
            reading.lines_pct,
            reading.letters_pct,
            reading.pictures_pct,
            reading.words_pct,
            reading.paragraphs_pct,
            reading.font,
        )

    def _on_computer_changed(self) -> None:
        self._computer = ask_computer(self._app)
        look = self._look_for(self._reading)
        if look != self._look:
            self.set_look(look)

    def _put_on(self) -> None:
        app = self._app
        load_chosen_font(self._look.font_id)
        keep_lines_apart(app, self._look)
        app.setFont(self._look.font(self._look.text_px))
        app.setPalette(_palette(self._look))
        self.restyled.emit(self.style_sheet)


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
