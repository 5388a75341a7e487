"""The tab order of widgets that were made later than their neighbours."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget


def follow(first: QWidget, others: Iterable[QWidget]) -> None:
    """Let others follow ``first`` in the tab order.

    Qt puts what is made later at the end of the window's order, wherever it stands.
    """
    before = first
    for one in others:
        if one.window() is before.window():
            QWidget.setTabOrder(before, one)
            before = one
