"""What somebody does at a ward, in a child that may be stopped at any moment.

The child opens the ward as the window does, writes, hands over the pen, shares, lets
people in, and says before each act what will stand there after it, and after each act
that it is done. Whoever asked compares that with what is found (``Transcript``).

    will NUMBER STATE     the state in JSON, as it will be when the act is done
    done NUMBER
    failed NUMBER KEY     a problem was told; the same is tried again
    room NUMBER           there is room on the disk again
    backup NUMBER         a backup was made and read back
    unsynced NUMBER FILE  it was told as done, and this was written and not synced
"""

from __future__ import annotations

import copy
import json
import random
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import Any

from coprod_desktop.app import real_world
from coprod_desktop.crypto.doors import FLOOR
from coprod_desktop.model.authored_text import Attribution, AuthoredText
from coprod_desktop.model.change import Change
from coprod_desktop.model.people import PersonId, Role
from coprod_desktop.model.problem import Problem
from coprod_desktop.workspace.doorway import Doorway
from coprod_desktop.workspace.open_document import OpenDocument
from coprod_desktop.workspace.ward import Ward
from tests.faults.failing_disk import FailingDisk, Fault
from tests.faults.fork_server import Tell
from tests.workspace.wards import FORM, PASSPHRASE

QUESTIONS = ("recovery", "different", "strengths", "helps")

PATIENCE = 40
"""How often the same is tried before the disk is mended."""

FULL_PATIENCE = 2
"""How often it is tried on a full disk, which only somebody else can change."""

State = dict[str, Any]
"""``drafts``: place to runs; ``shared``: place to a list of runs, one for each version;
``people``: names; ``passphrase``: the doctor's, where they have one.

A place is ``QUESTION VOICE``; a run is ``[voice, writer, mode, words]``.
"""


def nothing_yet() -> State:
    """Return the state of a ward in which nobody wrote."""
    return {"drafts": {}, "shared": {}, "people": [], "passphrase": ""}


def runs_of(text: AuthoredText) -> list[list[str]]:
    """Return a text as runs of JSON."""
    return [[by.voice, by.writer, by.mode, words] for words, by in text.pieces()]


def write(
    tell: Tell,
    folder: str,
    seed: int,
    acts: int,
    state: State,
    fault: dict[str, Any] | None = None,
    arm_first: bool = True,
    jumps: dict[str, Any] | None = None,
    backups: str = "",
    filler: str = "",
) -> None:
    """Do so many acts drawn from the seed, then close the ward.

    A fault is armed before the ward is opened, or (not ``arm_first``) after it. Before
    each act the clock on the wall jumps, where ``jumps`` says in which file and where.
    After each act a backup is made in the place ``backups``, where one is named. When
    nothing works any more, the file ``filler`` is removed, so that there is room again.
    """
    disk = FailingDisk() if fault else None
    if disk and fault and arm_first:
        disk.arm(Fault(**fault))
    visit = Visit(tell, Path(folder), random.Random(seed), state, disk)
    if filler:
        visit.filler = Path(filler)
    visit.begin()
    if disk and fault and not arm_first:
        disk.arm(Fault(**fault))
    for number in range(acts):
        if jumps:
            Path(jumps["file"]).write_text(jumps["to"][number] + "\n", "ascii")
        visit.act()
        if backups:
            visit.back_up(Path(backups))
    visit.end()
    if disk:
        tell("calls", disk.calls, disk.failed)


class Visit:
    """One opening of a ward, and everything that is done until it is closed."""

    def __init__(
        self,
        tell: Tell,
        folder: Path,
        chance: random.Random,
        state: State,
        disk: FailingDisk | None,
    ) -> None:
        self._tell = tell
        self._door = Doorway(folder, replace(real_world(), cost=FLOOR))
        self._chance = chance
        self._state = state
        self._disk = disk
        self._number = 0
        self.filler: Path | None = None
        """What takes all room on the disk, while it is there."""
        self._ward: Ward
        self._document: OpenDocument

    def begin(self) -> None:
        """Open the ward and the patient's form."""
        first = self._door.keyring().doors[0].person_id
        self._ward = self._again(lambda: self._door.open(first, PASSPHRASE))
        if self._ward.store.is_read_only and self._disk is not None:
            # So a ward opens while nothing can be written; it stays so until it closes.
            self._tell("failed", self._number, "store.read_only")
            self._ward.close()
            self._disk.mend()
            self._ward = self._door.open(first, PASSPHRASE)
        sam = next(one for one in self._ward.people.everyone if one.name[:3] == "Sam")
        self._document = self._again(
            lambda: self._ward.sit_down(sam.id, (PersonId(first),)).open(FORM)
        )

    def act(self) -> None:
        """Do one thing, and tell it."""
        dice = self._chance.random()
        ways = (
            (0.55, self._write_on),
            (0.65, self._take_away),
            (0.83, self._share),
            (0.88, self._erase),
            (0.93, self._let_in),
            (0.94, self._let_open),
            (1.00, self._fold),
        )
        next(way for most, way in ways if dice < most)()

    def back_up(self, place: Path) -> None:
        """Make a backup, and tell its number."""
        self._tell("backup", self._ward.backups.make(place=place).number)

    def end(self) -> None:
        """Leave the form and close the ward."""
        self._again(self._document.close)
        try:
            self._ward.close()
        except Problem as problem:
            self._tell("failed", self._number, problem.key)

    # --- What is done ---------------------------------------------------------------

    def _write_on(self) -> None:
        pen, question = self._take_pen(), self._chance.choice(QUESTIONS)
        place = f"{question} {pen.voice}"
        runs = self._runs(place)
        count = 900 if self._chance.random() < 0.05 else self._chance.randint(1, 60)
        words = "".join(self._chance.choices("aeiou stn.é🙂\n", k=count))
        at = sum(len(run[3]) for run in runs)
        after = joined([*runs, [pen.voice, pen.writer, str(pen.mode), words]])
        change = Change(at, 0, words)
        self._saved(place, after, lambda: self._change(question, change))

    def _take_away(self) -> None:
        pen, question = self._take_pen(), self._chance.choice(QUESTIONS)
        place = f"{question} {pen.voice}"
        runs = self._runs(place)
        if not runs or (runs[-1][1] == pen.voice and pen.writer != pen.voice):
            return
        gone = self._chance.randint(1, len(runs[-1][3]))
        at = sum(len(run[3]) for run in runs) - gone
        last = [*runs[-1][:3], runs[-1][3][: len(runs[-1][3]) - gone]]
        change = Change(at, gone, "")
        after = joined([*runs[:-1], last])
        self._saved(place, after, lambda: self._change(question, change))

    def _share(self) -> None:
        drafts = self._document.sharing.unshared()
        if not drafts:
            return
        draft = self._chance.choice(drafts)
        place = f"{draft.question} {draft.voice}"
        after = copy.deepcopy(self._state)
        runs = after["drafts"].pop(place)
        after["shared"].setdefault(place, []).append(runs)
        self._do(after, lambda: self._document.sharing.share([draft]))

    def _erase(self) -> None:
        pen, question = self._take_pen(), self._chance.choice(QUESTIONS)
        place = f"{question} {pen.voice}"
        if pen.writer != pen.voice or place not in self._state["drafts"]:
            return
        after = copy.deepcopy(self._state)
        del after["drafts"][place]

        def erase() -> None:
            self._document.writing.erase(question)
            self._document.flush()

        self._do(after, erase)

    def _let_in(self) -> None:
        name = f"Newcomer {len(self._state['people']) + 1}"
        after = copy.deepcopy(self._state)
        after["people"].append(name)
        self._do(after, lambda: self._ward.add_person(name, Role.OTHER_STAFF))

    def _let_open(self) -> None:
        robin = next(one for one in self._ward.people.staff if one.name[:5] == "Robin")
        after = copy.deepcopy(self._state)
        new = f"a long passphrase {self._chance.randrange(10**9)}"
        old, after["passphrase"] = after["passphrase"], new
        staff = self._ward.staff
        if self._ward.voices.has_own_key(robin.id):
            # They have been in; from then on only their old one lets them have another.
            self._do(after, lambda: staff.change_passphrase(robin.id, old, new))
        else:
            self._do(after, lambda: staff.let_open(robin.id, new))

    def _fold(self) -> None:
        self._do(copy.deepcopy(self._state), self._ward.store.checkpoint)

    # --- How ------------------------------------------------------------------------

    def _take_pen(self) -> Attribution:
        pens = [one.attribution for one in self._document.pens()]
        pen = self._chance.choice(pens)
        self._document.take_pen(pen)
        return pen

    def _runs(self, place: str) -> list[list[str]]:
        """Return the words that stand at a place now: a draft's, or what was shared."""
        draft = self._state["drafts"].get(place)
        shared: list[list[list[str]]] = self._state["shared"].get(place, [])
        return draft if draft is not None else (shared[-1] if shared else [])

    def _change(self, question: str, change: Change) -> None:
        if change is not self._changed:
            self._document.writing.change(question, change)
            self._changed = change
        self._document.flush()

    _changed: Change | None = None
    """What was written already and only waits to be saved."""

    def _saved(
        self, place: str, runs: list[list[str]], change: Callable[[], None]
    ) -> None:
        after = copy.deepcopy(self._state)
        if runs or place in after["shared"]:
            after["drafts"][place] = runs
        else:
            after["drafts"].pop(place, None)
        self._do(after, change)

    def _do(self, after: State, act: Callable[[], Any]) -> None:
        self._number += 1
        self._tell("will", self._number, json.dumps(after))
        self._again(act)
        for name in self._unsynced(self._disk):
            self._tell("unsynced", self._number, name)
        self._tell("done", self._number)
        self._state = after

    def _unsynced(self, disk: FailingDisk | None) -> list[str]:
        """Name the files that should have been synced by now.

        When the database's own sync has failed, the transaction may stand in it all the
        same; then the journal has it, synced, and what the disk has lost of the
        database is put back from there (decision 012).
        """
        if disk is None:
            return []
        found = disk.dirty(self._door.folder)
        if self.filler is not None:
            # Folding the log in may break off: the log still has it, synced.
            found = [one for one in found if one != "ward.coprod"]
        if disk.failed:
            found = [one for one in found if not one.startswith("ward.coprod")]
        return found

    def _again(self, act: Callable[[], Any]) -> Any:
        """Try until it works; after long enough, mend the disk or make room."""
        for _ in range(PATIENCE if self.filler is None else FULL_PATIENCE):
            try:
                return act()
            except Problem as problem:
                self._tell("failed", self._number, problem.key)
        if self._disk:
            self._disk.mend()
        if self.filler is not None and self.filler.exists():
            self.filler.unlink()
            self._tell("room", self._number)
        return act()


def joined(runs: list[list[str]]) -> list[list[str]]:
    """Return runs without empty ones, and like neighbours joined."""
    found: list[list[str]] = []
    for run in runs:
        if found and found[-1][:3] == run[:3]:
            found[-1] = [*run[:3], found[-1][3] + run[3]]
        elif run[3]:
            found.append(list(run))
    return found


# --- What is found ----------------------------------------------------------------


def found_state(ward: Ward) -> State:
    """Return the state of an open ward, read as the window reads it."""
    state = nothing_yet()
    everyone = ward.people.everyone
    state["people"] = [one.name for one in everyone if one.name[:8] == "Newcomer"]
    for line in ward.store.documents.find():
        document = ward.store.documents.get(line.id)
        assert document is not None
        for statement in document.statements:
            place = f"{statement.question} {statement.voice}"
            versions = (*statement.earlier, statement)
            state["shared"][place] = [runs_of(one.said.text) for one in versions]
        for draft in ward.store.drafts.of(line.id, [one.id for one in everyone]):
            runs = runs_of(draft.said.text)
            state["drafts"][f"{draft.question} {draft.voice}"] = runs
    return state


def opens_with(folder: Path, name: str, passphrase: str) -> bool:
    """Whether somebody of this name may open the ward with a passphrase."""
    door = Doorway(folder, replace(real_world(), cost=FLOOR))
    people = [one.person_id for one in door.keyring().doors if one.name == name]
    try:
        with closing(door.open(people[0], passphrase)):
            return True
    except (Problem, IndexError):
        return False
