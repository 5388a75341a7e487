"""The screens on which people answer without writing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.gui.chosen_places import (
    ChosenPlace,
    ToPhrases,
    ToSpelling,
    ToTalk,
    ToTalkCard,
    ToTalkEnd,
)
from coprod_desktop.gui.screens.phrases import PhrasesScreen
from coprod_desktop.gui.screens.talk import TalkScreen
from coprod_desktop.gui.screens.talk_card import TalkCardScreen
from coprod_desktop.gui.screens.talk_end import TalkEndScreen

if TYPE_CHECKING:
    from coprod_desktop.gui.opened import Opened
    from coprod_desktop.gui.screen import Screen
    from coprod_desktop.gui.stage import Stage


def chosen_screen(stage: Stage, opened: Opened, place: ChosenPlace) -> Screen:
    """Make the screen for a place where things are said by choosing them.

    Raises:
        LookupError: There is no such place.
        Problem: The phrases that lie beside the form are broken.
    """
    match place:
        case ToPhrases(question):
            return PhrasesScreen(stage, opened, question)
        case ToSpelling(question):
            # Nobody who has not asked for it has any of it in memory.
            from coprod_desktop.gui.spelling_routes import (  # noqa: PLC0415
                spelling_of_answer,
            )

            return spelling_of_answer(stage, opened, question)
        case ToTalk():
            return TalkScreen(stage, opened)
        case ToTalkCard():
            return TalkCardScreen(stage, opened, place)
        case ToTalkEnd(part):
            return TalkEndScreen(stage, opened, part)
    raise LookupError(type(place).__name__)
