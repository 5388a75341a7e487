"""Help over the screen that shows now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop import __version__
from coprod_desktop.gui.hard_words import explained_words
from coprod_desktop.gui.screens.help import HelpScreen

if TYPE_CHECKING:
    from coprod_desktop.gui.stage import Stage


def help_screen(stage: Stage, below: str) -> HelpScreen:
    """Make the screen; ``below`` is all that stands on the one that shows now."""
    hard = explained_words(stage.words.language, below)
    return HelpScreen(stage, __version__, hard)
