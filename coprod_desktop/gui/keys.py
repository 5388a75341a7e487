"""Keys that work wherever the focus is. Hiding has its own, which no dialog stops."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from coprod_desktop.gui.stage import Stage
from coprod_desktop.gui.widgets.text_size import step_text_size

NOT_FAIR = "F6"
"""Opens "Something is not fair here"."""


def add_keys(
    window: QWidget,
    stage: Stage,
    help_asked: Callable[[], None],
    not_fair_asked: Callable[[], None],
) -> None:
    """Add the keys for text size, for help, and for what is not fair."""
    steps = (("Ctrl++", 1), ("Ctrl+=", 1), ("Ctrl+-", -1))
    for keys, by in steps:
        _add(window, QKeySequence(keys), partial(step_text_size, stage, by))
    _add(window, QKeySequence(QKeySequence.StandardKey.HelpContents), help_asked)
    _add(window, QKeySequence(NOT_FAIR), not_fair_asked)


def _add(window: QWidget, keys: QKeySequence, act: Callable[[], None]) -> None:
    QShortcut(keys, window).activated.connect(act)
