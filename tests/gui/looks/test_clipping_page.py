"""The table of clipping tells of screens that there are, and of no fault."""

from __future__ import annotations

from coprod_desktop.gui.showing.scenes import SCENES
from tests.benchmarks.clipping_table import PAGE, Found, lines
from tests.gui.looks.ways import SIZES

ROWS = [
    [one.strip() for one in line.split("|")[1:-1]]
    for line in PAGE.read_text("utf-8").splitlines()
    if line.startswith("| ")
]


def test_the_table_in_docs_tells_of_screens_in_every_size_and_of_no_fault() -> None:
    told = [row for row in ROWS if row[0] != "screen"]

    assert len(told) > 90
    assert {row[0] for row in told} <= set(SCENES)
    assert {len(row) for row in ROWS} == {1 + len(SIZES)}
    assert {cell for row in told for cell in row[1:]} == {"whole"}


def test_what_is_cut_is_told_in_the_table_and_below_it() -> None:
    faults = [["PlainLabel “Saved”: outside"], *([] for _ in SIZES[1:])]
    found: Found = {"home": [list(one) for one in faults]}

    page = "\n".join(lines({"en": found}))

    assert "1 screens in 6 sizes; faults: 1." in page
    assert "| home | faults: 1 | whole |" in page
    assert "- home, 100 %, 1366x768: PlainLabel “Saved”: outside" in page
