"""An old page, an old database or an old journal is put back: it is noticed.

Each alone. Everything put back together to an older day is whole and right, only older:
no program can know. A printed check code can, and so can a backup elsewhere; a test
here says so.
"""

from __future__ import annotations

import random
import shutil
from contextlib import closing
from pathlib import Path

import pytest

from coprod_desktop.workspace import verifying
from coprod_desktop.workspace.papers import pdf_of, wall_time
from coprod_desktop.workspace.printable import read_printable
from tests.faults.campaign import Campaign, Campaigns, Tally
from tests.faults.sessions import State, Visit, found_state
from tests.faults.written_ward import looked_at, opened, written_ward

PUT_BACK = Campaign("an old page, old database or old journal put back singly", 6, 300)
PAGE = 4096
DAYS = 6
"""So many times somebody comes back and writes more."""

FILES = ("ward.coprod", "ward.journal", "ward.drafts")


@pytest.fixture(scope="session")
def days(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, ...]:
    """One ward as it was left on several days, the oldest first."""
    place = tmp_path_factory.mktemp("days")
    first = written_ward(place / "day-0", crashed=False)
    found, state = [first.folder], first.state
    for day in range(1, DAYS):
        folder = place / f"day-{day}"
        shutil.copytree(found[-1], folder)
        state = written_on(folder, day, state)
        found.append(folder)
    return tuple(found)


def written_on(folder: Path, day: int, state: State) -> State:
    """Let somebody write on for a day."""
    visit = Visit(lambda *_: None, folder, random.Random(day), state, None)
    visit.begin()
    for _ in range(30):
        visit.act()
    visit.end()
    with closing(opened(folder)) as ward:
        return found_state(ward)


class PuttingBack:
    """Puts one old thing into a copy of the newest day."""

    def __init__(self, days: tuple[Path, ...], folder: Path, tally: Tally) -> None:
        self.days = days
        self.folder = folder / "ward-pc"
        self.tally = tally
        before = looked_at(self._fresh())
        assert before.noticed == ()
        self.newest, self.rows = before.state, before.rows

    def once(self, chance: random.Random) -> str | None:
        self._fresh()
        old = chance.choice(self.days[:-1])
        dice = chance.random()
        if dice < 0.4:
            what = self._old_page(chance, old)
        else:
            name = chance.choice(FILES)
            shutil.copy(old / "ward" / name, self.folder / "ward" / name)
            what = f"{name} of {old.name}"
        found = looked_at(self.folder)
        if what is None:
            return None
        self.tally.add(what.split()[0])
        if not found.noticed:
            differs = {
                name for name, rows in self.rows.items() if found.rows[name] != rows
            }
            if differs - {"progress"}:
                return f"{what} was not noticed, and {differs} differ"
            # A page that nothing stands on, or where somebody was in a form: the one
            # table of which there is no second copy, for it holds nobody's words.
            self.tally.add("of no words")
        if found.state != self.newest:
            return f"{what}: words are missing; it said {found.noticed}"
        return None

    def _fresh(self) -> Path:
        shutil.rmtree(self.folder, ignore_errors=True)
        skipped = shutil.ignore_patterns("ward.reserve")
        shutil.copytree(self.days[-1], self.folder, ignore=skipped)
        return self.folder

    def _old_page(self, chance: random.Random, old: Path) -> str | None:
        """Put one page of an older database back; None where none has changed."""
        before = (old / "ward" / "ward.coprod").read_bytes()
        file = self.folder / "ward" / "ward.coprod"
        now = file.read_bytes()
        changed = [
            at
            for at in range(0, min(len(before), len(now)), PAGE)
            if before[at : at + PAGE] != now[at : at + PAGE]
        ]
        if not changed:
            return None
        at = chance.choice(changed)
        file.write_bytes(now[:at] + before[at : at + PAGE] + now[at + PAGE :])
        return f"page {at // PAGE} of {old.name}"


def test_what_is_put_back_alone_is_noticed(
    campaigns: Campaigns, days: tuple[Path, ...], quick_folder: Path
):
    tally = campaigns.tally(PUT_BACK.fault)
    putting = PuttingBack(days, quick_folder, tally)

    campaigns.run(PUT_BACK, putting.once, tally).check()


def test_all_put_back_together_is_found_by_a_printed_paper_alone(
    days: tuple[Path, ...], tmp_path: Path
):
    newest = tmp_path / "newest"
    shutil.copytree(days[-1], newest)
    with closing(opened(newest)) as ward:
        (line,) = ward.store.documents.find()
        made = read_printable(ward.store, line.id, ward.shelf, ward.language)
        paper = pdf_of(made, wall_time(ward.world.clock))

    older = tmp_path / "older"
    shutil.copytree(days[0], older)

    assert looked_at(older).noticed == ()
    with closing(opened(older)) as ward:
        found = verifying.verify_pdf(ward.store, paper, ward.shelf)
        assert not found.is_genuine
