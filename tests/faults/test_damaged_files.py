"""Each file of a ward deleted, emptied, cut, or one bit of it flipped.

It is noticed, or it is harmless; no word is lost, neither shared nor private, for what
one file has lost another has.
"""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from tests.faults.campaign import Campaign, Campaigns, Tally
from tests.faults.written_ward import WrittenWard, looked_at, written_ward

DAMAGE = Campaign(
    "a file deleted, emptied, cut at 100 points, or one bit flipped", 12, 10_000
)
CUTS = 100


@pytest.fixture(scope="session")
def patterns(tmp_path_factory: pytest.TempPathFactory) -> tuple[WrittenWard, ...]:
    """Two wards in which much was written: one closed, one left by a crash."""
    place = tmp_path_factory.mktemp("written")
    return (
        written_ward(place / "closed", crashed=False),
        written_ward(place / "crashed", crashed=True),
    )


def damaged(chance: random.Random, file: Path) -> str:
    """Do something to a file; say what."""
    size = file.stat().st_size
    dice = chance.random()
    if dice < 0.05:
        file.unlink()
        return "deleted"
    if dice < 0.10 or not size:
        file.write_bytes(b"")
        return "emptied"
    content = file.read_bytes()
    if dice < 0.35:
        cut = size * chance.randrange(CUTS) // CUTS
        file.write_bytes(content[:cut])
        return f"cut at {cut} of {size}"
    at = chance.randrange(size)
    bit = 1 << chance.randrange(8)
    file.write_bytes(content[:at] + bytes([content[at] ^ bit]) + content[at + 1 :])
    return f"bit {bit} of byte {at} of {size} flipped"


class Damaging:
    """Takes a fresh copy, damages one file, and looks."""

    def __init__(self, patterns: tuple[WrittenWard, ...], folder: Path, tally: Tally):
        self.patterns = patterns
        self.folder = folder / "ward-pc"
        self.tally = tally

    def once(self, chance: random.Random) -> str | None:
        pattern = chance.choice(self.patterns)
        pattern.copied(self.folder)
        files = sorted(one for one in self.folder.rglob("*") if one.is_file())
        file = chance.choice(files)
        what = damaged(chance, file)
        found = looked_at(self.folder)
        self.tally.add("noticed" if found.noticed else "harmless")
        if found.state == {**pattern.state, "passphrase": ""}:
            return None
        lost = "nothing could be read" if found.state is None else "words are missing"
        told = f"{pattern.folder.name}: {file.name} {what}: {lost}; it said"
        return f"{told} {found.noticed}"


def test_a_damaged_file_takes_no_word_along(
    campaigns: Campaigns, patterns: tuple[WrittenWard, ...], quick_folder: Path
):
    tally = campaigns.tally(DAMAGE.fault)
    damaging = Damaging(patterns, quick_folder, tally)

    campaigns.run(DAMAGE, damaging.once, tally).check()
