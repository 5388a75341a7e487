"""What the store is given from outside."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from coprod_desktop.crypto.doors import Cost, Random
from coprod_desktop.model.people import Person
from coprod_desktop.model.ports import Clock, Ids


@dataclass(frozen=True, slots=True)
class World:
    """The time, new ids, chance, and how slow guessing a secret is made.

    ``monotonic`` gives seconds that only run forward and that nobody sets.
    """

    clock: Clock
    ids: Ids
    random: Random
    cost: Cost = field(default_factory=Cost)
    monotonic: Callable[[], float] = time.monotonic


@dataclass(frozen=True, slots=True)
class NewWard:
    """What a ward is made from."""

    ward_name: str
    staff: Person
    """The first member of staff, who may then add everybody else."""
    passphrase: str = field(repr=False)
    recovery_code: str = field(repr=False)
