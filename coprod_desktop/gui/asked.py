"""What colours the computer seems to ask for, told from its palette alone.

Qt's own answer costs 15 to 45 ms before the first paint: it first learns every name in
the Qt namespace. It is asked after it, by ``gui.computer``.
"""

from __future__ import annotations

from PySide6.QtGui import QPalette

_BLACK, _WHITE = 0, 255


def seems_asked(palette: QPalette) -> tuple[bool, bool]:
    """Return whether windows are dark, and whether they are quite black or white."""
    light = palette.color(QPalette.ColorRole.Window).lightness()
    return light < (_BLACK + _WHITE) / 2, light in (_BLACK, _WHITE)
