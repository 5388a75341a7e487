"""Killed in the middle of saving a paper, photograph, backup, or putting one back.

At every call to the disk, before, after and half-way through it: there is the old one
or the new one, whole, and whoever does it again the next time gets on.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from coprod_desktop.model.problem import Problem
from coprod_desktop.store.backup import backups_in
from coprod_desktop.store.backup_reading import check_backup
from coprod_desktop.workspace import verifying
from coprod_desktop.workspace.ward import Ward
from tests.faults.campaign import Campaign, Campaigns
from tests.faults.failing_disk import Calls, Fault, How
from tests.faults.fork_server import Ended, ForkServer, fork_server
from tests.faults.keeping import NEW_PAPER, PAPER, PHOTOGRAPH, door_of
from tests.faults.needs import has_unnamed_files, need
from tests.faults.sessions import found_state
from tests.faults.written_ward import WrittenWard, key_of, opened, written_ward
from tests.store.wards import fingerprints

MODULE = "tests.faults.keeping"
HOWS = (How.KILLED_BEFORE, How.KILLED_AFTER, How.KILLED_HALFWAY)
STRIDE = 89
"""Neighbouring runs are killed at calls that lie far apart, and all are come to."""

LOST = ("ward.coprod", "ward.journal", "ward.drafts")
"""What a disk took before a backup is put back."""


@pytest.fixture(scope="session")
def pattern(tmp_path_factory: pytest.TempPathFactory) -> WrittenWard:
    """A ward in which much was written. Nobody opens it."""
    return written_ward(tmp_path_factory.mktemp("kept") / "ward-pc", crashed=False)


@pytest.fixture(scope="session")
def kept(
    pattern: WrittenWard, failing_disk: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Kept]:
    """A ward with a paper and a backup beside it, and the server that made them."""
    root = tmp_path_factory.mktemp("with-paper")
    pattern.copied(root / "ward-pc")
    (root / "place").mkdir()
    with fork_server(MODULE, preload=[failing_disk]) as server:
        for act in ("export", "back_up"):
            # In the server itself: its children then find all of the store loaded.
            server.warm_up(
                f"{MODULE}:{act}",
                folder=str(root / "ward-pc"),
                place=str(root / "place"),
                fault=vars(Fault(str(root), at=0)),
            )
        yield Kept(server, root, pattern)


@dataclass(frozen=True)
class Kept:
    """What is copied for each run, and who does it."""

    server: ForkServer
    root: Path
    pattern: WrittenWard


class Keeping:
    """Does one thing on copies of a ward, and is killed at one call after the other."""

    def __init__(self, act: str, kept: Kept, folder: Path) -> None:
        self.act = act
        self.kept = kept
        self.pattern = kept.pattern
        self.root = folder.resolve()
        self.folder, self.place = self.root / "ward-pc", self.root / "place"
        self.before: dict[str, str] = {}
        self.key = key_of(kept.root / "ward-pc")
        self.runs = self.first = 0
        self.is_done = False
        """Whether the last run came to its end and told so."""
        self._fresh()
        self.calls = int(self._run(0).lines[-1].split()[1])

    def once(self, chance: random.Random) -> str | None:
        """Kill at the next call, in the way that chance chooses."""
        self._fresh()
        if not self.runs:
            self.first = chance.randrange(self.calls)
        at = 1 + (self.first + self.runs * STRIDE) % self.calls
        self.runs += 1
        how = chance.choice(HOWS)
        ended = self._run(at, how)
        wrong = [] if ended.was_killed else [f"it was not killed: {ended.lines}"]
        wrong += LOOKS[self.act](self)
        # What has been put back is not put back once more.
        if not (self.folder / "replaced-1").exists():
            again = self._run(0)
            if again.status:
                wrong.append(f"the next time: {again.lines}")
            wrong += [f"the next time: {one}" for one in LOOKS[self.act](self)]
        wrong += [
            f"{one.name} is left"
            for one in self.root.rglob("*")
            if one.name.startswith((".coprod-backup", "restoring-", "ward.swap"))
        ]
        return "\n".join([*wrong, f"at call {at}, {how.name}"]) if wrong else None

    def _fresh(self) -> None:
        for path in (self.folder, self.place):
            shutil.rmtree(path, ignore_errors=True)
            shutil.copytree(self.kept.root / path.name, path)
        if self.act == "restore":
            for name in LOST:
                (self.folder / "ward" / name).unlink()
            self.before = fingerprints(self.folder / "ward")

    def _run(self, at: int, how: int = How.BROKEN) -> Ended:
        calls = int(Calls.CHANGES)
        fault: dict[str, Any] = vars(Fault(str(self.root), at, how, calls=calls))
        ended = self.kept.server.run(
            f"{MODULE}:{self.act}",
            folder=str(self.folder),
            place=str(self.place),
            fault=fault,
        )
        self.is_done = any(one.startswith("calls ") for one in ended.lines)
        return ended


def _look_at_papers(keeping: Keeping) -> list[str]:
    """Find the old paper or the new one, and of what was being written all or nothing.

    Where files can be written without a name, a part has one only when it is whole,
    for the moment before it takes the place of another.
    """
    names = {one.name for one in keeping.place.iterdir() if one.suffix == ".pdf"}
    parts = [one for one in keeping.place.iterdir() if one.suffix == ".part"]
    is_new = keeping.act == "export_new"
    allowed = [{PAPER}, {PAPER, NEW_PAPER}] if is_new else [{PAPER}]
    wrong = [] if names in allowed else [f"there are {names}"]
    whole = [keeping.place / name for name in names]
    if has_unnamed_files(keeping.place):
        whole += parts
        wrong += [f"{parts} have a name"] if is_new and parts else []
    with closing(opened(keeping.folder)) as ward:
        wrong += [f"{one} is not whole" for one in whole if not _is_whole(ward, one)]
    return wrong


def _is_whole(ward: Ward, paper: Path) -> bool:
    try:
        found = verifying.verify_pdf(ward.store, paper.read_bytes(), ward.shelf)
    except Problem:
        return False
    return found.is_genuine


def _look_at_backups(keeping: Keeping) -> list[str]:
    found = backups_in(keeping.place, keeping.key)
    named = [one for one in keeping.place.iterdir() if one.name[:6] == "coprod"]
    for one in found:
        check_backup(one.folder, keeping.key)
    is_whole = len(found) == len(named) and found[-1].summary.number == 1
    return [] if is_whole else [f"{found} of {named}"]


def _look_at_ward(keeping: Keeping) -> list[str]:
    # Whoever looks at the folder first ends what was begun.
    door_of(keeping.folder)
    if fingerprints(keeping.folder / "ward") == keeping.before:
        return []
    replaced = keeping.folder / "replaced-1" / "ward"
    if fingerprints(replaced) != keeping.before:
        return ["what was replaced is not kept as it was"]
    try:
        with closing(opened(keeping.folder)) as ward:
            broken, state = ward.store.record.verify(), found_state(ward)
    except Problem as problem:
        return [f"the new ward does not open: {problem}"]
    is_right = {**state, "passphrase": ""} == {
        **keeping.pattern.state,
        "passphrase": "",
    }
    return (
        [] if is_right and broken is None else [f"the new ward is not whole: {broken}"]
    )


def _look_at_photographs(keeping: Keeping) -> list[str]:
    """Find the photograph to the byte, or nothing of it; and it, where it was told."""
    with closing(opened(keeping.folder)) as ward:
        store = ward.store
        kept = store.photographs.of(store.documents.find()[0].id)
        found = {store.photographs.content(told) for _, told in kept}
        broken, differs = store.record.verify(), store.hold_against_journal()
    wrong = [] if found <= {PHOTOGRAPH} else ["it is not as it was kept"]
    wrong += (
        ["it was told as kept, and is gone"] if keeping.is_done and not kept else []
    )
    return [*wrong, *(f"{one}" for one in (broken, *differs) if one)]


LOOKS: dict[str, Callable[[Keeping], list[str]]] = {
    "export": _look_at_papers,
    "export_new": _look_at_papers,
    "back_up": _look_at_backups,
    "restore": _look_at_ward,
    "photograph": _look_at_photographs,
}

KILLS = {
    "export": Campaign("kill in the middle of saving a paper", 2, 200),
    "export_new": Campaign("kill in the middle of saving a new paper", 2, 200),
    "back_up": Campaign("kill in the middle of making a backup", 2, 200),
    "restore": Campaign("kill in the middle of putting a backup back", 2, 300),
    "photograph": Campaign("kill in the middle of keeping a photograph", 3, 200),
}


@pytest.mark.parametrize("act", KILLS)
def test_the_old_one_or_the_new_one_is_there_after_a_kill(
    campaigns: Campaigns, request: pytest.FixtureRequest, quick_folder: Path, act: str
):
    campaign = KILLS[act]
    need(campaigns, campaign.fault, "cc")
    tally = campaigns.tally(campaign.fault)
    keeping = Keeping(act, request.getfixturevalue("kept"), quick_folder)
    tally.figures["calls to the disk"] = keeping.calls

    campaigns.run(campaign, keeping.once, tally).check()
