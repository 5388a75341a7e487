"""How somebody opens their own voice, and what they choose for it."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field
from enum import StrEnum

from coprod_desktop.model.own_pictures import Pages, checked_pictures, picture_secret
from coprod_desktop.model.pins import checked_pin, figures_of
from coprod_desktop.model.problem import Problem

SHORTEST_PASSPHRASE = 12
"""In signs, as a person counts them."""


class DoorKind(StrEnum):
    """How somebody opens their own voice."""

    PIN = "pin"
    PICTURES = "pictures"
    PASSPHRASE = "passphrase"  # noqa: S105 - the kind's name
    """Of somebody who does not open the ward."""
    STAFF = "staff"
    """With the passphrase that opens the ward."""


@dataclass(frozen=True, slots=True)
class NewSecret:
    """What somebody chose to open their own voice with from now on."""

    kind: DoorKind
    text: str = field(repr=False)
    """What it comes to; pictures in an order that does not matter."""
    pages: Pages = ()
    """The pictures among which one's own are found."""


def chosen_pin(typed: str, figures: int) -> NewSecret:
    """Return a new PIN.

    Raises:
        Problem: It has too few or too many figures, or is too easy.
    """
    return NewSecret(DoorKind.PIN, checked_pin(typed, figures))


def chosen_pictures(picked: Collection[str], pages: Pages) -> NewSecret:
    """Return new pictures, one from each page.

    Raises:
        Problem: It is not one from each page.
    """
    checked_pictures(picked, pages)
    return NewSecret(DoorKind.PICTURES, picture_secret(picked), pages)


def chosen_passphrase(typed: str, kind: DoorKind = DoorKind.PASSPHRASE) -> NewSecret:
    """Return a new passphrase; of staff, where ``kind`` says so.

    Raises:
        Problem: It is too short.
    """
    if len(typed.strip()) < SHORTEST_PASSPHRASE:
        raise Problem("store.passphrase_too_short", least=SHORTEST_PASSPHRASE)
    return NewSecret(kind, typed)


def told_secret(kind: DoorKind, told: str | Collection[str]) -> str:
    """Return what was typed or picked at a door, as it was when the door was made."""
    if not isinstance(told, str):
        return picture_secret(told)
    return figures_of(told) if kind is DoorKind.PIN else told
