"""The screens on which somebody chooses how they like to read, and one switch."""

from __future__ import annotations

from coprod_desktop.gui.places import ToOneSwitch
from coprod_desktop.gui.reading_keeper import reader_of
from coprod_desktop.gui.screens.one_switch import OneSwitchScreen
from coprod_desktop.gui.screens.reading import ReadingScreen
from coprod_desktop.gui.session import Session
from coprod_desktop.gui.stage import Stage


def reading_screen(
    stage: Stage, session: Session, place: object
) -> ReadingScreen | OneSwitchScreen:
    """Make the screen, which says for whom it is kept where somebody is here."""
    if isinstance(place, ToOneSwitch):
        return OneSwitchScreen(stage, _kept_for(stage, session))
    return ReadingScreen(stage, _kept_for(stage, session))


def _kept_for(stage: Stage, session: Session) -> str:
    reader = reader_of(session)
    if reader is None:
        return ""
    return stage.words.text("reading.kept_for", name=reader.name)
