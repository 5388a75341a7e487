"""Where a locked window leads, and how somebody gets there."""

from __future__ import annotations

from coprod_desktop.gui.places import Place
from coprod_desktop.model.people import PersonId


class ToLocked(Place):
    """The lock screen. The ward stays open behind it."""

    __slots__ = ()


class ToStaffReturn(Place):
    """Staff come back to a locked ward with their passphrase."""

    __slots__ = ()


class ToOwnSignIn(Place):
    """Somebody goes on alone: they choose their name."""

    __slots__ = ()


class ToSignIn(Place):
    """Somebody shows who they are, by what their own sign-in asks for."""

    __slots__ = ("person",)
    __match_args__ = ("person",)

    def __init__(self, person: PersonId) -> None:
        self.person = person


class ToInUse(Place):
    """The screen that says nothing of anybody, while somebody covers theirs."""

    __slots__ = ()


class ToUncover(Place):
    """Back to what was covered."""

    __slots__ = ()


class ToComeIn(Place):
    """Go on: somebody has shown who they are. Nobody named is a member of staff."""

    __slots__ = ("person",)
    __match_args__ = ("person",)

    def __init__(self, person: PersonId | None = None) -> None:
        self.person = person


class ToCloseWard(Place):
    """Close the ward; only a passphrase opens it again."""

    __slots__ = ()


class ToHandOver(Place):
    """Give the computer to somebody else in the room."""

    __slots__ = ()


class ToStillThere(Place):
    """Nobody has touched the computer for a while, and it is about to lock."""

    __slots__ = ()
