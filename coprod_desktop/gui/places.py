"""Where a person can go. A screen says where; the main window knows how."""

from __future__ import annotations

from dataclasses import dataclass

from coprod_desktop.model.people import PersonId, Role


@dataclass(frozen=True, slots=True)
class ToSetUp:
    """Make a ward for the first time."""


@dataclass(frozen=True, slots=True)
class ToOpenWard:
    """Staff open the ward with their passphrase."""


@dataclass(frozen=True, slots=True)
class ToRecovery:
    """Open the ward with the recovery code."""


@dataclass(frozen=True, slots=True)
class ToWhoIsHere:
    """Choose who sits at the screen."""


@dataclass(frozen=True, slots=True)
class ToAddPerson:
    """Add somebody who is here for the first time."""

    role: Role


@dataclass(frozen=True, slots=True)
class ToHome:
    """What would you like to do?"""


@dataclass(frozen=True, slots=True)
class ToForm:
    """Open a form from Home: where the person was, or its parts."""

    template: str


@dataclass(frozen=True, slots=True)
class ToParts:
    """The parts of the open form, and what is done."""


@dataclass(frozen=True, slots=True)
class ToPick:
    """Choose which questions of a long form to answer."""


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


@dataclass(frozen=True, slots=True)
class ToCheck:
    """The whole form as it will print."""


@dataclass(frozen=True, slots=True)
class ToShare:
    """Choose what to share, and see who will see it."""


@dataclass(frozen=True, slots=True)
class ToPaper:
    """Print the form or keep it as a file."""


@dataclass(frozen=True, slots=True)
class ToSeeDifferently:
    """Say "I see it differently" beside a statement."""

    statement: str


@dataclass(frozen=True, slots=True)
class ToHelp:
    """Read how this program works."""


@dataclass(frozen=True, slots=True)
class ToLock:
    """Finish: keep everything and lock the ward."""


@dataclass(frozen=True, slots=True)
class GoBack:
    """Go to where Back leads."""
