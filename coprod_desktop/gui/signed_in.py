"""How it stands with somebody's sign-in, as a value."""

from __future__ import annotations

from enum import Enum
from typing import NamedTuple

from coprod_desktop.model.people import PersonId


class SignedIn(Enum):
    """Whether only they can write as themselves now."""

    YES = "yes"
    OPENED_WARD = "opened_ward"
    """They opened the ward, and stay signed in as long as it is open."""
    NOT_YET = "not_yet"
    HAS_NONE = "has_none"
    """They have no sign-in of their own; staff answer for it that it is them."""


class VoiceLine(NamedTuple):
    """One person who is here, and their sign-in."""

    person: PersonId
    name: str
    state: SignedIn
    may_choose: bool = False
    """Whether they can choose another PIN or other pictures."""
