"""What the computer was set to, for whoever has chosen nothing here yet.

Qt tells of light or dark and of more contrast (6.5 and 6.10 on), on Linux through the
desktop's portal or GTK's settings. Its motion preference comes with Qt 6.12; nothing
of ours moves by itself.
"""

from __future__ import annotations

import sys
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QGuiApplication

from coprod_desktop.model.reading import USUAL_PT, fitting

_USUAL_FONT_PT = {"win32": 9.0, "darwin": 13.0}
"""How big a system's own words are where nobody made them bigger."""
_LINUX_FONT_PT = 11.0
_DOTS = 96.0


class Computer(NamedTuple):
    """What the computer asks of every program."""

    is_dark: bool = False
    has_contrast: bool = False
    text_pt: int = USUAL_PT


def ask_computer(app: QGuiApplication) -> Computer:
    """Return what the computer asks for now."""
    # Both are held: PySide 6.11 lets the one go with the other.
    hints = app.styleHints()
    accessibility = hints.accessibility()
    contrast = accessibility.contrastPreference()
    return Computer(
        hints.colorScheme() == Qt.ColorScheme.Dark,
        contrast == Qt.ContrastPreference.HighContrast,
        text_pt_for(_times_bigger(app)),
    )


def text_pt_for(times: float) -> int:
    """Return our text size where the computer's words are so many times the usual.

    Ours are big already, so smaller ones are not followed.
    """
    return fitting(round(USUAL_PT * max(1.0, times)))


def _times_bigger(app: QGuiApplication) -> float:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    usual = _USUAL_FONT_PT.get(sys.platform, _LINUX_FONT_PT)
    times = font.pointSizeF() / usual
    screen = app.primaryScreen()
    if sys.platform not in _USUAL_FONT_PT and screen is not None:
        # Linux makes words bigger by saying that inches have more dots.
        times *= screen.logicalDotsPerInch() / _DOTS
    return times
