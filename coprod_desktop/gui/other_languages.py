"""The way to another language, for whoever cannot read the one that shows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.gui.going import going
from coprod_desktop.gui.reading_places import ToLanguages
from coprod_desktop.gui.screen import Action

if TYPE_CHECKING:
    from coprod_desktop.gui.screen import Screen
    from coprod_desktop.i18n.catalogue import Catalogue


def other_languages(screen: Screen, words: Catalogue) -> Action:
    """Return the way out of a screen that names languages, each by its own name."""
    names = words.text("languages.other")
    return Action(names, "interpreter", going(screen, ToLanguages()))
