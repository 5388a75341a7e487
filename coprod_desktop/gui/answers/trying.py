"""Trying what may be refused: what may not be done is told, never done."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal

from coprod_desktop.gui.clipping import Clipping
from coprod_desktop.model.problem import Problem


class Trying(QObject):
    """Does something with a pen, and tells what came of it.

    ``changed`` comes after everything that was tried, so that what is shown is always
    what the model holds; ``refused`` carries the Problem when it was not to be.
    """

    changed = Signal()
    refused = Signal(object)

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


class BoxPen(Protocol):
    """What a box needs of the pen that writes in it."""

    @property
    def clipping(self) -> Clipping:
        """What was copied or cut."""

    def attempt(self, act: Callable[[], object]) -> None:
        """Do something; tell why not where it may not be done."""

    def tell_made_visible(self, signs: int) -> None:
        """Tell that some signs show as a small box."""

    def undo(self) -> None:
        """Take the last step back."""

    def redo(self) -> None:
        """Do the last undone step again."""
