"""The screen on which somebody chooses how they like to read."""

from __future__ import annotations

from coprod_desktop.gui.reading_keeper import reader_of
from coprod_desktop.gui.screens.reading import ReadingScreen
from coprod_desktop.gui.session import Session
from coprod_desktop.gui.stage import Stage


def reading_screen(stage: Stage, session: Session) -> ReadingScreen:
    """Make the screen, which says for whom it is kept where somebody is here."""
    reader = reader_of(session)
    if reader is None:
        return ReadingScreen(stage)
    return ReadingScreen(stage, stage.words.text("reading.kept_for", name=reader.name))
