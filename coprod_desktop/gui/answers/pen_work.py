"""The pen at work on one question: what it may not do is told, never done."""

from __future__ import annotations

from coprod_desktop.gui.answers.trying import Trying
from coprod_desktop.gui.clipping import Clipping
from coprod_desktop.gui.opened import Opened
from coprod_desktop.model.authored_text import EMPTY, AuthoredText
from coprod_desktop.model.forms import Question
from coprod_desktop.workspace.cards import Card


class PenWork(Trying):
    """Writes one answer with the pen that is held now."""

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

    @property
    def clipping(self) -> Clipping:
        """What was copied or cut in the open form."""
        return self.opened.clipping

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
