"""What ``taken_out`` takes out stands where it says, and its tests are there."""

from __future__ import annotations

import ast
import random
from pathlib import Path

import pytest

from tests.architecture.source import ROOT
from tests.faults.campaign import Campaign, Campaigns
from tests.faults.taken_out import CUTS, Cut, noticed

TAKEN_OUT = Campaign("what protects words taken out, one thing at a time", 1, 5)


@pytest.mark.parametrize("cut", CUTS, ids=lambda cut: Path(cut.file).stem)
def test_what_protects_words_stands_where_it_is_taken_out(cut: Cut, tmp_path: Path):
    assert cut.stands(ROOT) == 1
    assert all((ROOT / name).is_file() for name in cut.tests)

    copy = tmp_path / cut.file
    copy.parent.mkdir(parents=True)
    copy.write_bytes((ROOT / cut.file).read_bytes())
    cut.take_out(tmp_path)

    # What is left is still a program: only what it protects fails.
    ast.parse(copy.read_text("utf-8"))
    assert cut.stands(tmp_path) == 0


def test_there_are_the_five_that_are_promised():
    assert len(CUTS) == 5


def test_each_that_is_taken_out_is_noticed(campaigns: Campaigns):
    left = [*CUTS]

    def once(_: random.Random) -> str | None:
        cut = left.pop(0)
        wrong = noticed(cut)
        return f"{cut.what}: {wrong}" if wrong else None

    campaigns.run(TAKEN_OUT, once).check()
