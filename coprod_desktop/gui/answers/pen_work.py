"""The pen at work on one question: what it may not do is told, never done."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from coprod_desktop.gui.opened import Opened
from coprod_desktop.model.authored_text import EMPTY, AuthoredText
from coprod_desktop.model.forms import Question
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.cards import Card


class PenWork(QObject):
    """Writes one answer with the pen that is held now.

    ``changed`` comes after everything that was tried, so that what is shown is always
    what the model holds; ``refused`` carries the Problem when it was not to be.
    """

    changed = Signal()
    refused = Signal(object)

    def __init__(self, opened: Opened, question: Question) -> None:
        super().__init__()
        self.opened = opened
        self.question = question

    @property
    def card(self) -> Card:
        """The card of the pen's voice, as it stands now."""
        cards = self.opened.document.cards(self.question.id)
        return next(one for one in cards if one.can_write)

    @property
    def text(self) -> AuthoredText:
        """The own words of the answer, as they stand now."""
        return self.card.said.text

    def line(self, number: int) -> AuthoredText:
        """Return the words of a line of a list, counted from 0; empty past its end."""
        items = self.card.said.items
        return items[number].words if number < len(items) else EMPTY

    def attempt(self, act: Callable[[], object]) -> None:
        """Do something with the pen; tell why not where it may not be done."""
        try:
            act()
        except Problem as problem:
            self.refused.emit(problem)
        self.changed.emit()

    def tell_made_visible(self, signs: int) -> None:
        """Tell that some signs could not be kept and show as a small box."""
        if signs:
            self.refused.emit(Problem("question.made_visible"))

    def undo(self) -> None:
        """Take the last step back; words go to their author."""
        writing = self.opened.document.writing
        self.attempt(lambda: writing.undo(self.question.id))

    def redo(self) -> None:
        """Do the last undone step again."""
        writing = self.opened.document.writing
        self.attempt(lambda: writing.redo(self.question.id))

    def turn(self, option: str) -> None:
        """Choose an option, or take it back where it is chosen."""
        writing = self.opened.document.writing
        chosen = {one.option for one in self.card.said.chosen}
        act = writing.unchoose if option in chosen else writing.choose
        self.attempt(lambda: act(self.question.id, option))

    def choose(self, option: str) -> None:
        """Choose an option, or a day in ISO form."""
        writing = self.opened.document.writing
        self.attempt(lambda: writing.choose(self.question.id, option))
