"""Sizes, colours and fonts, from a theme and the text size that a person chose.

Pixels are Qt's device-independent ones, and a point is always 4/3 of them, so that a
screen has the same proportions on every system.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QColor, QFont, QFontDatabase

from coprod_desktop.bundled import bundled
from coprod_desktop.content.themes import Theme
from coprod_desktop.model.people import VoiceKind
from coprod_desktop.model.reading import FONTS, USUAL_PT

FAMILIES = ("Atkinson Hyperlegible Next", "Noto Sans Arabic")
CHOSEN_FAMILIES = {"lexend": "Lexend", "opendyslexic": "OpenDyslexic"}
"""Those that come before ours where somebody chose them."""
_LOADED = "coprod_families"
"""The program's property that says which families were loaded."""

_LINES = "coprod_lines_pct"
"""The program's property that says how far lines stand apart."""
_PARAGRAPHS = "coprod_paragraphs_px"
"""The program's property that says how much further paragraphs stand apart."""

RING_PX = 4
"""How thick the focus ring is (LOOK, type, colour, pictures)."""
EDGE_PX = RING_PX + 2
"""Room around whatever takes the focus, so that its ring is never cut off."""


class VoiceColours(NamedTuple):
    """How the words of one kind of voice are tinted and bordered."""

    tint: QColor
    border: QColor


class Look(NamedTuple):
    """How everything looks now. Sizes follow the text size."""

    theme: Theme
    text_pt: int = USUAL_PT
    lines_pct: int = 100
    """How far lines stand apart, of the usual."""
    letters_pct: int = 0
    """How much further letters stand apart, of the size of the words."""
    pictures_pct: int = 100
    """How big pictures are, of the usual."""
    words_pct: int = 0
    """How much further words stand apart, of their size."""
    paragraphs_pct: int = 0
    """How much further paragraphs stand apart, of the size of the words."""
    font_id: str = FONTS[0]
    """The letters that somebody chose."""

    def colour(self, name: str) -> QColor:
        """Return the theme's colour for a purpose, such as ``quiet_text``."""
        return QColor(getattr(self.theme.colours, name))

    def voice(self, kind: VoiceKind) -> VoiceColours:
        """Return the tint and border of a kind of voice."""
        colours = self.theme.voices[kind]
        return VoiceColours(QColor(colours.tint), QColor(colours.border))

    @property
    def text_px(self) -> int:
        """How tall body text is."""
        return round(self.text_pt * 4 / 3)

    @property
    def small_px(self) -> int:
        """How tall quiet text is: never much smaller than the body."""
        return round(self.text_px * 0.9)

    @property
    def heading_px(self) -> int:
        """How tall the heading of a screen is."""
        return round(self.text_px * 1.6)

    @property
    def part_px(self) -> int:
        """How tall the heading of a part, a tile or a card is."""
        return round(self.text_px * 1.2)

    @property
    def bar_px(self) -> int:
        """How tall text in the top and bottom bars is.

        It grows more slowly than the body, so that at 48 pt on 1024×600 both bars
        are still there and leave room to read.
        """
        return round(min(self.text_px * 0.9, 24 + (self.text_px - 24) * 0.13))

    @property
    def gap_px(self) -> int:
        """The space between neighbours."""
        return round(10 + self.text_px * 0.25)

    def below_px(self, share: float = 1.0) -> int:
        """Return the space to what stands below, of which ``share`` is usual there."""
        return round(self.gap_px * share + self.text_px * self.paragraphs_pct / 100)

    @property
    def control_px(self) -> int:
        """The least height of anything that can be pressed; 44 or more."""
        return max(48, round(self.text_px * 1.9))

    @property
    def picture_px(self) -> int:
        """How wide the picture beside a heading is."""
        return self.picture(min(128, 64 + self.text_px))

    def picture(self, px: float) -> int:
        """Return how wide a picture is that is usually so wide."""
        return round(px * self.pictures_pct / 100)

    @property
    def tile_px(self) -> int:
        """The least height of a tile; 96 or more."""
        return max(96, round(self.text_px * 4.5))

    def spacing(self, px: int) -> float:
        """Return how much further letters of a size stand apart, in pixels."""
        return px * self.letters_pct / 100

    def font(self, px: int, *, bold: bool = False) -> QFont:
        """Return our own font in a size."""
        font = QFont(_families(self.font_id))
        font.setPixelSize(px)
        font.setWordSpacing(px * self.words_pct / 100)
        font.setLetterSpacing(QFont.SpacingType.AbsoluteSpacing, self.spacing(px))
        font.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
        return font


def keep_lines_apart(app: QCoreApplication, look: Look) -> None:
    """Tell the labels of the program how far lines and paragraphs stand apart."""
    app.setProperty(_LINES, look.lines_pct)
    app.setProperty(_PARAGRAPHS, look.below_px(0))


def lines_apart() -> float:
    """Return how far lines stand apart now, of the usual; labels have no look."""
    app = QCoreApplication.instance()
    told = None if app is None else app.property(_LINES)
    return (told or 100) / 100


def paragraphs_apart() -> int:
    """Return how many pixels further paragraphs stand apart now than usual."""
    app = QCoreApplication.instance()
    return int((None if app is None else app.property(_PARAGRAPHS)) or 0)


def load_chosen_font(font_id: str) -> None:
    """Load the letters that somebody chose, where that was not done yet.

    Raises:
        FileNotFoundError: A font file cannot be read.
    """
    app, name = QCoreApplication.instance(), f"{_LOADED}_{font_id}"
    if font_id not in CHOSEN_FAMILIES or app is None or app.property(name):
        return
    app.setProperty(name, font_id)
    for path in sorted((bundled("resources") / "fonts" / font_id).glob("*.?tf")):
        _load(path)


def _load(path: Path) -> list[str]:
    number = QFontDatabase.addApplicationFont(str(path))
    if number < 0:
        raise FileNotFoundError(f"font cannot be read: {path.name}")
    return QFontDatabase.applicationFontFamilies(number)


def load_fonts() -> tuple[str, ...]:
    """Load our own font files, once, and return the families found in them.

    Raises:
        FileNotFoundError: A font file cannot be read.
    """
    app = QCoreApplication.instance()
    loaded = None if app is None else app.property(_LOADED)
    if loaded:
        return tuple(str(loaded).split("|"))
    found: list[str] = []
    for path in sorted((bundled("resources") / "fonts").glob("*.ttf")):
        found += _load(path)
    if app is not None:
        app.setProperty(_LOADED, "|".join(dict.fromkeys(found)))
    return tuple(dict.fromkeys(found))


def _families(font_id: str) -> list[str]:
    """Return the fonts in which words are set; each has what those before it lack."""
    chosen = CHOSEN_FAMILIES.get(font_id)
    return [chosen, *FAMILIES] if chosen else list(FAMILIES)


def style_sheet(look: Look) -> str:
    """Return the one style sheet of a window: what font and palette do not say."""
    return _RULES.format(
        look=look,
        radius=12,
        ring=RING_PX,
        spare=RING_PX - 2,
        pad=round(look.text_px * 0.5),
        **look.theme.colours._asdict(),
    )


_RULES = """
QMainWindow, QDialog, #screen, #screen-body {{ background: {window}; }}
QLabel[role="quiet"] {{ font-size: {look.small_px}px; color: {quiet_text}; }}
QLabel[role="strong"] {{ font-weight: bold; }}
QLabel[role="heading"] {{ font-size: {look.heading_px}px; font-weight: bold; }}
QLabel[role="part"] {{ font-size: {look.part_px}px; font-weight: bold; }}
QLabel[role="status"] {{ font-size: {look.bar_px}px; color: {quiet_text}; }}
QLabel[role="bar"] {{ font-size: {look.bar_px}px; font-weight: bold; }}
#top-bar, #bottom-bar {{ background: {surface}; }}
#top-bar {{ border-bottom: 2px solid {border}; }}
#bottom-bar {{ border-top: 2px solid {border}; }}
QScrollArea {{ border: none; background: {window}; }}
QScrollBar:vertical {{ width: 18px; background: {window}; }}
QScrollBar::handle:vertical {{
    background: {border}; border-radius: 6px; min-height: 48px; margin: 3px;
}}
QScrollBar::add-line, QScrollBar::sub-line {{ height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QLineEdit {{
    background: {surface}; border: 2px solid {border}; border-radius: {radius}px;
    padding: {pad}px; min-height: {look.text_px}px; margin: 5px;
    selection-background-color: {accent}; selection-color: {accent_text};
}}
QLineEdit[role="code"] {{
    font-size: {look.heading_px}px; font-weight: bold;
    letter-spacing: 3px;
    min-height: {look.heading_px}px;
}}
QLineEdit:focus {{ border: {ring}px solid {focus}; margin: 3px; }}
QPlainTextEdit {{
    background: transparent; border: {ring}px solid transparent;
    border-radius: {radius}px;
    selection-background-color: {accent}; selection-color: {accent_text};
}}
QPlainTextEdit[role="beside"] {{
    border: 2px solid {border}; margin: {spare}px;
}}
QPlainTextEdit[role="beside"]:focus {{ border: {ring}px solid {focus}; margin: 0; }}
QPlainTextEdit:focus {{ border-color: {focus}; }}
QPlainTextEdit[ring="card"] {{ border: none; }}
"""
