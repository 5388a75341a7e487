"""Somebody guesses a PIN, in a child that may be stopped at any moment.

opened            the ward is open, and guessing begins
evaluating        a guess is about to be looked at: the costly derivation begins
refused KEY       it was not looked at
wrong LEFT        it was looked at, and was wrong
right             it opened the voice
"""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path
from typing import Any

from argon2 import low_level

from coprod_desktop.app import real_world
from coprod_desktop.crypto.doors import FLOOR
from coprod_desktop.model.people import PersonId
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.doorway import Doorway
from tests.faults.failing_disk import FailingDisk, Fault
from tests.faults.fork_server import Tell
from tests.workspace.wards import PASSPHRASE


def open_once(tell: Tell, folder: str) -> None:
    """Open a ward and close it, so that children need not load all of the store."""
    door = Doorway(Path(folder), replace(real_world(), cost=FLOOR))
    door.open(door.keyring().doors[0].person_id, PASSPHRASE).close()
    tell("opened")


def guess(
    tell: Tell,
    folder: str,
    person: str,
    pins: list[str],
    waits_s: list[float],
    fault: dict[str, Any] | None = None,
) -> None:
    """Open the ward and try these PINs, each after a wait by the clock that runs.

    Nobody really waits: the program is given a clock that has run so much further.
    """
    ahead_s = 0.0
    world = replace(
        real_world(), cost=FLOOR, monotonic=lambda: time.monotonic() + ahead_s
    )
    door = Doorway(Path(folder), world)
    ward = door.open(door.keyring().doors[0].person_id, PASSPHRASE)
    tell("opened")
    _tell_derivations(tell)
    if fault is not None:
        FailingDisk().arm(Fault(**fault))
    for pin, wait_s in zip(pins, waits_s, strict=True):
        ahead_s += wait_s
        try:
            ward.voices.sign_in_with_pin(PersonId(person), pin)
            tell("right")
        except Problem as problem:
            if problem.key == "store.wrong_pin":
                tell("wrong", problem.named["left"])
            else:
                tell("refused", problem.key)
    ward.close()


def _tell_derivations(tell: Tell) -> None:
    """Say whenever a secret is about to be derived, where the library is called."""
    real = low_level.hash_secret_raw

    def told(*given: Any, **named: Any) -> bytes:
        tell("evaluating")
        return real(*given, **named)

    low_level.hash_secret_raw = told
