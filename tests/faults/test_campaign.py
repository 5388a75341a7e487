"""A campaign counts what held, names what broke, and can fail."""

from __future__ import annotations

import json
import random
from dataclasses import asdict
from pathlib import Path

import pytest

from tests.faults.campaign import MOST_BROKEN, Campaign, Campaigns, table
from tests.faults.written_report import page

COIN = Campaign("a coin that falls", short=20, full=1_000)


def heads(chance: random.Random) -> str | None:
    return None if chance.random() < 0.5 else "tails"


def test_a_campaign_that_holds_is_counted():
    tally = Campaigns(is_full=False).run(COIN, lambda _: None)

    tally.check()
    assert (tally.runs, tally.held) == (20, 20)


def test_the_full_campaign_is_longer():
    assert Campaigns(is_full=True).run(COIN, lambda _: None).runs == 1_000


def test_what_broke_is_told_with_its_seed_and_breaks_again_from_it():
    tally = Campaigns(is_full=False, seed=5).run(COIN, heads)
    seed = int(tally.broken[0].split()[1].rstrip(":"))

    again = Campaigns(is_full=False, seed=seed, runs=1).run(COIN, heads)

    assert (again.runs, again.held) == (1, 0)
    with pytest.raises(AssertionError, match=f"seed {seed}: tails"):
        again.check()


def test_a_run_that_raises_has_not_held():
    def broken(_: random.Random) -> None:
        raise LookupError("words are gone")

    tally = Campaigns(is_full=True).run(COIN, broken)

    assert tally.held == 0
    assert tally.runs == MOST_BROKEN
    assert "words are gone" in tally.broken[0]


def test_a_campaign_that_never_ran_has_not_held():
    with pytest.raises(AssertionError):
        Campaigns(is_full=False).tally("nothing at all").check()


def test_the_report_is_a_file_of_json_and_a_line_of_the_table(tmp_path: Path):
    campaigns = Campaigns(is_full=False, report=tmp_path)
    tally = campaigns.run(COIN, lambda _: None)
    tally.most("slowest_s", 1.25)
    tally.most("slowest_s", 0.5)
    campaigns.write(tally)

    told = json.loads((tmp_path / "a-coin-that-falls.json").read_text("utf-8"))

    assert (told["held"], told["figures"]) == (20, {"slowest_s": 1.25})
    head, line = table([told])
    assert [one.strip() for one in head.split("|")][:3] == ["fault", "runs", "held"]
    assert [one.strip() for one in line.split("|")][:3] == [COIN.fault, "20", "20"]


def test_the_page_about_full_campaigns_says_what_was_stopped_before_its_end():
    whole = Campaigns(is_full=True).run(COIN, lambda _: None)
    whole.add("falls", 2_500)
    broken_off = Campaigns(is_full=True).run(COIN, lambda _: None, until=lambda: True)

    told = page([asdict(whole), asdict(broken_off)], "abc", "1 May")

    lines = told.splitlines()
    assert lines[-2].startswith("| a coin that falls | 1,000 | 1,000 |")
    assert lines[-2].endswith("| falls: 2,500 |")
    assert "| 1 | 1 |" in lines[-1]
    assert "**stopped before its end:** 1,000 were asked for" in lines[-1]
