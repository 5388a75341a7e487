"""Where somebody is asked how they like to read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.gui.places import BesidePlace, Place

if TYPE_CHECKING:
    from coprod_desktop.model.reading import Reading


class ToFirstQuestion(Place):
    """A question on the way to one's forms, the first time that somebody is here."""

    __slots__ = ("before", "which")

    def __init__(self, which: int = 0, before: Reading | None = None) -> None:
        self.which = which
        self.before = before
        """How they read when it was first shown; None until it was."""


class ToReadQuestion(BesidePlace):
    """The same question, over whatever shows."""

    __slots__ = ("before", "which")

    def __init__(self, which: int = 0, before: Reading | None = None) -> None:
        self.which = which
        self.before = before


class ToLanguages(BesidePlace):
    """Choose a language, before anything else was read."""

    __slots__ = ()


class ToNeeds(BesidePlace):
    """What I need to take part, on paper."""

    __slots__ = ()


class ToStillReading(Place):
    """Say whether this is still how one likes to read."""

    __slots__ = ()


PLACES = (ToFirstQuestion, ToReadQuestion, ToLanguages, ToNeeds, ToStillReading)
