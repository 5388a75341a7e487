"""What becomes of a paper that somebody prints, for as long as it takes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from coprod_desktop.gui.background import Background
from coprod_desktop.gui.print_queue import Standing


class PrintNews(QObject):
    """How things stand with one paper.

    It belongs to the background and not to a screen: whoever comes back to a paper of
    theirs finds it again, as long as it is under way.
    """

    changed = Signal(object)
    """Things stand otherwise now: a Standing."""
    went_on = Signal()
    """They stand as before, and there is more to tell."""
    refused = Signal(object)
    """The paper could not be taken back: a Problem."""
    unwanted = Signal()
    """Somebody wants it stopped."""

    def __init__(self, background: Background, whose: str) -> None:
        super().__init__(background)
        self.whose = whose
        """Whose paper it is: others who come to this computer are told nothing of it
        (decision 029)."""
        self.standing = Standing.WAITS
        self.fields: dict[str, int] = {}
        """What the sentence of a standing names."""

    def tell(self, standing: Standing, **fields: int) -> None:
        """Tell how things stand now."""
        has_changed = standing is not self.standing
        self.standing, self.fields = standing, fields
        if has_changed:
            self.changed.emit(standing)
        else:
            self.went_on.emit()


def under_way(background: Background) -> list[PrintNews]:
    """Return what is told of every paper that is not out yet, the oldest first."""
    found = background.findChildren(PrintNews)
    return [one for one in found if not one.standing.is_over]


def under_way_of(background: Background, whose: str) -> PrintNews | None:
    """Return what is told of the paper that somebody sent last, if it is not out."""
    theirs = [one for one in under_way(background) if one.whose == whose]
    return theirs[-1] if theirs else None
