"""The tab order of widgets that were made later than their neighbours."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def follow(first: QWidget, others: Iterable[QWidget]) -> None:
    """Let others follow ``first`` in the tab order.

    Qt puts what is made later at the end of the window's order, wherever it stands.
    """
    before, policy = first, first.focusPolicy()
    # Qt passes over a request to follow what takes no focus itself.
    first.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for one in others:
        if one.window() is before.window():
            QWidget.setTabOrder(before, one)
            before = one
    first.setFocusPolicy(policy)
