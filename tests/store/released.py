"""A ward as each released program left it: encrypted, small, and made up.

They lie in ``tests/fixtures/wards``, are never changed, and are copied before a test
opens one. The next is made by the program that is about to be released, with
``python -m tests.store.released``.
"""

from __future__ import annotations

import shutil
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coprod_desktop.store.keyring import WardKey, new_recovery_code, unlock_with_code
from coprod_desktop.store.migrations import VERSIONS
from coprod_desktop.store.places import Folder
from coprod_desktop.store.settings import connect_to_look, database_key
from coprod_desktop.workspace.example import make_example
from tests.architecture.source import ROOT
from tests.fakes import FakeClock, FakeRandom, fake_world

WARDS = ROOT / "tests" / "fixtures" / "wards"

CODES = {
    "0001": "AXQZ-3TKV-9AAQ-VMP8-EKGR-093N-1P1G-GAVY-JGT4",
    "0002": "7WZN-E4VV-EZ3C-GBNF-7KFV-SR3S-YTD8-8Z3N-HXCM",
}
"""What opens the ward of each schema. Nobody in it is real."""

Rows = list[tuple[Any, ...]]


@dataclass(frozen=True)
class Released:
    """A ward of an older schema, in a folder where it may be changed."""

    version: str
    folder: Folder
    key: WardKey

    def rows(self, table: str) -> Rows:
        """Read a table of the file as it lies there; nothing is changed by it."""
        return rows_of(self.folder, self.key, table)


def released(version: str, place: Path) -> Released:
    """Copy the ward of a schema to a place of its own."""
    folder = Folder(place / "ward-pc")
    shutil.copytree(WARDS / f"v{version}", folder.root)
    return Released(version, folder, unlock_with_code(folder, CODES[version]))


def rows_of(folder: Folder, key: WardKey, table: str) -> Rows:
    """Read a table of a ward that nobody has open."""
    with closing(connect_to_look(folder.database, *database_key(key))) as looked:
        found: Rows = looked.execute(
            f"SELECT * FROM {table} ORDER BY 1, 2, 3"
        ).fetchall()
    return found


def make_newest() -> str:
    """Make the ward of the newest schema; return what opens it."""
    seed = f"v{VERSIONS[-1]}"
    make_example(WARDS / seed, fake_world(FakeClock(), seed))
    # The code is the first thing that a new ward asks chance for.
    return new_recovery_code(FakeRandom(seed))


if __name__ == "__main__":
    print(make_newest())
