"""Assistive technology reads things in the order in which they were made.

What is made anew, or put in later, would be read last, wherever it stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QLayout, QWidget


def read_as_laid_out(parent: QWidget) -> None:
    """Let what stands in a widget be read in the order of its layout."""
    layout = parent.layout()
    if layout is None:
        return
    wanted = list(_widgets_in(layout))
    is_wanted = set(wanted)
    if [one for one in parent.children() if one in is_wanted] != wanted:
        for one in wanted:
            # Nothing here lies over anything else, so only the order changes.
            one.raise_()


def _widgets_in(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        if item is None:
            continue
        widget, inner = item.widget(), item.layout()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _widgets_in(inner)
