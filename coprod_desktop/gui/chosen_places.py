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
