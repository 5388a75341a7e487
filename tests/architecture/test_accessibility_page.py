"""The page on accessibility names every criterion, and only tests that there are."""

from __future__ import annotations

import re

from tests.architecture.source import ROOT

PAGE = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
ROW = re.compile(
    r"^\| (\d[\d., to]*) ([^|]+) \| ([^|]+) \| ([^|]*) \| ([^|]*)\|$", re.MULTILINE
)
STATES = {"Holds", "Partly", "Not yet", "Not for us"}

LEVELS_A_AND_AA = """
1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5 1.4.1 1.4.2 1.4.3
1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13 2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1
2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8 3.1.1
3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3
"""
"""The success criteria of WCAG 2.2 (w3.org/TR/WCAG22), without 4.1.1, now obsolete."""


def test_every_criterion_has_one_row() -> None:
    wcag = PAGE.partition("## EN 301 549")[0]

    assert [one[0] for one in ROW.findall(wcag)] == LEVELS_A_AND_AA.split()


def test_every_row_says_how_far_it_holds_and_why() -> None:
    rows = ROW.findall(PAGE)

    assert len(rows) > 60
    assert {state for _, _, state, _, _ in rows} <= STATES
    assert [number for number, _, _, why, _ in rows if not why.strip()] == []


def test_every_test_that_is_named_is_there() -> None:
    named = re.findall(r"`(tests/[^`]+)`", PAGE)

    assert len(named) > 60
    assert [one for one in named if not (ROOT / one).is_file()] == []
