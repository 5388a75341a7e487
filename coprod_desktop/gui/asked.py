"""What the computer asks of every program's colours. Needed before the first paint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication


def asked_of(app: QGuiApplication) -> tuple[bool, bool]:
    """Return whether the computer asks for dark colours, and for more contrast."""
    # Both are held: PySide 6.11 lets the one go with the other.
    hints = app.styleHints()
    accessibility = hints.accessibility()
    contrast = accessibility.contrastPreference()
    return (
        hints.colorScheme() == Qt.ColorScheme.Dark,
        contrast == Qt.ContrastPreference.HighContrast,
    )
