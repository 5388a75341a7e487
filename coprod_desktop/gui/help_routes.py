"""Help over the screen that shows now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop import __version__
from coprod_desktop.gui.hard_words import explained_words
from coprod_desktop.gui.screens.help import HelpScreen

if TYPE_CHECKING:
    from coprod_desktop.gui.session import Session
    from coprod_desktop.gui.stage import Stage
    from coprod_desktop.model.ward_words import WardWord


def help_screen(stage: Stage, session: Session, below: str) -> HelpScreen:
    """Make the screen; ``below`` is all that stands on the one that shows now.

    Words of the ward are in it while the ward is open to whoever is here.

    Raises:
        Problem: The ward's file is damaged.
    """
    of_ward: tuple[WardWord, ...] = ()
    if session.has_ward and not session.is_locked:
        from coprod_desktop.workspace.ward_words import WardWords  # noqa: PLC0415

        of_ward = WardWords(session.ward).all()
    hard = explained_words(stage.words.language, below, of_ward)
    return HelpScreen(stage, __version__, hard)
