"""Places that belong to a person and their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.gui.places import Place

if TYPE_CHECKING:
    from coprod_desktop.model.documents import FlagId, StatementId


class OwnPlace(Place):
    """A place in an open sitting, of somebody's own."""

    __slots__ = ()


class ToOwnLog(OwnPlace):
    """Who has seen my words?"""

    __slots__ = ()


class ToCheckPaper(OwnPlace):
    """Check a printed page; staff come here too, and then for the whole ward."""

    __slots__ = ()


class ToFindWords(OwnPlace):
    """Find one's own words again."""

    __slots__ = ()


class ToOwnLogPaper(OwnPlace):
    """The same on paper."""

    __slots__ = ()


class ToMark(OwnPlace):
    """Say that something is wrong with one's own shared words."""

    __slots__ = ("statement", "then")

    def __init__(self, statement: StatementId, then: object) -> None:
        self.statement = statement
        self.then = then
        """The place that Back leads to."""


class ToNotFairPlace(OwnPlace):
    """Opens over the screen and leaves it be, like Help: it is about where one is."""

    __slots__ = ()


class ToNotFair(ToNotFairPlace):
    """Write down that something is not fair here."""

    __slots__ = ("flag",)

    def __init__(self, flag: FlagId | None = None) -> None:
        self.flag = flag
        """What was kept before and is gone on with; None to begin."""


class ToNotFairChoice(ToNotFairPlace):
    """Choose who will know what was written."""

    __slots__ = ()


class ToNotFairKept(ToNotFairPlace):
    """Read what happens now with what was written."""

    __slots__ = ("is_told",)

    def __init__(self, *, is_told: bool) -> None:
        self.is_told = is_told
        """Whether the meeting was told."""


class ToNotFairPaper(ToNotFairPlace):
    """Print what is not fair, for the advocate."""

    __slots__ = ("flag",)

    def __init__(self, flag: FlagId) -> None:
        self.flag = flag


class ToNotFairList(ToNotFairPlace):
    """Everything that was said to be not fair, with the answers."""

    __slots__ = ()


class ToNotFairAnswer(ToNotFairPlace):
    """Answer what somebody said is not fair."""

    __slots__ = ("flag",)

    def __init__(self, flag: FlagId) -> None:
        self.flag = flag


class ToNotFairSpelling(ToNotFairPlace):
    """Go over the spelling of what is being written."""

    __slots__ = ("then",)

    def __init__(self, then: object) -> None:
        self.then = then
        """The place where it is written."""
