"""What a child told until it ended, held against what is found."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from coprod_desktop.app import real_world
from coprod_desktop.crypto.doors import FLOOR
from coprod_desktop.workspace.doorway import Doorway
from tests.faults.sessions import State, found_state, opens_with
from tests.workspace.wards import PASSPHRASE


class Transcript:
    """The states that a child told: before it did anything, and after each act."""

    def __init__(self, before: State, lines: Sequence[str]) -> None:
        """Read the lines that a session told."""
        self.states = [before]
        self.done = 0
        self.wrong: list[str] = []
        self.problems: list[str] = []
        self.calls = self.failed = 0
        self.backups: list[int] = []
        for line in lines:
            self._hear(*line.split(" ", 2))

    def _hear(self, kind: str, *rest: str) -> None:
        if kind == "will":
            self.states.append(json.loads(rest[1]))
        elif kind == "done":
            self.done = int(rest[0])
        elif kind == "backup":
            self.backups.append(int(rest[0]))
        elif kind == "failed":
            self.problems.append(rest[1])
        elif kind == "unsynced":
            self.wrong.append(f"act {rest[0]} is told as done, not synced: {rest[1]}")
        elif kind == "raised":
            self.wrong.append(json.loads(" ".join(rest)))
        elif kind == "calls":
            self.calls, self.failed = int(rest[0]), int(rest[1])

    def differs(self, found: State) -> str | None:
        """Say how a found state is neither what was told last nor what was begun."""
        alike = [
            number
            for number, one in enumerate(self.states)
            if {**one, "passphrase": ""} == {**found, "passphrase": ""}
        ]
        if {self.done, self.done + 1} & {*alike}:
            return None
        what = f"found what stood after act {alike[-1]}" if alike else "found no state"
        return f"{what} of {len(self.states) - 1}, and {self.done} were done"


def look(folder: Path, told: Transcript) -> tuple[str | None, State]:
    """Open a ward as the window does; say what is wrong, and what was found."""
    door = Doorway(folder, replace(real_world(), cost=FLOOR))
    with closing(door.open(door.keyring().doors[0].person_id, PASSPHRASE)) as ward:
        broken = ward.store.record.verify()
        found = found_state(ward)
    wrong = [*told.wrong]
    if broken is not None:
        wrong.append(f"entry {broken.number} is {broken.fault}")
    secret = passphrase_now(folder, told)
    if secret is None:
        wrong.append("the doctor's passphrase opens no more")
    found["passphrase"] = secret or ""
    differs = told.differs(found)
    wrong += [differs] if differs else []
    return "\n".join(wrong) or None, found


def passphrase_now(folder: Path, told: Transcript) -> str | None:
    """Return which of the passphrases that may be the doctor's is; None for none.

    Trying one is slow, so it is not tried where nobody changed it.
    """
    before, *later = (one["passphrase"] for one in told.states)
    if all(one == before for one in later):
        return str(before)
    likely = dict.fromkeys(
        one["passphrase"] for one in told.states[told.done : told.done + 2]
    )
    if "" in likely:
        return ""
    opening = (one for one in likely if opens_with(folder, "Robin Specimen", one))
    return next(opening, None)
