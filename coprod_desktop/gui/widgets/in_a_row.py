"""Buttons in the body, as wide as their words and not as wide as the window."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coprod_desktop.gui.widgets.wrap_layout import WrapLayout


def in_a_row(*widgets: QWidget) -> WrapLayout:
    """Return widgets side by side, as many to a line as fit."""
    row = WrapLayout()
    for widget in widgets:
        row.addWidget(widget)
    return row
