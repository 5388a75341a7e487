"""A record forged with the ward's key in hand: each forgery is named by its entry.

On a ward where everybody has a key of their own. The rows are changed inside a
transaction that is taken back, so that ten thousand are tried; some are really written,
and the program itself is asked.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Connection, text

from coprod_desktop.model.entries import Broken, Entry
from coprod_desktop.store.turn import Turn
from coprod_desktop.store.verifying import first_fault
from coprod_desktop.workspace.ward import Ward
from tests.architecture.source import ROOT
from tests.faults.campaign import Campaign, Campaigns, Tally
from tests.faults.forging import FORGERIES, Forger
from tests.faults.own_ward import OwnWard, own_ward
from tests.store.wards import without_triggers
from tests.workspace.wards import PASSPHRASE

FORGING = Campaign("record forged with the ward's key in hand", 40, 10_000)
REALLY = Campaign("record really forged, and the program asked", 1, 100)

INSERT = text(
    "INSERT INTO entries VALUES (:number, :ward, :document, :kind, :body, :by, :at,"
    " :previous, :hash, :signature)"
)


class TakenBack(Exception):  # noqa: N818 - what happened, not which error
    """Ends a transaction without a trace."""


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> OwnWard:
    """A ward in which everybody signs with a key of their own. Nobody changes it."""
    return own_ward(tmp_path_factory.mktemp("forged") / "ward-pc")


@pytest.fixture
def ward(pattern: OwnWard, tmp_path: Path) -> Iterator[Ward]:
    shutil.copytree(pattern.folder, tmp_path / "ward-pc")
    with closing(replace(pattern, folder=tmp_path / "ward-pc").opened()) as opened:
        yield opened


def write_entries(connection: Connection, entries: Sequence[Entry]) -> None:
    """Put these entries in the place of all that are there; the end fits them."""
    connection.exec_driver_sql("DELETE FROM entries")
    for one in entries:
        said = one.unsigned
        cells = {
            **{name: getattr(said, name) for name in said.__dataclass_fields__},
            "kind": str(said.kind),
            "hash": one.hash,
            "signature": one.signature,
        }
        connection.execute(INSERT, cells)
    end = {"number": entries[-1].number, "hash": entries[-1].hash}
    connection.execute(text("UPDATE head SET number = :number, hash = :hash"), end)
    newest = text("UPDATE documents SET newest = min(newest, :number)")
    connection.execute(newest, {"number": end["number"]})


def forged(chance: random.Random, entries: list[Entry]) -> tuple[str, list[Entry], int]:
    """Return a forgery's name, the entries, and the first that was touched."""
    while True:
        name = chance.choice(list(FORGERIES))
        found = FORGERIES[name](Forger(chance), entries)
        if found is not None:
            return name, *found


def not_named(name: str, first: int, broken: Broken | None) -> str | None:
    """Say how a forgery was not named as it must be."""
    if broken is None:
        return f"{name} at entry {first} was not noticed"
    if broken.number != first:
        return f"{name} at entry {first} was named as entry {broken.number}"
    return None


class Forging:
    """Forges in a transaction, and takes it back."""

    def __init__(self, ward: Ward, tally: Tally) -> None:
        self.database = ward.store.record._database
        self.ward_id = ward.store.record._ward_id
        self.entries = list(ward.store.record.entries())
        self.tally = tally

    def once(self, chance: random.Random) -> str | None:
        name, entries, first = forged(chance, self.entries)
        self.tally.add(name)
        return not_named(name, first, self.found(entries))

    def found(self, entries: Sequence[Entry]) -> Broken | None:
        """Return what would be found, were these the entries."""
        found: list[Broken | None] = []
        try:
            with self.database.transaction() as turn:
                without_triggers(turn.connection)
                write_entries(turn.connection, entries)
                found.append(self._looked(turn))
                raise TakenBack
        except TakenBack:
            return found[0]

    def _looked(self, turn: Turn) -> Broken | None:
        return first_fault(turn, self.ward_id)


def test_every_forgery_is_named_by_its_entry(campaigns: Campaigns, ward: Ward):
    tally = campaigns.tally(FORGING.fault)
    forging = Forging(ward, tally)
    assert forging.found(forging.entries) is None

    campaigns.run(FORGING, forging.once, tally)

    assert forging.found(forging.entries) is None
    tally.check()


def test_the_program_names_what_was_really_forged(
    campaigns: Campaigns, pattern: OwnWard, tmp_path: Path
):
    secret = tmp_path / "secret"
    secret.write_text(PASSPHRASE + "\n", encoding="utf-8")
    copy = tmp_path / "ward-pc"

    def once(chance: random.Random) -> str | None:
        shutil.rmtree(copy, ignore_errors=True)
        shutil.copytree(pattern.folder, copy)
        with closing(replace(pattern, folder=copy).opened()) as ward:
            before = list(ward.store.record.entries())
            name, entries, first = forged(chance, before)
            with ward.store.record._database.transaction() as turn:
                without_triggers(turn.connection)
                write_entries(turn.connection, entries)
        program = [sys.executable, "-m", "coprod_desktop", "--data-dir", str(copy)]
        ran = subprocess.run(
            [*program, "verify", "--json", "--passphrase-file", str(secret)],
            cwd=ROOT,
            env={**os.environ, "PYTHONUTF8": "1"},
            capture_output=True,
            text=True,
        )
        if ran.returncode == 2:
            return None if "Traceback" not in ran.stderr else ran.stderr
        told = json.loads(ran.stdout)
        if told["store"] != "broken" or told["entry"] != first:
            return f"{name} at entry {first}: {told}"
        return None

    campaigns.run(REALLY, once).check()
