"""Where people answer without writing."""

from __future__ import annotations

from coprod_desktop.gui.places import Place


class ChosenPlace(Place):
    """A place inside the open form where things are said by choosing them."""

    __slots__ = ()


class ToPhrases(ChosenPlace):
    """Choose pictures and ready phrases at a question."""

    __slots__ = ("question",)
    __match_args__ = ("question",)

    def __init__(self, question: str) -> None:
        self.question = question


class ToTalk(ChosenPlace):
    """Choose which part of the form to talk about with cards."""

    __slots__ = ()


class ToTalkCard(ChosenPlace):
    """One talk card of a part, counted from 0."""

    __slots__ = ("number", "part")
    __match_args__ = ("part", "number")

    def __init__(self, part: str, number: int) -> None:
        self.part = part
        """A part's id; empty for the whole form."""
        self.number = number


class ToTalkEnd(ChosenPlace):
    """What was said to the cards of a part."""

    __slots__ = ("part",)
    __match_args__ = ("part",)

    def __init__(self, part: str) -> None:
        self.part = part


class ToSpelling(ChosenPlace):
    """Go over the spelling of the pen's own words at a question."""

    __slots__ = ("question",)
    __match_args__ = ("question",)

    def __init__(self, question: str) -> None:
        self.question = question
