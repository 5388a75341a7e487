"""Where a person can go. A screen says where; the main window knows how."""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.model.people import PersonId, Role


class Place:
    """A destination that needs nothing more said: two of one kind are the same.

    Not dataclasses: each costs half a millisecond before the first screen.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other)

    def __hash__(self) -> int:
        return hash(type(self))

    def __repr__(self) -> str:
        return f"{type(self).__name__}()"


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


@dataclass(frozen=True, slots=True)
class ToAddPerson:
    """Add somebody who is here for the first time."""

    role: Role


class ToHome(Place):
    """What would you like to do?"""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ToForm:
    """Open a form from Home: where the person was, or its parts."""

    template: str


class ToParts(Place):
    """The parts of the open form, and what is done."""

    __slots__ = ()


class ToPick(Place):
    """Choose which questions of a long form to answer."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ToQuestion:
    """One question of the open form."""

    question: str


@dataclass(frozen=True, slots=True)
class ToReadBack:
    """Ask a person whether words written down for them are right."""

    question: str
    voice: PersonId
    then: object
    """The place to go to when the person has answered."""


class ToCheck(Place):
    """The whole form as it will print."""

    __slots__ = ()


class ToShare(Place):
    """Choose what to share, and see who will see it."""

    __slots__ = ()


class ToPaper(Place):
    """Print the form or keep it as a file."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class ToSeeDifferently:
    """Say "I see it differently" beside a statement."""

    statement: str


class ToHelp(Place):
    """Read how this program works."""

    __slots__ = ()


class ToLock(Place):
    """Finish: keep everything and lock the ward."""

    __slots__ = ()


class GoBack(Place):
    """Go to where Back leads."""

    __slots__ = ()
