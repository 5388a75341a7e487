"""A ward in which much was written, closed or as a crash leaves it; to be spoilt."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import select

from coprod_desktop.app import real_world
from coprod_desktop.crypto.doors import FLOOR
from coprod_desktop.model.problem import Problem
from coprod_desktop.store.keyring import WardKey, unlock
from coprod_desktop.store.places import Folder
from coprod_desktop.store.schema import TABLES, journal_mark
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.ward import Ward
from tests.architecture.source import ROOT
from tests.faults.sessions import State, Visit, found_state, nothing_yet
from tests.workspace.wards import PASSPHRASE, make

ACTS = 90


@dataclass(frozen=True)
class WrittenWard:
    """A ward's folder, and what stands in it."""

    folder: Path
    state: State

    def copied(self, to: Path) -> Path:
        """Lay a copy in the place of what is there; the reserve is left out."""
        shutil.rmtree(to, ignore_errors=True)
        shutil.copytree(self.folder, to, ignore=shutil.ignore_patterns("ward.reserve"))
        return to


def written_ward(folder: Path, *, crashed: bool) -> WrittenWard:
    """Make a ward, write in it, and close it or be killed."""
    code = "import sys; from tests.faults.written_ward import fill;"
    code += "fill(sys.argv[1], sys.argv[2] == 'True')"
    ran = subprocess.run(
        [sys.executable, "-c", code, str(folder), str(crashed)],
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert ran.returncode == 0
    copy = folder.with_name(f"{folder.name}-looked-at")
    shutil.copytree(folder, copy)
    with closing(opened(copy)) as ward:
        assert ward.store.told == ()
        state = found_state(ward)
    shutil.rmtree(copy)
    assert len(state["shared"]) > 3
    assert state["drafts"]
    return WrittenWard(folder, state)


def fill(folder: str, crashed: bool) -> None:
    """Write in a new ward, in a process of its own."""
    make(Path(folder), replace(real_world(), cost=FLOOR))
    visit = Visit(lambda *_: None, Path(folder), random.Random(7), nothing_yet(), None)
    visit.begin()
    for _ in range(ACTS):
        visit.act()
    if crashed:
        os._exit(0)
    visit.end()


def opened(folder: Path) -> Ward:
    """Open a ward as its nurse does."""
    door = Doorway(folder, replace(real_world(), cost=FLOOR))
    return door.open(door.keyring().doors[0].person_id, PASSPHRASE)


def key_of(folder: Path) -> WardKey:
    """Return the ward's key, as who has a passphrase can have it."""
    door = Doorway(folder, replace(real_world(), cost=FLOOR))
    return unlock(Folder(folder), door.keyring().doors[0].person_id, PASSPHRASE)


@dataclass(frozen=True)
class Survived:
    """What came of a damaged ward."""

    state: State | None
    """What could be read; None where it could not be opened."""
    noticed: tuple[str, ...]
    """What the program said: problems, findings, and what ``verify`` names."""
    rows: dict[str, set[tuple[object, ...]]]


def looked_at(folder: Path, most_openings: int = 3) -> Survived:
    """Open a damaged ward and read all of it.

    Damage that is met while reading is mended by the next opening, so one that was
    refused is tried again.
    """
    noticed: list[str] = []
    for _ in range(most_openings):
        try:
            ward = opened(folder)
        except Problem as problem:
            noticed.append(problem.key)
            continue
        try:
            with closing(ward):
                noticed += [one.key for one in ward.store.told]
                broken = ward.store.record.verify()
                differs = ward.store.hold_against_journal()
                state = found_state(ward)
                rows = all_rows(ward)
        except Problem as problem:
            # Met while reading or closing: the next opening makes it anew.
            noticed.append(problem.key)
            continue
        if broken is None and not differs:
            found = {**state, "passphrase": ""}
            return Survived(found, tuple(noticed), rows)
        noticed += [f"entry {broken.fault}"] if broken else []
        noticed += [one.key for one in differs]
    return Survived(None, tuple(noticed), {})


def all_rows(ward: Ward) -> dict[str, set[tuple[object, ...]]]:
    """Return every row of every table that holds what people said or did."""
    database = ward.store.record._database
    with database.transaction() as turn:
        return {
            name: {tuple(row) for row in turn.execute(select(table))}
            for name, table in TABLES.tables.items()
            if name != journal_mark.name
        }
