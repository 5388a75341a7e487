"""Where a person can go. A screen says where; the main window knows how."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coprod_desktop.model.people import PersonId, Role

if TYPE_CHECKING:
    from coprod_desktop.workspace.paper_wishes import PaperWish


class Place:
    """A destination, and what must be said of it: two that say the same are the same.

    Not dataclasses: each costs most of a millisecond before the first screen.
    """

    __slots__: tuple[str, ...] = ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and self._said() == other._said()

    def __hash__(self) -> int:
        return hash((type(self), self._said()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}{self._said()!r}"

    def _said(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in self.__slots__)


class BesidePlace(Place):
    """Opens over whatever shows, to anybody, and leaves it be."""

    __slots__ = ()


class ToSetUp(Place):
    """Make a ward for the first time."""

    __slots__ = ()


class ToOpenWard(Place):
    """Staff open the ward with their passphrase."""

    __slots__ = ()


class ToRecovery(Place):
    """Open the ward with the recovery code."""

    __slots__ = ()


class ToWhoIsHere(Place):
    """Choose who sits at the screen."""

    __slots__ = ()


class ToAddPerson(Place):
    """Add somebody who is here for the first time."""

    __slots__ = ("role",)
    __match_args__ = ("role",)

    def __init__(self, role: Role) -> None:
        self.role = role


class ToHome(Place):
    """What would you like to do?"""

    __slots__ = ()


class ToForm(Place):
    """Open a form from Home: where the person was, or its parts."""

    __slots__ = ("template",)
    __match_args__ = ("template",)

    def __init__(self, template: str) -> None:
        self.template = template


class ToParts(Place):
    """The parts of the open form, and what is done."""

    __slots__ = ()


class ToPick(Place):
    """Choose which questions of a long form to answer."""

    __slots__ = ()


class ToQuestion(Place):
    """One question of the open form."""

    __slots__ = ("question",)
    __match_args__ = ("question",)

    def __init__(self, question: str) -> None:
        self.question = question


class ToReadBack(Place):
    """Ask a person whether words written down for them are right."""

    __slots__ = ("question", "then", "voice")
    __match_args__ = ("question", "voice", "then")

    def __init__(self, question: str, voice: PersonId, then: object) -> None:
        self.question = question
        self.voice = voice
        self.then = then
        """The place to go to when the person has answered."""


class ToCheck(Place):
    """The whole form as it will print."""

    __slots__ = ()


class ToShare(Place):
    """Choose what to share, and see who will see it."""

    __slots__ = ()


class ToPaper(Place):
    """Print the form or keep it as a file."""

    __slots__ = ("wish",)
    __match_args__ = ("wish",)

    def __init__(self, wish: PaperWish | None = None) -> None:
        self.wish = wish
        """Which paper; None for the one that fits how the patient likes to read."""


class ToChoosePaper(Place):
    """Choose how big the words of a paper are, whose copy it is, and its language."""

    __slots__ = ("wish",)
    __match_args__ = ("wish",)

    def __init__(self, wish: PaperWish) -> None:
        self.wish = wish
        """The paper that was looked at before."""


class ToSheet(Place):
    """Type in words that somebody wrote on a sheet of paper."""

    __slots__ = ("code",)
    __match_args__ = ("code",)

    def __init__(self, code: str = "") -> None:
        self.code = code
        """Of the sheet, where it is known."""


class ToSeeDifferently(Place):
    """Say "I see it differently" beside a statement."""

    __slots__ = ("statement",)
    __match_args__ = ("statement",)

    def __init__(self, statement: str) -> None:
        self.statement = statement


class ToRubOut(Place):
    """Rub out the pen's words at a question that were not shared."""

    __slots__ = ("question",)
    __match_args__ = ("question",)

    def __init__(self, question: str) -> None:
        self.question = question


class ToHelp(BesidePlace):
    """Read how this program works."""

    __slots__ = ()


class ToOneSwitch(BesidePlace):
    """Choose whether one uses this with one switch, and how."""

    __slots__ = ()


class ToLock(Place):
    """Finish: keep everything and lock the ward."""

    __slots__ = ()


class GoBack(Place):
    """Go to where Back leads."""

    __slots__ = ()
