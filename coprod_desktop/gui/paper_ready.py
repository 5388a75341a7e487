"""Making ready for a paper while somebody still looks at what will stand on it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from coprod_desktop.gui.background import Background
from coprod_desktop.workspace.warm_up import warm_up_paper

AFTER_MS = 200
"""How long a screen has stood before anything is loaded: it is drawn by then."""


def make_paper_ready(
    background: Background, screen: QWidget, pictures: Iterable[str]
) -> None:
    """Load what draws a paper with these pictures, if the screen stays a moment.

    It costs 20 MiB, so only the screen that leads to a paper asks for it. Without it
    the first paper of a program takes four times as long (decision 007).
    """

    def load() -> object:
        """Return the screen that shows it, when all is there."""
        # It brings QtPdf, and what prints.
        from coprod_desktop.gui.screens.paper import PaperScreen  # noqa: PLC0415

        warm_up_paper(pictures)
        return PaperScreen

    def on_failed(error: Exception) -> None:
        raise error

    QTimer.singleShot(
        AFTER_MS, screen, lambda: background.run(load, lambda _: None, on_failed)
    )
